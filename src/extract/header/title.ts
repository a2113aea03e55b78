import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { viCapitals, viSource, viWords } from '../../language/pattern.ts';
import type { Form } from '../../model/record.ts';
import { bodyAt } from '../mentions/agencies/names.ts';

/** Patterns of titles. */
export const titlePatternsOf = built(
  ['documentKinds', 'titleWords', 'bodyOpenings', 'officeWords'],
  ({ documentKinds, titleWords, bodyOpenings, officeWords }) => {
    const named = documentKinds.filter(({ form }) => form !== undefined);
    const kinds = viCapitals(named).source;
    /** The words for kinds of documents, in small letters or any. */
    const KIND_WORDS = viWords(named).source;
    const capitalsOf = (meaning: TitleMeaning): string =>
      viCapitals(titleWords.filter(({ means }) => means.includes(meaning))).source;
    const before = titleWords.filter(({ means }) => means.includes('before-kind')).map(({ word }) => lastWord(word));
    /** "VỀ VIỆC BAN HÀNH KẾ HOẠCH", "VỀ KẾ HOẠCH": what a document is about. */
    const ABOUT = String.raw`(?<!(?<![\p{L}])(?:${[...new Set(before)].join('|')})\s{1,3})`;
    /** Words that go on with a kind word and still say only what kind of document it is. */
    const OF_KIND = String.raw`(?:\s+${capitalsOf('of-kind')})?`;
    const opening = (meaning: 'ends-title' | 'no-title'): string =>
      viSource`^${viWords(bodyOpenings.filter(({ means }) => means.includes(meaning)))}`;
    const enacting = officeWords.filter(({ means }) => means.includes('enacts'));
    const within = officeWords.filter(({ means }) => means.includes('enacts') || means.includes('enacts-within'));
    return {
      KIND_WORDS,
      KIND_LINE: new RegExp(String.raw`(?<=^|\n)\s*(?:Bản\s+)?(?:${KIND_WORDS})\s*(?=\n)`, 'giu'),
      OF_KIND,
      ITSELF: new RegExp(
        String.raw`(?<!\p{L})(?:${viWords(named.filter(({ issued }) => issued)).source})(?=\s+này(?!\p{L}))`,
        'giu',
      ),
      /** The kind word in capitals; "QUYẾT ĐỊNH:" opens a decision's articles. */
      KIND: new RegExp(String.raw`(?<=^|[\s"“|])${ABOUT}(?:${kinds})(?![\p{L}])(?!(?<=ĐỊNH)\s{0,2}:)`, 'gu'),
      KIND_ONLY: new RegExp(String.raw`^(?:BẢN\s+)?(?:${kinds})${OF_KIND}$`, 'u'),
      BODY_START: new RegExp(`${opening('ends-title')}|${NUMBERED}`, 'u'),
      /** No title begins so. */
      NO_TITLE: new RegExp(`${opening('no-title')}|${NUMBERED}|^(?:[(]|${viCapitals(enacting).source})`, 'u'),
      ASIDE: new RegExp(String.raw`^\(\s*${capitalsOf('aside')}`, 'iu'),
      /** A line that says who enacts. */
      ENACTS: new RegExp(String.raw`^(?:${viCapitals(enacting).source}|CHÍNH\s+PHỦ$|QUỐC\s+HỘI$)`, 'u'),
      /** The same inside a title, but for what the title speaks of. */
      ENACTS_WITHIN: new RegExp(
        String.raw`(?<!(?<![\p{L}])${capitalsOf('speaks-of')}|[,;:–-])\s(?=${viCapitals(within).source}\s)`,
        'gu',
      ),
      /** What stands first where the word for the kind is lost: "VỀ VIỆC …", "BAN HÀNH …". */
      HEADLESS: new RegExp(String.raw`^${capitalsOf('opens')}(?![\p{L}])`, 'u'),
    };
  },
);
type TitleMeaning = Knowledge['titleWords'][number]['means'][number];

const lastWord = (words: string): string => words.toUpperCase().split(' ').at(-1) ?? '';
const NUMBERED = String.raw`^(?:[IVX]{1,4}\s*[.-]|\d{1,2}[.)]\s|[A-D]\s*[.-]\s)`;

/** Offset of the kind word that opens the title, from an offset on. */
export function titleAt(knowledge: Knowledge, text: string, from: number): number | undefined {
  const { KIND, KIND_LINE } = titlePatternsOf(knowledge);
  KIND.lastIndex = from;
  const capitals = KIND.exec(text)?.index;
  KIND_LINE.lastIndex = from;
  const line = KIND_LINE.exec(text);
  const alone = line === null ? undefined : line.index + (/^\s*/u.exec(line[0])?.[0].length ?? 0);
  if (capitals === undefined || alone === undefined) return capitals ?? alone;
  return Math.min(capitals, alone);
}

/** What kind of document a title says it is; undefined where it opens with no word for one. */
export function formInTitle({ documentKinds }: Knowledge, title: string): Form | undefined {
  const words = title.replace(/\s+/gu, ' ').toUpperCase();
  return documentKinds.find(
    ({ word, form }) => form !== undefined && words.replace(/^BẢN /u, '').startsWith(word.toUpperCase()),
  )?.form;
}
/** What kind of document a text calls itself, most often: "trong phạm vi Quyết định này"; undefined where it does not. */
export function formOfItself(knowledge: Knowledge, text: string): Form | undefined {
  const counts = new Map<Form, number>();
  for (const [kind] of text.matchAll(titlePatternsOf(knowledge).ITSELF)) {
    const form = formInTitle(knowledge, kind);
    if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
export const formOf = (knowledge: Knowledge, title: string): Form => formInTitle(knowledge, title) ?? 'other';

/** A title from its kind word on: lines in capitals, or the lines up to the first that begins the body. */
export function titleFrom(
  knowledge: Knowledge,
  text: string,
  from: number,
): { readonly title: string; readonly end: number } {
  const { BODY_START, NO_TITLE, ASIDE, ENACTS } = titlePatternsOf(knowledge);
  let end = from;
  let title = '';
  let line = from;
  let small = false;
  for (let count = 0; count < 14 && line < text.length; count++) {
    const stop = text.indexOf('\n', line);
    const to = stop < 0 ? text.length : stop;
    const raw = text.slice(line, to);
    const words = raw.trim();
    if (words !== '' && !/^[-–_*.\s]+$/u.test(words)) {
      // Right after the kind word alone, "Thực hiện …" in small letters is the title, unless it is a sentence.
      const first =
        count > 0 && isKindOnly(knowledge, title) && !NO_TITLE.test(words) && !/[;:.]$|như sau/u.test(words);
      if (count > 0 && !first && (BODY_START.test(words) || ASIDE.test(words))) break;
      if (title.includes(' ') && count > 0 && ENACTS.test(words) && words.length < 80) break;
      const capitals = capitalsEnd(raw);
      const alone = formInTitle(knowledge, title) !== undefined || count <= 1;
      if (capitals < raw.trimEnd().length) {
        // A line with small letters goes with the kind word alone above it, and with the small line before it.
        const opening = !small && isKindOnly(knowledge, title) && capitals < 12;
        const next = small && /^[\p{Ll}\d“"(]/u.test(words) && !/[.;:]$/u.test(title);
        if (!alone || (!opening && !next) || words.length > 400) {
          const part = raw.slice(0, capitals).trimEnd();
          if (part.trim() !== '' && !small) {
            title = `${title} ${part}`.trim();
            end = line + part.length;
          }
          break;
        }
        small = true;
      } else if (small) break;
      title = `${title} ${words}`.trim();
      end = line + raw.trimEnd().length;
      if (title.length > 600) break;
    }
    line = to + 1;
  }
  const trimmed = title
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?:[IVX]+\.?|A\.|[“"(-])$/u, '')
    .trim();
  const own = withoutOffice(knowledge, trimmed);
  return own === trimmed ? { title: trimmed, end } : { title: own, end: endOf(text.slice(from, end), own) + from };
}

/** Who enacts is written between a title and the first "Căn cứ": "… NĂM 2026 ỦY BAN NHÂN DÂN TỈNH …", "… HỘI ĐỒNG NHÂN DÂN … KHÓA X, KỲ HỌP THỨ 5". */
function withoutOffice(knowledge: Knowledge, title: string): string {
  for (const { index } of title.matchAll(titlePatternsOf(knowledge).ENACTS_WITHIN)) {
    const body = bodyAt(knowledge, title, index + 1, null);
    if (body !== undefined && /^(?:,?\s*KH(?:ÓA|OÁ)\s.*)?$/u.test(title.slice(body.end).trim()))
      return title.slice(0, index);
  }
  return title;
}
/** End in a text of the last word of a title that was cut from it. */
function endOf(text: string, title: string): number {
  let at = 0;
  for (const word of title.split(' ')) at = text.indexOf(word, at) + word.length;
  return at;
}

const isKindOnly = (knowledge: Knowledge, title: string): boolean =>
  title === '' || titlePatternsOf(knowledge).KIND_ONLY.test(title.replace(/\s+/gu, ' ').toUpperCase());

/**
 * Where the title opens in a letterhead's text: at its kind word, or, where that is lost, at the first line in capitals after the
 * letterhead that is not the name of who enacts.
 *
 * @param start where the letterhead begins
 * @param end where number and date end; a kind word far below opens a heading of the body
 */
export function titleStart(knowledge: Knowledge, text: string, start: number, end: number): number | undefined {
  const { HEADLESS, ENACTS } = titlePatternsOf(knowledge);
  const named = titleAt(knowledge, text, start);
  const near = named !== undefined && named < end + 400 ? named : undefined;
  const [, gap = '', line = ''] = /^(\s*)([^\n]*)/u.exec(text.slice(end, end + 600)) ?? [];
  const first = end + gap.length;
  if (HEADLESS.test(line) && first < (near ?? Number.POSITIVE_INFINITY)) return first;
  const capitals = /^\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line) && line.length > 12 && !ENACTS.test(line);
  return near ?? (capitals ? first : undefined);
}

/** End of the words in capitals that a line opens with; numbers of documents among them may have small letters. */
function capitalsEnd(line: string): number {
  let end = 0;
  let quoted = false;
  for (const token of line.matchAll(/\S+/gu)) {
    const word = token[0];
    const numbered = /^\(?\d+[\p{L}]?[/-]/u.test(word);
    if (/\p{Ll}/u.test(word) && !numbered && !quoted) {
      // The first letter of "Thực hiện …" is one of the body's.
      return bodyWord(line, end);
    }
    if (/^(?:[IVX]{1,4}\.|[A-D]\.|PHẦN$)/u.test(word) && end > 8) return end;
    if (/“/u.test(word)) quoted = !/”/u.test(word);
    else if (/”/u.test(word)) quoted = false;
    end = token.index + word.length;
  }
  return end;
}

/** "… NĂM 2024 UBND tỉnh ban hành": the body's first word may itself be in capitals. */
const bodyWord = (line: string, end: number): number => {
  const own = /\s(?:UBND|HĐND|TP\.?|Đ|Ủ)$/u.exec(line.slice(0, end));
  return own === null ? end : own.index;
};
