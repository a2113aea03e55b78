import type { Context } from '../../knowledge/context.ts';
import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { deadline } from '../../language/calendar.ts';
import { documentKinds } from '../../language/document-kinds.ts';
import { viNumber } from '../../language/numbers.ts';
import { vi, viMeaning } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { keyOf } from '../../language/words.ts';
import type { Mention, MentionOf } from '../../model/mention.ts';
import { findAgencies } from './agencies/find.ts';
import { scanner } from './engine/rule.ts';
import { evenText } from './even-text.ts';
import { innerReferences } from './references/inner-steps.ts';
import { rules } from './rules.ts';
import { WITH_AIMS } from './times/with-aims.ts';

const scannerOf = built(
  ['documentSymbols', 'figures', 'figureWords', 'ranks', 'statementWords', 'timeWords', 'verbs'],
  (tables) => scanner(rules(tables)),
);

/**
 * Everything that the rules find in the text of one block, overlaps settled, in order of start.
 *
 * @param text NFC; offsets of the mentions are UTF-16 units of it
 */
export function findMentions(text: string, context: Context): readonly Mention[] {
  const even = evenText(context.knowledge, text);
  return mentionsIn(even.text, context).map(even.placed);
}

function mentionsIn(text: string, context: Context): readonly Mention[] {
  const all = [...scannerOf(context.knowledge)(text, context), ...findAgencies(text, context)];
  const settled = settledOverlaps(all, text.length);
  return joinRanges(saidTwice(inOrder(settled, text), text), text)
    .flatMap(spread)
    .filter(
      (mention) =>
        !(mention.kind === 'deadline' && cited(context.knowledge, mention, text)) &&
        !(mention.kind === 'quantity' && inStyle(text, mention)),
    );
}

/** "0cm;text-align:justify;line-height:130%\">": what a page's source left behind of how it looks. */
const inStyle = (text: string, { start, end }: Mention): boolean =>
  (STYLE_BEHIND.test(text.slice(end, end + 40)) && !WORD_AHEAD.test(text.slice(Math.max(0, start - 4), start))) ||
  STYLE_BEFORE.test(text.slice(Math.max(0, start - 40), start));
const WORD_AHEAD = /\p{L}\s$/u;
const STYLE_BEHIND = /^(?:"\s?\/?>|;\s?\p{Ll}+(?:-\p{Ll}+)*:\s?[\p{L}\d#-]+[;"])/u;
const STYLE_BEFORE = /(?:^|[;"\s])\p{Ll}+-[\p{Ll}-]+:\s?$/u;

/** Whose claim is the stronger where spans of different kinds cross. */
const STRENGTH: Readonly<Record<Mention['kind'], number>> = {
  reference: 4,
  inner: 3,
  deadline: 2,
  agency: 1,
  quantity: 0,
};

/**
 * Of one kind the longer span stays, else the earlier rule's; of two kinds the stronger. Agencies may be what a quantity counts
 * ("12 sở, ngành"): there only a quantity that lies in the name itself gives way.
 */
function settledOverlaps(mentions: readonly Mention[], length: number): Mention[] {
  const ranked = mentions
    .map((mention, order) => ({ mention, order }))
    .sort(
      (a, b) =>
        STRENGTH[b.mention.kind] - STRENGTH[a.mention.kind] ||
        b.mention.end - b.mention.start - (a.mention.end - a.mention.start) ||
        a.order - b.order,
    );
  /** For each UTF-16 unit, who has it. */
  const taken = new Uint8Array(length);
  const kept = ranked.flatMap(({ mention }) => {
    const { kind, start, end } = mention;
    const counting = kind === 'quantity' && taken[start] !== AGENCY;
    for (let i = start; i < end; i++) {
      if (taken[i] !== 0 && !(counting && taken[i] === AGENCY)) return [];
    }
    taken.fill(kind === 'agency' ? AGENCY : OTHER, start, end);
    return [mention];
  });
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

const OTHER = 1;
const AGENCY = 2;

const ROW =
  /(?<!\p{L})lần\slượt(?:\s\p{L}{2,6}){0,2}:?\s(?<row>(?:\d{1,3}(?:[.,]\d{1,2})?(?:\s?[-–—;]\s?|,\s|\svà\s)){1,12})$/iu;

/** "lần lượt đạt 55, 60 và 65%": figures in order whose unit only the last one has. */
function inOrder(mentions: readonly Mention[], text: string): Mention[] {
  return mentions.flatMap((mention) => {
    if (mention.kind !== 'quantity' || mention.value.unit !== '%' || mention.value.valueMax !== null) return [mention];
    const row = ROW.exec(text.slice(Math.max(0, mention.start - 120), mention.start))?.groups?.row;
    if (
      row === undefined ||
      mentions.some(({ start, end }) => end > mention.start - row.length && start < mention.start)
    )
      return [mention];
    const before = [...row.matchAll(/\d{1,3}(?:[.,]\d{1,2})?(?=\s?[-–—;]|,\s|\svà\s)/gu)].map((figure): Mention => {
      const start = mention.start - row.length + figure.index;
      const value = viNumber(figure[0]) ?? 0;
      return {
        ...mention,
        start,
        end: start + figure[0].length,
        text: figure[0],
        value: { ...mention.value, value, text: figure[0] },
      };
    });
    return [...before, mention];
  });
}

/** "100% (một trăm phần trăm)", "chín mươi phần trăm (90%)": a figure that is said in digits and in words is one. */
function saidTwice(mentions: readonly Mention[], text: string): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    const close = CLOSES_AGAIN.exec(text.slice(mention.end, mention.end + 12))?.[0];
    if (close !== undefined && mention.kind === 'quantity' && before !== undefined && isSame(before, mention, text)) {
      const end = mention.end + close.length;
      const written = text.slice(before.start, end);
      const comparator = before.value.comparator === '=' ? mention.value.comparator : before.value.comparator;
      joined[joined.length - 1] = {
        ...before,
        end,
        text: written,
        value: { ...before.value, comparator, text: written },
      };
    } else joined.push(mention);
  }
  return joined;
}

const OPENS_AGAIN = vi`^\s?\(\s?((viết)? bằng chữ|tức|tức là|tương đương)?\s?:?\s?$`;
const CLOSES_AGAIN = vi`^( chẵn)?[./]*\s?\)`;

function isSame(a: Mention, b: Mention, text: string): a is MentionOf<'quantity'> {
  if (a.kind !== 'quantity' || b.kind !== 'quantity') return false;
  const { value, valueMax, unit } = a.value;
  return (
    value === b.value.value &&
    valueMax === b.value.valueMax &&
    keyOf(unit) === keyOf(b.value.unit) &&
    OPENS_AGAIN.test(text.slice(a.end, b.start))
  );
}

/** "khoản 1 và khoản 2, mục I" are two references. */
function spread(mention: Mention): Mention[] {
  if (mention.kind !== 'inner') return [mention];
  return innerReferences(mention.text).map(({ steps, start, end }) => ({
    ...mention,
    start: mention.start + start,
    end: mention.start + end,
    text: mention.text.slice(start, end),
    value: { steps },
  }));
}

/** "từ ngày 01/7/2021" and "đến ngày 30/9/2021" are one time. */
function joinRanges(mentions: readonly Mention[], text: string): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    if (before?.kind === 'deadline' && mention.kind === 'deadline' && isRange(before, mention, text)) {
      const span = text.slice(before.start, mention.end);
      joined[joined.length - 1] = {
        ...mention,
        rule: before.rule,
        start: before.start,
        text: span,
        value: { ...deadline('during', { start: before.value.start, end: mention.value.end }), text: span },
      };
    } else joined.push(mention);
  }
  return joined;
}

function isRange(a: MentionOf<'deadline'>, b: MentionOf<'deadline'>, text: string): boolean {
  const { type, start, end } = a.value;
  const to = b.value;
  const between = text.slice(a.end, b.start);
  if (type !== 'during' || start === null || to.end === null || start > to.end) return false;
  // "từ ngày 10/10 - 15/10/2025", "10/10/2025 - 15/10/2025"
  if (/^\s?[-–]\s?$/u.test(between))
    return to.type === 'during' && (end === null || (to.start === to.end && end === start));
  return end === null && to.type === 'by' && !to.exclusive && /^\s?$/u.test(between);
}

/** A number of a document right before a date: "43/2011/NĐ-CP ngày 13/6/2011". */
const NUMBERED = /\d{1,6}[a-zđ]?\s?[/-]\s?[\p{L}\d/&\-– ]{1,30}\s?,?\s?(?:(?:được\s)?(?:ban hành|ký)\s)?$/u;
/** The name of a document goes on up to the time: "Luật … năm 2015", "Chương trình … giai đoạn 2021-2025". */
const patternsOf = built(['documentKinds', 'issueWords', 'timeWords', 'verbs'], (tables) => ({
  NAMED: vi`(?<![\p{L}\p{N}]|${viMeaning(tables.issueWords, 'aims')} )${documentKinds(tables).DATED}(?<name>(?![\p{L}\p{N}])[^.;:\n]{0,240})$`,
  /** What no name holds: something is said here. */
  STATEMENT: vi`%|${verbs(tables).CHANGES}|${verbs(tables).STRIVES}|${verbs(tables).COMPLETES}|đạt|nhằm|được|có|chiếm`,
  OUTLOOK: vi`^,?\s(và\s)?${viMeaning(tables.timeWords, 'vision')}`,
  /** How a time begins that nothing binds: a day; a day, a year or a stage. */
  DAY: vi`^(${viMeaning(tables.timeWords, 'day')}|\d)`,
  TIME: vi`^(${viMeaning(tables.timeWords, 'day', 'year', 'stage')}|\d)`,
}));

/** True where a time belongs to the name or citation of a document and binds nothing. */
function cited(knowledge: Knowledge, { start, end, value, text: own }: MentionOf<'deadline'>, text: string): boolean {
  const before = text.slice(Math.max(0, start - 260), start);
  const { NAMED, STATEMENT, OUTLOOK, DAY, TIME } = patternsOf(knowledge);
  const bareDate = DAY.test(own) && value.type === 'during';
  if (bareDate && NUMBERED.test(before.slice(-60))) return true;
  // "Chương trình … đến năm 2025, định hướng đến năm 2030"
  if (WITH_AIMS.test(text.slice(end, end + 60))) return false;
  const outlook = value.type === 'by' && OUTLOOK.test(text.slice(end, end + 20));
  const bare = value.type === 'during' && value.end !== null && TIME.test(own);
  const named = bare || outlook ? NAMED.exec(before) : null;
  const name = named?.groups?.name;
  // "hoàn thành 50% kế hoạch 6 tháng đầu năm": the share is one of what that time was planned for.
  if (name?.trim() === '' && /%\s?$/u.test(before.slice(0, named?.index))) return false;
  return (
    name !== undefined &&
    !STATEMENT.test(name) &&
    (name.length < 2 || /^\s[\p{L}\d“"]/u.test(name)) &&
    !/[,)]\s?$/u.test(name)
  );
}
