import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Chooser } from '../encoding/choose.ts';
import { convert } from '../encoding/convert.ts';
import type { LegacyEncoding } from '../encoding/encoding.ts';
import { fontEncoding } from '../encoding/font.ts';
import { effectiveFlag, effectiveFont, runChain, type Styles } from './styles.ts';
import { child, children, descendants, type Element, elements, flag, isWordElement, make, remove } from './xml.ts';

/** A stretch of one paragraph in one font, without a break: letters of some encodings are two characters, which Word may have put into two runs. */
interface Stretch {
  readonly texts: Element[];
  readonly encoding: LegacyEncoding | undefined;
  readonly capitals: boolean;
}

/**
 * Makes each run say what is printed: letters of a pre-Unicode font as Unicode, capitals where the format makes them,
 * bold where a style says so.
 *
 * @returns which encodings were found
 */
export function spellOutRuns(
  knowledge: Knowledge,
  root: Element,
  styles: Styles,
  choose: Chooser,
): ReadonlySet<LegacyEncoding> {
  const paragraphs: Stretch[][] = [];
  for (const paragraph of descendants(root, 'p')) {
    const stretches: Stretch[] = [];
    for (const run of children(paragraph, 'r')) {
      const chain = runChain(styles, paragraph, run);
      if (effectiveFlag(chain, 'b')) setBold(run);
      collect(run, encodingOf(effectiveFont(chain)), effectiveFlag(chain, 'caps'), stretches);
    }
    paragraphs.push(stretches);
  }
  return convertStretches(knowledge, paragraphs, choose);
}

function collect(run: Element, encoding: LegacyEncoding | undefined, capitals: boolean, stretches: Stretch[]): void {
  for (const part of elements(run)) {
    if (isWordElement(part, 'rPr')) continue;
    const last = stretches.at(-1);
    if (!isWordElement(part, 't')) stretches.push({ texts: [], encoding, capitals });
    else if (last?.encoding === encoding && last?.capitals === capitals) last.texts.push(part);
    else stretches.push({ texts: [part], encoding, capitals });
  }
}

function convertStretches(
  knowledge: Knowledge,
  paragraphs: readonly (readonly Stretch[])[],
  choose: Chooser,
): ReadonlySet<LegacyEncoding> {
  const choices = choose(
    paragraphs.map((stretches) => stretches.map((each) => ({ text: stored(each), encoding: each.encoding }))),
  );
  const converted = new Set<LegacyEncoding>();
  for (const [index, stretches] of paragraphs.entries()) {
    for (const stretch of stretches) {
      const before = stored(stretch);
      const encoding = choices[index]?.(stretch.encoding);
      const letters = (text: string): string => {
        const letter = encoding === undefined ? text.replaceAll('\u00ad', '') : convert(knowledge, text, encoding);
        return stretch.capitals ? letter.toLocaleUpperCase('vi') : letter;
      };
      if (letters(before) === before) continue;
      if (encoding !== undefined) converted.add(encoding);
      distribute(stretch.texts, letters);
    }
  }
  return converted;
}

function stored({ texts }: Stretch): string {
  return texts.map((text) => text.textContent ?? '').join('');
}

/** Each text keeps what it holds; a letter that two of them share stays with the first. */
function distribute(texts: readonly Element[], letters: (text: string) => string): void {
  const all = letters(texts.map((text) => text.textContent ?? '').join(''));
  let before = '';
  let taken = 0;
  for (const [index, text] of texts.entries()) {
    before += text.textContent ?? '';
    const end = index === texts.length - 1 ? all.length : letters(before).length;
    text.setAttribute('xml:space', 'preserve');
    text.textContent = all.slice(taken, end);
    taken = end;
  }
}

function encodingOf(font: string | undefined): LegacyEncoding | undefined {
  return font === undefined ? undefined : fontEncoding(font);
}

/** Whether all text of a paragraph is printed bold, once its runs say so themselves. */
export function isBoldParagraph(paragraph: Element): boolean {
  const runs = children(paragraph, 'r').filter((run) => child(run, 't') !== undefined);
  return runs.length > 0 && runs.every((run) => flag(child(run, 'rPr'), 'b') === true);
}

export function setBold(run: Element): void {
  let properties = child(run, 'rPr');
  if (properties === undefined) {
    properties = make(run, 'rPr');
    run.insertBefore(properties, run.firstChild);
  }
  const stated = child(properties, 'b');
  if (stated !== undefined) remove(stated);
  properties.appendChild(make(run, 'b'));
}
