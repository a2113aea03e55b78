import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { type LeftOutText, textBelow } from './left-out.ts';
import { nearestFlag, type Styles } from './styles.ts';
import {
  child,
  children,
  descendants,
  type Element,
  elements,
  flag,
  isElement,
  isWordElement,
  remove,
  value,
} from './xml.ts';

const STRIKES = ['strike', 'dstrike'];
/** What a line through its letters does not cross. */
const DRAWINGS = ['rPr', 'drawing', 'pict', 'object'];
/** Word's style of what a control that is empty says. */
const PLACEHOLDER = /^placeholder\s?text$/iu;
/** Set on a paragraph of which nothing is left: its label goes too. */
const EMPTIED = 'data-emptied';

const promptsOf = built(['prompts'], ({ prompts }) => vi`^${viWords(prompts)}`);

/** Whether a text only asks to be replaced; one with a figure says something. */
export const isPrompt = (knowledge: Pick<Knowledge, 'prompts'>, text: string): boolean =>
  !/\p{N}/u.test(text) && promptsOf(knowledge).test(text.trim().replace(/[\s.…]{1,9}$/u, ''));

/**
 * Takes out the text that asks for a content control to be filled in, and leaves the control's paragraphs and cells. Programs that fill
 * one leave its mark that it is empty: only the look or the words of such a text tell.
 */
export function emptyPlaceholders(
  knowledge: Pick<Knowledge, 'prompts'>,
  root: Element,
  styles: Styles,
  names: ReadonlySet<string>,
  leftOut: LeftOutText,
): void {
  for (const control of descendants(root, 'sdt', names)) {
    if (flag(child(control, 'sdtPr'), 'showingPlcHdr') !== true) continue;
    const content = child(control, 'sdtContent');
    if (content === undefined) continue;
    const all = isPrompt(knowledge, textBelow(content));
    const asking = descendants(content, 'r').filter((run) => all || looksEmpty(styles, run));
    leftOut.tell('placeholder', all ? textBelow(content) : asking.map(textBelow).join(' '));
    for (const run of asking) remove(run);
  }
}

function looksEmpty(styles: Styles, run: Element): boolean {
  const id = value(child(run, 'rPr'), 'rStyle');
  return id !== undefined && [id, styles.character(id)?.name ?? ''].some((name) => PLACEHOLDER.test(name));
}

/** Takes out rows and runs that are hidden, and text that is struck out, whichever property says so. */
export function leaveOutRuns(root: Element, styles: Styles, names: ReadonlySet<string>, leftOut: LeftOutText): void {
  for (const row of descendants(root, 'tr', names)) {
    if (!names.has('hidden') || flag(child(row, 'trPr'), 'hidden') !== true) continue;
    leftOut.tell('hidden', textBelow(row));
    remove(row);
  }
  const stated = (name: string): boolean => names.has(name) || styles.names.has(name);
  const strikes = STRIKES.filter(stated);
  const vanish = stated('vanish');
  if (!vanish && strikes.length === 0) return;
  for (const paragraph of descendants(root, 'p')) {
    if (!isBelow(paragraph, root)) continue;
    const chains = inheritedChains(styles, paragraph);
    /** What stands beside each other and goes for one reason is told as one. */
    let gone: { by: 'hidden' | 'strike'; text: string } | undefined;
    let any = false;
    const end = (): void => {
      if (gone !== undefined) leftOut.tell(gone.by, gone.text);
      gone = undefined;
    };
    for (const run of children(paragraph, 'r')) {
      const on = (name: string): boolean => isOn(styles, chains, run, name);
      const by = vanish && on('vanish') ? 'hidden' : strikes.some(on) ? 'strike' : undefined;
      if (by !== gone?.by) end();
      if (by === undefined) continue;
      any = true;
      gone = { by, text: `${gone?.text ?? ''}${by === 'hidden' ? textBelow(run) : strikeOut(run)}` };
      if (by === 'hidden') remove(run);
    }
    end();
    if (any && textBelow(paragraph).trim() === '') paragraph.setAttribute(EMPTIED, 'yes');
  }
}

/** Whether all text of a paragraph was taken out. */
export const isEmptied = (paragraph: Element): boolean => paragraph.getAttribute(EMPTIED) === 'yes';

function strikeOut(run: Element): string {
  let text = '';
  for (const part of elements(run)) {
    if (DRAWINGS.some((name) => isWordElement(part, name))) continue;
    text += isWordElement(part, 't') ? (part.textContent ?? '') : ` ${textBelow(part)}`;
    remove(part);
  }
  return text;
}

/** A paragraph in a text box went with the run that holds the box. */
function isBelow(paragraph: Element, root: Element): boolean {
  let node: Element['parentNode'] = paragraph;
  while (node !== null && node !== root) node = node.parentNode;
  return node !== null;
}

interface Chains {
  readonly paragraph: readonly Element[];
  readonly table: readonly Element[];
}

function inheritedChains(styles: Styles, paragraph: Element): Chains {
  let node = paragraph.parentNode;
  while (node !== null && !isWordElement(node, 'tbl')) node = node.parentNode;
  const table = isElement(node) ? styles.table(value(child(node, 'tblPr'), 'tblStyle')) : undefined;
  const block = styles.paragraph(value(child(paragraph, 'pPr'), 'pStyle'));
  return { paragraph: block?.chain ?? [], table: table?.chain ?? [] };
}

/**
 * Whether a property holds for a run. Of a line and of hiding, the styles of character, paragraph and table each turn over what the
 * one below them says; two lines are stated by the nearest.
 */
function isOn(styles: Styles, { paragraph, table }: Chains, run: Element, name: string): boolean {
  const own = child(run, 'rPr');
  const direct = flag(own, name);
  if (direct !== undefined) return direct;
  const character = styles.character(value(own, 'rStyle'))?.chain ?? [];
  const stated = [character, paragraph, table]
    .map((chain) =>
      nearestFlag(
        chain.map((style) => child(style, 'rPr')),
        name,
      ),
    )
    .filter((each) => each !== undefined);
  if (name === 'dstrike' || stated.length === 0) return stated[0] ?? flag(styles.defaults, name) ?? false;
  return stated.filter(Boolean).length % 2 === 1;
}
