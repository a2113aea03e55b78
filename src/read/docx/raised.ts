import { canBeMark, raisedText } from '../html/raised.ts';
import { runChain, type Styles } from './styles.ts';
import { attribute, child, children, descendants, type Element, value } from './xml.ts';

/** Makes figures that are printed raised say what they are: marks of notes, exponents. */
export function spellOutRaised(root: Element, styles: Styles): void {
  for (const paragraph of descendants(root, 'p')) {
    const texts = children(paragraph, 'r').flatMap((run) => children(run, 't').map((text) => ({ run, text })));
    if (!texts.some(({ text }) => canBeMark(text.textContent ?? ''))) continue;
    const raised = texts.map(({ run, text }) => /\d/u.test(text.textContent ?? '') && isRaised(styles, paragraph, run));
    for (let from = 0; from < texts.length; from++) {
      if (raised[from] !== true) continue;
      let to = from + 1;
      while (raised[to] === true) to++;
      const own = texts.slice(from, to).map(({ text }) => text);
      const [first, ...rest] = own;
      const said = raisedText(textOf(texts.slice(0, from)), textOf(texts.slice(from, to)), textOf(texts.slice(to)));
      if (first !== undefined && said !== textOf(texts.slice(from, to))) {
        first.textContent = said;
        first.setAttribute('xml:space', 'preserve');
        for (const text of rest) text.textContent = '';
      }
      from = to;
    }
  }
}

const textOf = (texts: readonly { readonly text: Element }[]): string =>
  texts.map(({ text }) => text.textContent ?? '').join('');

/** By its format, or in smaller letters on a line of their own above. */
function isRaised(styles: Styles, paragraph: Element, run: Element): boolean {
  const chain = runChain(styles, paragraph, run);
  for (const properties of chain) {
    const stated = value(properties, 'vertAlign');
    if (stated !== undefined) return stated === 'superscript';
  }
  return Number(attribute(child(chain[0], 'position'), 'val') ?? '0') >= 4;
}
