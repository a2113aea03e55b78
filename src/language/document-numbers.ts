import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { Form, type ReferenceType } from '../model/record.ts';
import { keyOf, phrase } from './words.ts';

type Tables = Pick<Knowledge, 'documentSymbols'>;

const upper = (text: string): string => text.toUpperCase();
const capital = (text: string): string => upper(text.slice(0, 1)) + text.slice(1);
/** A word in the three ways that running text, sentence starts and titles write it; the symbols themselves tell case. */
const cased = (text: string): string => [text, capital(text), upper(text)].map(phraseAsIs).join('|');
/** `phrase` folds case, which these sources must not. */
function phraseAsIs(text: string): string {
  const folded = phrase(text);
  return text === upper(text)
    ? folded.replace(/\p{Ll}/gu, (letter, at: number) => (folded[at - 1] === '\\' ? letter : upper(letter)))
    : text === capital(text)
      ? folded.replace(/^\p{Ll}/u, upper)
      : folded;
}
const longestFirst = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((entry) => entry.replace(/[.&]/gu, String.raw`\$&`))
    .join('|');

const DASH = String.raw`[-–.]`;
/** Who issues, as a part of a symbol: capitals, "&", now and then a small letter ("TTg", "ThU"). */
const BODY = String.raw`[A-ZĐƯ](?:[A-ZĐƯ&\d]|[a-zđ](?=[A-ZĐƯ]|(?![\p{L}\p{N}]))){0,19}`;
/** Bodies that are written so at the end of a number. */
const GLUED = '(?:UBND|HĐND|CP|TTg|B[A-ZĐ]{2,8})';
const GLUED_SYMBOL = new RegExp(`^(?<kind>\\p{L}{2,5}?)(?<by>${GLUED})$`, 'u');
const GAP = String.raw`\s{0,2}`;
const YEAR = String.raw`(?:19|20)\d{2}`;

/** Sources of patterns for documents' numbers. */
export const numberSourcesOf = built(['documentSymbols'], ({ documentSymbols: { types, spellings, words } }) => {
  const TYPE = longestFirst([
    ...Object.keys(types).filter((type) => type !== 'QH' && type !== 'UBTVQH'),
    ...Object.keys(spellings),
  ]);
  const WORD = Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .map(cased)
    .join('|');
  /** "43/2011/NĐ-CP", "01-CTr/TU", "30c/NQ-CP", "202/2025/QH15", "8935/BNV-CTTN&BĐG"; spaces may stand at its joints. */
  const SYMBOL = [
    // A known kind, then who issued it.
    String.raw`(?:${TYPE})(?:${GAP}[-–./]${GAP}(?!${YEAR})${BODY})(?:${DASH}${BODY}|/${BODY}){0,3}`,
    // The same with the hyphen lost between the two: "QĐUBND".
    String.raw`(?:${TYPE})${GLUED}`,
    String.raw`(?:UBTVQH|QH)\d{0,2}(?:${DASH}${BODY})?`,
    // A letter: who sends it, then the unit that wrote it; a committee may stand alone. Spaces may stand at the hyphen.
    String.raw`[A-ZĐ]{2}[A-ZĐ&a-z]{0,14}(?:${DASH}|\s?[-–]\s?)${BODY}(?:${DASH}${BODY}){0,2}`,
    // "5/ UBND các xã" is an item.
    String.raw`(?<!\s)(?:UBND|HĐND)(?:\s?[-–]\s?${BODY}(?=[\s.,;)]|$))?`,
  ].join('|');
  return {
    /** A document's number, with the groups serial, year, joint, symbol. Case counts. */
    NUMBER: String.raw`(?<serial>\d{1,6}[a-zđ]?)${GAP}(?:/${GAP}(?<year>${YEAR})${GAP})?(?<joint>[/–-])${GAP}(?<symbol>${SYMBOL})(?:(?![\p{L}\p{N}])|(?=CỘNG\s))`,
    /** The word for a kind of document, and "số" where it stands; the group word. */
    KIND: String.raw`(?<word>${WORD})\s{1,4}(?:(?:số|Số|SỐ)\s{0,2}:?\s{0,4})?`,
  };
});

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * The usual form of a number that `NUMBER` matched: no spaces, usual case, the Party's "44-KH/TU" and the state's "44/KH-UBND".
 */
export function normalNumber(
  { documentSymbols: { types, spellings, party } }: Tables,
  { serial, year, joint, symbol }: Groups,
): string | undefined {
  if (serial === undefined || symbol === undefined) return undefined;
  const parts = symbol
    .replace(/\s+/gu, '')
    .split(/[-–./]/u)
    .flatMap((part, i) => (i === 0 ? ungluedOf(types, part) : [part]))
    .filter((part) => part !== '')
    .map((part) => spellings[part] ?? part);
  const [type, ...by] = parts;
  if (type === undefined) return undefined;
  const issuer = by.at(-1);
  // The Party sends no telegrams: "84/CĐ-TW" is a committee's of the state.
  const ofParty = type in types && type !== 'CĐ' && year === undefined;
  if (by.length === 1 && issuer !== undefined && ofParty && party.includes(issuer)) {
    return `${serial}-${type}/${issuer.replace('TƯ', 'TW')}`;
  }
  // The Party's own joints where the writer used them for another of its bodies: "30-TB/TGV".
  if (joint !== '/' && year === undefined && by.length > 0) return `${serial}-${type}/${by.join('-')}`;
  // A dot is part of the number where the office prints one, "06/QC-TT.HĐND", but for the one behind the kind.
  const joints = symbol.replace(/\s+/gu, '').match(/[-–./]+/gu) ?? [];
  const whole = parts
    .map((part, i) => (i === 0 ? part : `${joints[i - 1] === '.' && (i > 1 || !(type in types)) ? '.' : '-'}${part}`))
    .join('');
  return `${serial}/${year === undefined ? '' : `${year}/`}${whole}`;
}

/** The kind of document, from its symbol, else from the word before its number. */
export function typeOfDocument(
  { documentSymbols: { types, spellings, words } }: Tables,
  { word, symbol }: Groups,
): ReferenceType {
  const said = word === undefined ? undefined : words[keyOf(word)];
  const first = (symbol ?? '').replace(/\s+/gu, '').split(/[-–./]/u)[0] ?? '';
  const type = spellings[first] ?? first;
  if (/^(?:UBTV)?QH\d*$/u.test(type)) return said ?? types[type.replace(/\d+$/u, '')] ?? 'other';
  // "02-TT/TU" is a Thông tri, not a Thông tư.
  if (type === 'TT' && (said === 'other' || /TU$|TW$/u.test(symbol ?? ''))) return 'other';
  return types[type] ?? said ?? 'official-letter';
}

/**
 * The form of a document by the first part of its symbol: "QĐ" is a decision, "UBND" of "846/UBND-TH" names who sends a letter.
 */
export function formOfSymbol({ documentSymbols: { types, forms, spellings } }: Tables, symbol: string | null): Form {
  if (symbol === null) return 'other';
  const kind = spellings[symbol] ?? symbol;
  if (forms[kind] !== undefined) return forms[kind];
  if (types[kind] === undefined) return /^\p{Lu}{2}/u.test(kind) ? 'official-dispatch' : 'other';
  const form = Form.safeParse(types[kind]);
  return form.success ? form.data : 'other';
}

function ungluedOf(types: Readonly<Record<string, unknown>>, part: string): readonly string[] {
  const { kind = '', by = '' } = GLUED_SYMBOL.exec(part)?.groups ?? {};
  return kind in types ? [kind, by] : [part];
}
