import { type LeftOutText, textBelow } from './left-out.ts';
import { attribute, type Element, elements, remove, unwrap } from './xml.ts';

const MARKUP_COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
/** Where Office and its standard keep what they write: text is found in all of it in the same elements. */
const UNDERSTOOD =
  /^(?:https?:\/\/schemas\.(?:microsoft\.com\/office|openxmlformats\.org)\/|https?:\/\/purl\.oclc\.org\/ooxml\/|urn:schemas-microsoft-com:)/iu;
/** What such prefixes stand for where a program that took a file apart forgot to say it. */
const USUAL = /^(?:w(?:1[0-9]|16[a-z]{2,6}|p[scgi]|p14)|[ac]14|[cvo])$/u;

/** Of each choice of markup keeps the first branch that is understood, else what is meant for programs that know less; never two. */
export function chooseAlternatives(root: Element, names: ReadonlySet<string>, leftOut: LeftOutText): void {
  if (!names.has('AlternateContent')) return;
  for (const alternatives of Array.from(root.getElementsByTagNameNS(MARKUP_COMPATIBILITY, 'AlternateContent'))) {
    const branches = elements(alternatives);
    const chosen =
      branches.find((branch) => branch.localName === 'Choice' && isUnderstood(branch)) ??
      branches.find((branch) => branch.localName === 'Fallback');
    // No program that knows as much would show anything here.
    if (chosen === undefined) leftOut.tell('unknown-markup', branches.map(textBelow).join(' '));
    for (const branch of branches) if (branch !== chosen) remove(branch);
    if (chosen !== undefined) unwrap(chosen);
    unwrap(alternatives);
  }
}

function isUnderstood(choice: Element): boolean {
  const prefixes = (attribute(choice, 'Requires') ?? '').split(/\s+/u).filter(Boolean);
  return prefixes.every((prefix) => {
    const namespace = choice.lookupNamespaceURI(prefix);
    return namespace === null ? USUAL.test(prefix) : UNDERSTOOD.test(namespace);
  });
}
