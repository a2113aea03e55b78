import { type CheerioAPI, load } from 'cheerio/slim';
import type { Issue, SetAside } from '../../model/block.ts';
import { elementsOf, type HtmlNode, refuseDepth, textOfNode } from './dom.ts';
import { mathmlText } from './formula.ts';

/** Text for those who see no script: from so many letters on it may be the document. */
const LONG = 200;
const LETTER = /[\p{L}\p{N}]/gu;
const lettersOf = (node: HtmlNode): number => textOfNode(node).match(LETTER)?.length ?? 0;

/** What a page has beside its text, made part of it where it is text, told where it is none that is read. */
export function placeParts(page: CheerioAPI): {
  readonly setAside: readonly SetAside[];
  readonly issues: readonly Issue[];
} {
  for (const frame of elementsOf(page, 'iframe[srcdoc]').toArray()) {
    const html = frame.attribs.srcdoc ?? '';
    refuseDepth(html);
    become(frame, 'div', load(html).root()[0]?.children ?? []);
  }
  for (const math of elementsOf(page, 'math').toArray())
    become(math, 'span', [{ type: 'text', data: mathmlText(math) }]);
  for (const area of elementsOf(page, 'textarea').toArray()) if (lettersOf(area) >= LONG) become(area, 'pre');
  for (const template of elementsOf(page, 'template[shadowrootmode]').toArray()) become(template, 'div');
  const opened = openEscaped(page) ? [ESCAPED] : [];
  const told = [...withoutScript(page), ...notRead(page)];
  return { setAside: told, issues: [...opened, ...issuesOf(told)] };
}

const ESCAPED: Issue = {
  code: 'encoding-converted',
  message: 'A part of the page whose tags were escaped (&lt;p&gt;) was read as the page it is.',
};

/** "&lt;p&gt;Mục tiêu&lt;/p&gt;": a page that was put into another as its text. What shows code is let be. */
function openEscaped(page: CheerioAPI): boolean {
  let found = false;
  const stack: HtmlNode[] = [...page.root().toArray()];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (/^(?:pre|code|kbd|samp|script|style|textarea)$/u.test(node.name ?? '')) continue;
    const data = node.type === 'text' ? (node.data ?? '') : '';
    if (holdsTags(data)) {
      refuseDepth(data);
      node.type = 'tag';
      become(node, 'div', load(data).root()[0]?.children ?? []);
      found = true;
    } else for (const child of node.children ?? []) stack.push(child);
  }
  return found;
}

const holdsTags = (data: string): boolean => {
  const tags = data.includes('<')
    ? (data.match(/<\/(?:p|div|td|tr|li|span|h[1-6]|b|strong)>|<br\s*\/?>/giu)?.length ?? 0)
    : 0;
  return tags >= 3 && tags * 400 > data.length;
};

function become(element: HtmlNode, name: string, children?: readonly HtmlNode[]): void {
  element.name = name;
  if (children !== undefined) element.children = children;
}

/** A page for readers without script, or a mould that a script fills: read where it is most of the page. */
function withoutScript(page: CheerioAPI): SetAside[] {
  const [root] = page.root().toArray();
  const aside: SetAside[] = [];
  for (const element of elementsOf(page, 'noscript, template').toArray() as HtmlNode[]) {
    const characters = lettersOf(element);
    if (characters < LONG || root === undefined) continue;
    if (element.name === 'noscript' && characters * 2 > lettersOf(root)) become(element, 'div');
    else aside.push({ reason: 'hidden', characters, text: shortened(textOfNode(element)), where: `<${element.name}>` });
  }
  return aside;
}

/** Files of documents; what shows them has the address in its own. */
const DOCUMENT = /\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf)(?![\p{L}\p{N}])/iu;
/** Sides of a picture that is no sign or photograph in passing, in pixels, and characters of one that stands in the page itself. */
const WIDE = 500;
const HEAVY = 60_000;

function notRead(page: CheerioAPI): SetAside[] {
  const aside: SetAside[] = [];
  const add = (where: string, text = ''): void => {
    const tidy = shortened(text);
    const characters = tidy.match(LETTER)?.length ?? 0;
    aside.push({ reason: 'not-read', characters, ...(tidy === '' ? {} : { text: tidy }), where: where.slice(0, 300) });
  };
  for (const { name, attribs } of elementsOf(page, 'iframe, embed, object, frame').toArray()) {
    const address = attribs.src ?? attribs.data ?? '';
    const shown =
      name === 'frame'
        ? address !== ''
        : DOCUMENT.test(address) || /\/pdf|msword|officedocument/iu.test(attribs.type ?? '');
    if (shown) add(`<${name}> ${addressOf(address)}`, attribs.title);
  }
  for (const { attribs } of elementsOf(page, 'img').toArray()) {
    const { src = '', alt = '', style = '' } = attribs;
    const [width, height] = [sideOf('width', attribs.width, style), sideOf('height', attribs.height, style)];
    if ((width >= WIDE && height >= WIDE) || (src.startsWith('data:') && src.length > HEAVY))
      add(`<img> ${addressOf(src)}`, alt);
  }
  for (const svg of elementsOf(page, 'svg').toArray())
    if (/\d/u.test(textOfNode(svg)) && lettersOf(svg) > 1) add('<svg>', textOfNode(svg));
  return aside;
}

const addressOf = (address: string): string =>
  address.startsWith('data:') ? `${address.slice(0, address.search(/[;,]|$/u))}` : address.trim().slice(0, 200);

function sideOf(side: string, attribute: string | undefined, style: string): number {
  const said = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*(\\d+)px`, 'u').exec(style)?.[1] ?? attribute ?? '';
  return /^\d+(?:px)?$/u.test(said) ? Number.parseInt(said, 10) : 0;
}

const shortened = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, 299);

/** Places that a message names. */
const NAMED = 5;

function issuesOf(told: readonly SetAside[]): Issue[] {
  const issues: Issue[] = [];
  const places = told.filter(({ reason }) => reason === 'not-read').map(({ where = '' }) => where);
  if (places.length > 0) {
    const named =
      places.slice(0, NAMED).join(', ') + (places.length > NAMED ? ` and ${places.length - NAMED} more` : '');
    const message = `The page shows what was not read: ${named}. If the plan goes on there, fetch it and give it as a document of its own.`;
    issues.push({ code: 'content-not-read', message });
  }
  const hidden = told.reduce((sum, { reason, characters }) => sum + (reason === 'hidden' ? characters : 0), 0);
  if (hidden > 0)
    issues.push({
      code: 'hidden-text',
      message: `${hidden} characters wait in the page for a script and were left out.`,
    });
  return issues;
}
