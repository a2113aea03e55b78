import type { Deadline } from '../../../../model/record.ts';
import type { FigureRead } from '../api/types.ts';
import { agenciesOf, type Entry, isTask, type Standing, shortId, standingOf } from '../entry.ts';
import type { Range } from './lines.ts';

/** target, task (k), deadline, agency, unused figure (x), figure of a target. */
export type MarkKind = 't' | 'k' | 'd' | 'a' | 'x' | 'f';

/** A stretch of the text that says something. */
export interface Mark extends Range {
  readonly kind: MarkKind;
  /** The record that it is the quote of, or (deadlines and agencies) the first that takes it from there. */
  readonly record: string;
  readonly standing: Standing;
}

/** Everything that is marked, in the order of the text, the longer first. */
export function marksOf(text: string, entries: readonly Entry[], unused: readonly FigureRead[]): Mark[] {
  const marks: Mark[] = [];
  const told = new Set<string>();
  const once = (mark: Mark): void => {
    const name = `${mark.kind}${mark.start}.${mark.end}`;
    if (mark.end <= mark.start || told.has(name)) return;
    told.add(name);
    marks.push(mark);
  };
  for (const entry of entries) {
    const record = shortId(entry);
    const { start, end } = entry.source;
    const standing = standingOf(entry);
    marks.push({ kind: isTask(entry) ? 'k' : 't', start, end, record, standing });
    const figure = isTask(entry) ? undefined : figurePlace(text, entry);
    if (figure !== undefined) once({ kind: 'f', ...figure, record, standing: '' });
  }
  for (const entry of entries) {
    const record = shortId(entry);
    const due = deadlinePlace(text, entry);
    if (due !== undefined) once({ kind: 'd', ...due, record, standing: '' });
    for (const { source } of agenciesOf(entry))
      if (source !== undefined) once({ kind: 'a', start: source.start, end: source.end, record, standing: '' });
  }
  for (const { start, end } of unused) once({ kind: 'x', start, end, record: '', standing: '' });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Which lies around which, where both are as long. */
const ORDER: readonly MarkKind[] = ['k', 't', 'a', 'd', 'x', 'f'];

function figurePlace(text: string, { quantity, source }: Exclude<Entry, { leads: unknown }>): Range | undefined {
  if (quantity === null || quantity.text === '') return undefined;
  const at = text.slice(source.start, source.end).indexOf(quantity.text);
  return at === -1 ? undefined : { start: source.start + at, end: source.start + at + quantity.text.length };
}

/** Words between a record and its deadline in the same line, at most, UTF-16 units. */
const AFTER = 400;

/**
 * Where the deadline of a record is told: in its own words, behind them in the same row, or above it where it was inherited.
 * Undefined where the text does not say it in these words.
 */
export function deadlinePlace(text: string, { deadline, source }: Entry): Range | undefined {
  if (deadline === null || deadline.text === '') return undefined;
  const told = (deadline as Deadline & { readonly source?: Range | null }).source;
  if (told != null) return { start: told.start, end: told.end };
  const { length } = deadline.text;
  const place = (at: number): Range | undefined => (at === -1 ? undefined : { start: at, end: at + length });
  if (deadline.basis === 'explicit') {
    const inside = text.slice(source.start, source.end).indexOf(deadline.text);
    if (inside !== -1) return place(source.start + inside);
    const line = text.slice(source.end, source.end + AFTER).split('\n', 1)[0] ?? '';
    const behind = line.indexOf(deadline.text);
    if (behind !== -1) return place(source.end + behind);
  }
  return place(text.lastIndexOf(deadline.text, source.start - 1));
}

/** Words of a line, or a mark with what lies in it. */
export interface Piece extends Range {
  readonly mark: Mark | undefined;
  /** Whether the mark begins here, not in a line before. */
  readonly first: boolean;
  readonly inside: readonly Piece[];
}

/**
 * Marks of a stretch of the text as pieces that lie in each other. Of two that overlap, the later is cut where the earlier
 * ends.
 *
 * @param marks those that reach into the stretch, in the order of `marksOf`
 */
export function piecesOf({ start, end }: Range, marks: readonly Mark[]): Piece[] {
  const found: Piece[] = [];
  let at = start;
  const plain = (to: number): void => {
    if (to > at) found.push({ start: at, end: to, mark: undefined, first: false, inside: [] });
  };
  const rest = [...marks];
  for (let mark = rest.shift(); mark !== undefined; mark = rest.shift()) {
    const from = Math.max(at, mark.start);
    const to = Math.min(end, mark.end);
    if (to <= from) continue;
    plain(from);
    const within: Mark[] = [];
    const after: Mark[] = [];
    for (const other of rest) {
      if (other.start < to) within.push(other);
      if (other.end > to) after.push(other);
    }
    rest.splice(0, rest.length, ...after);
    found.push({
      start: from,
      end: to,
      mark,
      first: from === mark.start,
      inside: piecesOf({ start: from, end: to }, within),
    });
    at = to;
  }
  plain(end);
  return found;
}

/** Marks by the lines that they reach into. */
export function marksByLine<L extends Range>(lines: readonly L[], marks: readonly Mark[]): Mark[][] {
  let open: Mark[] = [];
  let next = 0;
  return lines.map(({ start, end }) => {
    open = open.filter((mark) => mark.end > start);
    for (let mark = marks[next]; mark !== undefined && mark.start < end; mark = marks[++next])
      if (mark.end > start) open.push(mark);
    return open.filter((mark) => mark.start < end);
  });
}
