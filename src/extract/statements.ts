import type { MentionOf } from '../model/mention.ts';
import { type Range, trim, withoutAsides } from './sentences.ts';
import { anyOf, edged } from './words.ts';

/** One figure with the words that say what it measures. All offsets are in the text of the block. */
export interface Statement {
  readonly quantity: MentionOf<'quantity'>;
  /** The shortest run that carries the measure and its figure. */
  readonly quote: Range;
  /** What is measured, without the figure. */
  readonly indicator: string;
  /** Words before the figure in the statement, lead-ins included: verbs that give the direction stand here. */
  readonly before: Range;
  /** The statement's own part: what tells it from others that share its quote. */
  readonly own: Range;
  readonly sentence: Range;
  /** How the figure and its measure stand: a figure alone in its statement is the doubtful case. */
  readonly shape: 'figure-first' | 'measure-first' | 'verb-first' | 'figure-alone';
}

/** Verbs that make a clause of a noun phrase: what follows "100% …" is a statement once one of them stands there. */
const PREDICATES = [
  'được',
  'có',
  'đạt',
  'phải',
  'thực hiện',
  'hoàn thành',
  'triển khai',
  'sử dụng',
  'áp dụng',
  'ban hành',
  'xây dựng',
  'tham gia',
  'đảm bảo',
  'bảo đảm',
  'bố trí',
  'cung cấp',
  'kết nối',
  'hoàn thiện',
  'tiến hành',
  'duy trì',
  'biết',
  'là',
  'không còn',
  'không',
  'thường xuyên',
  'tiếp cận',
  'kịp thời',
  'hưởng',
  'cập nhật',
  'chuyển',
  'đăng ký',
  'thành lập',
  'đi vào',
  'trở thành',
  'đáp ứng',
];
const PREDICATE = new RegExp(edged(anyOf(PREDICATES)), 'iu');

/** Words that only open a statement; the measure begins after them. */
const OPENERS = [
  'phấn đấu',
  'đảm bảo',
  'bảo đảm',
  'cụ thể',
  'cụ thể là',
  'cụ thể như sau',
  'trong đó',
  'trong đó có',
  'và',
  'đồng thời',
  'để',
  'nhằm',
  'hướng tới',
  'ước',
  'ước đạt',
  'dự kiến',
  'quyết tâm',
  'nỗ lực',
  'riêng',
  'gồm',
  'bao gồm',
  'như',
  'thì',
  'còn',
  'theo đó',
  'mục tiêu',
  'chỉ tiêu',
  'mục tiêu là',
  'yêu cầu',
  'cơ bản',
  'tiến tới',
  'đến hết',
  'từng bước',
  'tối thiểu có',
  'ít nhất có',
  'cố gắng',
  'thực hiện',
];
const OPENER = new RegExp(
  String.raw`^(?:${edged(anyOf(OPENERS))}|(?:chỉ tiêu|mục tiêu|nhiệm vụ)\s+(?:số\s+)?\d+(?:\.\d+)*\s*[:.]?)[\s,:–-]*`,
  'iu',
);

/** A clause that only says by what or whence. */
const REFERS = new RegExp(
  `^\\s*${edged(anyOf(['theo', 'căn cứ', 'thực hiện', 'qua', 'trên cơ sở', 'tính đến', 'triển khai']))}`,
  'iu',
);
/** After a comma, these begin what is really aimed at. */
const AIMS_AT = new RegExp(
  String.raw`,\s*(?:từng bước\s+)?${edged(anyOf(['phấn đấu', 'góp phần', 'bảo đảm đạt', 'đảm bảo đạt', 'góp phần đạt', 'tiến tới', 'hướng tới', 'mục tiêu']))}`,
  'giu',
);

/** A verb that stands right before its figure belongs to the statement: "giảm 2%", "duy trì 100%". */
const GOVERNS = new RegExp(
  `${edged(anyOf(['duy trì', 'hoàn thành', 'giảm', 'tăng', 'cắt giảm', 'tăng thêm', 'giảm thêm', 'kéo giảm', 'tiết kiệm', 'rút ngắn']))}\\s*$`,
  'iu',
);

const isShare = (figure: MentionOf<'quantity'>): boolean => figure.value.unit.startsWith('%');

/** Words between a measure and its figure; alone they are no measure. */
const LINKS = new RegExp(
  String.raw`^(?:\s|,|:|${edged(
    anyOf([
      'đạt',
      'có',
      'là',
      'còn',
      'xuống',
      'lên',
      'đến',
      'tới',
      'với',
      'chiếm',
      'đạt tỷ lệ',
      'đạt mức',
      'ở mức',
      'tỷ lệ',
      'tỉ lệ',
      'mức',
      'đạt được',
      'hoàn thành',
      'duy trì',
      'ít nhất',
      'tối thiểu',
      'từ',
      'bằng',
      'vào',
      'số lượng',
      'tăng',
      'giảm',
      'khoảng',
      'trên',
      'đều',
    ]),
  )})*$`,
  'iu',
);

/** Nouns with which a measure begins: after a comma, they begin a statement of their own. */
const HEADS = anyOf([
  'tỷ lệ',
  'tỉ lệ',
  'mức',
  'số',
  'tổng',
  'tỷ trọng',
  'tỉ trọng',
  'tốc độ',
  'chỉ số',
  'thu nhập',
  'diện tích',
  'sản lượng',
  'giá trị',
  'quy mô',
  'tuổi thọ',
  'năng suất',
  'mật độ',
  'tỷ số',
  'tỷ suất',
  'thời gian',
  'kim ngạch',
  'doanh thu',
  'thu ngân sách',
  'hệ số',
  'vốn',
  'các',
]);
const HEAD = new RegExp(`^${edged(HEADS)}`, 'iu');

/** Verbs of change: an amount that no verb governs takes one from the clause before. */
const CHANGE = new RegExp(
  `^${edged(anyOf(['rút ngắn', 'cắt giảm', 'giảm', 'giảm thiểu', 'tăng', 'nâng', 'nâng cao', 'hạ', 'tiết kiệm', 'mở rộng']))}`,
  'iu',
);
const CHANGE_ANYWHERE = new RegExp(
  edged(anyOf(['rút ngắn', 'cắt giảm', 'giảm', 'tăng', 'nâng', 'hạ', 'đạt', 'còn', 'chiếm', 'là', 'ở mức'])),
  'iu',
);

/** A clause that begins so goes on with the one before. */
const CONTINUES = new RegExp(
  `^${edged(anyOf(['giữa', 'của', 'tại', 'với', 'bằng', 'cho', 'từ', 'theo', 'bởi']))}`,
  'iu',
);

/** "từ 23% xuống còn dưới 18%": what stands between the two figures of a change. */
const MOVES =
  /^\s*(?:\([^)]*\)\s*)?(?:vào\s+)?(?:năm\s+\d{4}\s*)?,?\s*(?:xuống|lên|giảm|tăng)?\s*(?:xuống|lên|còn|đến|tới)\s*(?:còn|dưới|trên|mức|khoảng)?\s*$/iu;

/** A comma after which another subject has its own say: ", hội nghị đã đề ra …", ", các văn bản … được …". */
const NEW_CLAUSE =
  /,\s+(?:(?:\p{L}+\s+){1,4}(?:đã|đều|sẽ)\s|(?:các|những|mọi)\s+[^,;]{3,80}?\s(?:đều|được|phải|trao đổi)\s)/iu;

/** What may follow a figure at the end of its statement and belongs to it. */
const SHARE_OF = new RegExp(
  String.raw`^\s*${edged(anyOf(['so với', 'tổng', 'trên tổng', 'trong tổng', 'trên tổng số', 'tổng số', 'của tổng', 'GRDP', 'GDP', 'dân số', 'mỗi năm', 'hằng năm', 'hàng năm', 'bình quân', 'trở lên', 'trở xuống', 'theo chuẩn', 'được']))}`,
  'iu',
);

/**
 * Finds, for each figure of a sentence, the words that say what it measures.
 *
 * @param text of the block
 * @param sentence range in it
 * @param quantities of the sentence, in order, those that measure something
 * @param times ranges of the sentence's time phrases
 */
export function readStatements(
  text: string,
  sentence: Range,
  quantities: readonly MentionOf<'quantity'>[],
  times: readonly Range[],
): Statement[] {
  const asides = bracketed(text, sentence).filter((aside) => quantities.some((q) => within(q, aside)));
  const outer = quantities.filter((q) => !asides.some((aside) => within(q, aside)));
  const inner = asides.flatMap((aside) =>
    readStatements(
      text,
      { start: aside.start + 1, end: aside.end - 1 },
      quantities.filter((q) => within(q, aside)),
      times,
    ).map((statement) => ofAside(text, sentence, aside, statement)),
  );
  return [...readPlain(text, sentence, outer, times), ...inner].sort((a, b) => a.quantity.start - b.quantity.start);
}

const within = (part: Range, whole: Range): boolean => part.start > whole.start && part.end < whole.end;

/** Outermost bracketed ranges of a sentence, the brackets included. */
function bracketed(text: string, { start, end }: Range): Range[] {
  const ranges: Range[] = [];
  let depth = 0;
  let open = start;
  for (let i = start; i < end; i++) {
    if (text[i] === '(') {
      if (depth === 0) open = i;
      depth++;
    } else if (text[i] === ')' && depth > 0) {
      depth--;
      if (depth === 0) ranges.push({ start: open, end: i + 1 });
    }
  }
  return ranges;
}

/** A statement whose measure is the one before it: quoted from there. */
function ofSameMeasure(statement: Statement, before: Statement, linked: boolean): Statement {
  const { quote } = statement;
  return {
    ...statement,
    quote: { start: before.quote.start, end: quote.end },
    indicator: before.indicator,
    // "tăng từ 60% lên 80% năm 2025 và 95% năm 2030": what happened to the one happens to the other.
    ...(linked ? {} : { before: before.before }),
    shape: 'measure-first',
  };
}

/** "Bắc Văn Yên (88,05%)": a figure alone in brackets says something of the words before them. */
function ofAside(text: string, sentence: Range, aside: Range, statement: Statement): Statement {
  if (statement.shape !== 'figure-alone' || statement.indicator !== '') return { ...statement, sentence };
  const before = text.slice(sentence.start, aside.start);
  const cut = Math.max(
    before.lastIndexOf(','),
    before.lastIndexOf(';'),
    before.lastIndexOf(':'),
    before.lastIndexOf(')'),
  );
  const start = trim(text, sentence.start + cut + 1, aside.start).start;
  return {
    ...statement,
    sentence,
    quote: { start, end: aside.end },
    own: { start, end: aside.end },
    before: { start, end: statement.quantity.start },
    indicator: tidy(text.slice(start, aside.start)),
  };
}

function readPlain(
  text: string,
  sentence: Range,
  quantities: readonly MentionOf<'quantity'>[],
  times: readonly Range[],
): Statement[] {
  const flat = withoutAsides(text.slice(sentence.start, sentence.end)).padEnd(sentence.end - sentence.start);
  const plain = (start: number, end: number): string =>
    flat.slice(Math.max(0, start - sentence.start), Math.max(0, end - sentence.start));
  const statements: Statement[] = [];

  for (const clause of clauses()) {
    const all = quantities.filter((q) => q.start >= clause.start && q.start < clause.end);
    // "giảm từ 23 … xuống 18": the first figure is where the measure stands, the second where it is to go.
    const figures = all.filter((q, i) => !movesOn(q, all[i + 1]));
    const starts = figures.map((figure, i) => startOf(clause, figures, i));
    figures.forEach((figure, i) => {
      const start = starts[i] ?? clause.start;
      const next = figures[i + 1];
      const nextStart = next === undefined ? clause.end : (starts[i + 1] ?? clause.end);
      // "90% hồ sơ cấp tỉnh, 80% … và 60% … được xử lý": the figures share what is said of the last one.
      const shares =
        next !== undefined &&
        (text.slice(nextStart, next.start).trim() === '' || (isShare(figure) && !isShare(next))) &&
        !PREDICATE.test(plain(figure.end, nextStart)) &&
        (lead(start, figure.start).empty || isShare(figure));
      const ownEnd = next === undefined ? clause.end : Math.max(figure.end, nextStart);
      const opening = lead(start, figure.start);
      const before = statements.at(-1);
      // "…; phấn đấu đến năm 2025 đạt tỷ lệ 100%": the measure is that of the figure before.
      const statement = make(figure, { start, end: shares ? clause.end : ownEnd }, ownEnd);
      const alone =
        opening.empty && (opening.linked || statement.shape === 'figure-alone') && isEnd(figure.end, ownEnd);
      // A count brings its own noun.
      const again = i > 0 && alone && countedNoun(figure) === '' ? before : undefined;
      statements.push(again === undefined ? statement : ofSameMeasure(statement, again, opening.linked));
    });
  }
  return statements;

  function movesOn(figure: MentionOf<'quantity'>, next: MentionOf<'quantity'> | undefined): boolean {
    if (
      next === undefined ||
      !/(?:^|\s)từ\s/iu.test(` ${text.slice(Math.max(sentence.start, figure.start - 4), figure.end)}`)
    )
      return false;
    return MOVES.test(text.slice(figure.end, next.start));
  }

  /** Clauses between semicolons, with those joined that only together say something. */
  function clauses(): Range[] {
    const parts: Range[] = [];
    let from = sentence.start;
    for (let i = sentence.start; i <= sentence.end; i++) {
      if (i < sentence.end && plain(i, i + 1) !== ';') continue;
      const part = trim(text, from, i);
      if (part.end > part.start) parts.push(part);
      from = i + 1;
    }
    const joined: Range[] = [];
    for (const part of parts) {
      const before = joined.at(-1);
      if (before !== undefined && belongsTo(before, part))
        joined[joined.length - 1] = { start: before.start, end: part.end };
      else joined.push(part);
    }
    return joined.map((clause) => afterColon(clause));
  }

  function belongsTo(before: Range, part: Range): boolean {
    const figures = quantities.filter((q) => q.start >= before.start && q.end <= before.end);
    const own = quantities.filter((q) => q.start >= part.start && q.end <= part.end);
    const last = figures.at(-1);
    const first = own[0];
    if (last !== undefined && first === undefined) {
      if (CONTINUES.test(text.slice(part.start, part.end))) return true;
      // "100% các cơ quan cấp tỉnh; UBND cấp huyện được đánh giá": nothing is said of the figure yet.
      return (
        !PREDICATE.test(plain(last.end, before.end)) &&
        lead(statementStart(before, last), last.start).empty &&
        PREDICATE.test(plain(part.start, part.end))
      );
    }
    if (first === undefined) return false;
    const opening = lead(part.start, first.start);
    // "phấn đấu đến năm 2025 đạt tỷ lệ 100%": the measure is that of the clause before.
    if (last !== undefined && opening.empty && opening.linked && isEnd(first.end, part.end)) return true;
    // "Rút ngắn thời gian A; thời gian B … tối thiểu 35%": the verb of the first clause governs the amount.
    if (
      last === undefined &&
      !opening.empty &&
      CHANGE.test(text.slice(lead(before.start, before.end).from, before.end))
    ) {
      return !CHANGE_ANYWHERE.test(plain(part.start, first.start)) && isEnd(first.end, part.end);
    }
    return false;
  }

  /** Where nothing but times, shares or the end follows a figure, its measure stood before it. */
  function isEnd(from: number, to: number): boolean {
    const rest = skipTimes(from, to);
    const words = text.slice(rest, to);
    return /^[\s.,;:!)]*$/u.test(words) || SHARE_OF.test(words) || /^\s*(?:để|nhằm|và\s+\p{Ll}+|[,.])/u.test(words);
  }

  function skipTimes(from: number, to: number): number {
    let at = from;
    for (;;) {
      let next = at;
      while (next < to && /[\s,]/u.test(text[next] ?? '')) next++;
      const time = times.find((t) => t.start === next && t.end <= to);
      // Without a time behind it, a comma still ends what stands before it.
      if (time === undefined) return /,/u.test(text.slice(at, next)) ? at : next;
      at = time.end;
    }
  }

  /** "Về cải cách thể chế: 100% …", "cụ thể: 100% …": the statement begins after the last colon before its first figure. */
  function afterColon(clause: Range): Range {
    const first = quantities.find((q) => q.start >= clause.start && q.end <= clause.end);
    if (first === undefined) return clause;
    const colon = plain(clause.start, first.start).lastIndexOf(':');
    if (colon < 0) return clause;
    const after = trim(text, clause.start + colon + 1, clause.end);
    // "Chỉ số hài lòng: 90%": the colon stands for "là".
    const measure = text.slice(clause.start, clause.start + colon);
    if (
      lead(after.start, first.start).empty &&
      isEnd(first.end, clause.end) &&
      !/^\s*(?:chỉ tiêu|mục tiêu)\s+\d/iu.test(measure)
    )
      return clause;
    return after;
  }

  function startOf(clause: Range, figures: readonly MentionOf<'quantity'>[], i: number): number {
    const figure = figures[i];
    const before = figures[i - 1];
    if (figure === undefined) return clause.start;
    if (before === undefined) return clause.start;
    return statementStart({ start: before.end, end: clause.end }, figure);
  }

  /** Start of the statement of a figure that is not the first of its clause: after the separator that parts it from the one before. */
  function statementStart(range: Range, figure: MentionOf<'quantity'>): number {
    const between = plain(range.start, figure.start);
    const inWhich = between.lastIndexOf('trong đó');
    if (inWhich >= 0) return range.start + inWhich;
    let best = -1;
    for (const match of between.matchAll(/[,'’"”]\s*|\s(?:và|còn)\s/gu)) {
      const at = match.index + match[0].length;
      const rest = text.slice(range.start + at, figure.start);
      if (lead(range.start + at, figure.start).empty || HEAD.test(rest) || CHANGE.test(rest)) {
        best = at;
        break;
      }
      if (match[0].trim() !== 'và') best = at;
    }
    return best < 0 ? range.start : range.start + best;
  }

  /** What stands between the start of a statement and its figure, opening words and times aside. */
  function lead(
    start: number,
    figure: number,
  ): { readonly from: number; readonly empty: boolean; readonly linked: boolean } {
    let from = afterPreamble(start, figure);
    while (from < figure && /[\s;,]/u.test(text[from] ?? '')) from++;
    for (;;) {
      const skipped = skipTimes(from, figure);
      const opener = OPENER.exec(text.slice(skipped, figure));
      const next = opener === null ? skipped : skipped + opener[0].length;
      if (next === from) break;
      from = next;
    }
    const rest = removeTimes(from, figure);
    return {
      from: Math.min(from, figure),
      empty: LINKS.test(rest),
      linked: /(?:đạt|còn|xuống|lên|tăng|giảm)/iu.test(text.slice(start, figure)),
    };
  }

  /** Past what only leads up to the measure: "Theo Quyết định …, …", "Tạo sự thống nhất …, phấn đấu đạt …". */
  function afterPreamble(start: number, figure: number): number {
    const words = plain(start, figure);
    const comma = words.lastIndexOf(',');
    if (comma >= 0 && REFERS.test(words)) return start + comma + 1;
    let from = start;
    for (const match of words.matchAll(AIMS_AT)) from = start + match.index + match[0].length;
    return from;
  }

  function removeTimes(from: number, to: number): string {
    let rest = '';
    let at = from;
    for (const time of times) {
      if (time.start < at || time.end > to) continue;
      rest += text.slice(at, time.start);
      at = time.end;
    }
    return rest + text.slice(at, Math.max(at, to));
  }

  function make(figure: MentionOf<'quantity'>, range: Range, ownEnd: number): Statement {
    const opening = lead(range.start, figure.start);
    const afterTime = skipTimes(figure.end, range.end);
    const tail = text.slice(afterTime, range.end);
    const ends = isEnd(figure.end, range.end);
    const shape = opening.empty
      ? ends && !SHARE_OF.test(tail)
        ? 'figure-alone'
        : 'figure-first'
      : ends
        ? 'measure-first'
        : 'verb-first';
    const end =
      shape === 'measure-first' || shape === 'figure-alone'
        ? endAfter(figure, range)
        : endOfClause(figure, range, shape);
    const from = opening.empty
      ? figureStart(opening.from, figure.start)
      : shape === 'verb-first'
        ? verbStart(opening.from, figure.start)
        : opening.from;
    const quote = trim(text, afterMarks(from, figure.start), Math.max(end, figure.end));
    return {
      quantity: figure,
      quote,
      indicator: tidy(measured(figure, shape, text.slice(opening.from, figure.start), text.slice(afterTime, end))),
      before: { start: range.start, end: figure.start },
      own: { start: quote.start, end: Math.max(figure.end, Math.min(ownEnd, quote.end)) },
      sentence,
      shape,
    };
  }

  /** Past what only marks an item or is left of the words before it: "- Phấn đấu", "; 02 dự án". */
  function afterMarks(from: number, to: number): number {
    let at = from;
    while (at < to && /[\s,;:.)\]–+•*-]/u.test(text[at] ?? '')) at++;
    return at;
  }

  /** The last piece of a lead that is but a short verb phrase is all that governs the figure: "…, cung cấp 614 dịch vụ". */
  function verbStart(from: number, figure: number): number {
    const comma = plain(from, figure).lastIndexOf(',');
    if (comma < 0) return from;
    const piece = trim(text, from + comma + 1, figure);
    const words = text.slice(piece.start, piece.end).split(/\s+/u).length;
    return piece.end > piece.start && words <= 6 && !HEAD.test(text.slice(piece.start, piece.end)) ? piece.start : from;
  }

  /** End of a statement whose measure follows its figure: where the clause ends, or another subject begins. */
  function endOfClause(figure: MentionOf<'quantity'>, range: Range, shape: string): number {
    const rest = plain(figure.end, range.end);
    const said = PREDICATE.exec(rest);
    // A count is said with its noun; of a share, the predicate must have come first.
    const counted = shape === 'verb-first' && !figure.value.unit.startsWith('%');
    const after = counted || said === null ? 0 : said.index;
    const cut = said === null && !counted ? -1 : rest.slice(after).search(NEW_CLAUSE);
    if (cut >= 0) return lastWord(figure.end + after + cut);
    // "Để đạt 100% …, hội nghị đã đề ra …": the purpose ends where its main clause begins.
    const main = /^(?:để|nhằm)\s/iu.test(text.slice(sentence.start, figure.start)) ? rest.indexOf(',') : -1;
    return lastWord(main < 0 ? range.end : figure.end + main);
  }

  /** "Hằng năm có 100%": a time that stands at the figure stays with it; opening verbs do not. */
  function figureStart(from: number, figure: number): number {
    const governs = GOVERNS.exec(text.slice(from, figure));
    return governs === null ? figure : from + governs.index;
  }

  /** End of a statement whose measure stood before the figure: with its time, its base and what it is a share of. */
  function endAfter(figure: MentionOf<'quantity'>, range: Range): number {
    let end = figure.end;
    const time = skipTimes(figure.end, range.end);
    if (times.some((t) => t.start >= figure.end && t.end <= time && t.end > end))
      end = Math.max(...times.filter((t) => t.start >= figure.end && t.end <= time).map((t) => t.end));
    const rest = text.slice(end, range.end);
    if (SHARE_OF.test(rest)) {
      const stop = plain(end, range.end).search(/[,;]|\s(?:để|nhằm|và\s+(?:đạt|được|có))\s/u);
      const to = stop < 0 ? range.end : end + stop;
      end = to;
    }
    return lastWord(end);
  }

  function lastWord(end: number): number {
    let at = end;
    while (at > sentence.start && /[\s.,;:!]/u.test(text[at - 1] ?? '')) at--;
    const joint = /[\s,;]+(?:và|hoặc|đồng thời|trong đó)$/iu.exec(text.slice(Math.max(sentence.start, at - 14), at));
    return joint === null ? at : at - joint[0].length;
  }
}

/** A measure that has been named and linked to its figure needs no noun of it. */
const LINKED = new RegExp(
  `${edged(anyOf(['đạt', 'là', 'còn', 'ở mức', 'bằng', 'đạt mức', 'khoảng', 'đạt khoảng']))}\\s*$`,
  'iu',
);

/** What is measured, from the words before and after the figure and the noun that it counts. */
function measured(figure: MentionOf<'quantity'>, shape: Statement['shape'], before: string, after: string): string {
  const noun = countedNoun(figure);
  switch (shape) {
    case 'figure-first':
      return `${noun} ${after}`;
    case 'verb-first':
      return CHANGE.test(before) ? `${noun} ${after}` : `${before} ${noun} ${after}`;
    case 'figure-alone':
      return noun === '' ? before : noun;
    case 'measure-first':
      return LINKED.test(before) ? before : `${before.trim()} ${noun}`;
  }
}

/** Units that are no part of what is measured. */
const SYMBOLS = /^(?:%|VND|USD|day|hour|month|year|point|pp|rank|lần|ha|km|m|m2|m3|MW|kW|kWh|tấn|kg|Gb|Mb|Tb)/u;

/** The noun that a figure counts, as written; "" for a unit that only measures. */
const countedNoun = (figure: MentionOf<'quantity'>): string =>
  SYMBOLS.test(figure.value.unit) ||
  figure.value.unit.includes('/') ||
  !figure.text.toLowerCase().endsWith(figure.value.unit.toLowerCase())
    ? ''
    : figure.value.unit;

const TRAILING = new RegExp(
  String.raw`[\s,:;–-]*(?:(?<!trở\s)${edged(anyOf(['đạt', 'là', 'còn', 'ở mức', 'đạt mức', 'đạt tỷ lệ', 'có', 'chiếm', 'lên', 'xuống', 'đến', 'tới', 'đạt được']))}[\s,:–-]*)*$`,
  'iu',
);

/** What is measured, without links to the figure at its end. */
function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(TRAILING, '')
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/gu, '');
}
