import type { Deadline, Warning } from '../../model/record.ts';
import { type DoubtfulFigure, doubtfulFigures, repeats } from '../document/doubts.ts';
import type { TargetDraft, TaskDraft } from '../document/drafts.ts';
import { type Laid, sourceAt } from '../document/text.ts';

/** Where a figure, a deadline or its year may be misread, the whole record is worth so much of what it would be. */
const WORTH = 0.5;

export interface DoubtedDrafts<Draft> {
  readonly drafts: Draft[];
  readonly warnings: Warning[];
}

/** What a record says with figures. */
type Said = Pick<TargetDraft, 'source' | 'deadline'> & { readonly figure: string };

/**
 * Targets on figures that may be misread, which are worth less, and a warning for each such figure.
 *
 * A figure counts where it stands in the words of the record or in the cell of its time, and a time that is inherited where it is
 * doubtful at any place.
 */
export function doubtTargets<Draft extends TargetDraft>(laid: Laid, targets: readonly Draft[]): DoubtedDrafts<Draft> {
  const figures = doubtfulFigures(laid);
  if (figures.length === 0) return { drafts: [...targets], warnings: [] };
  const warned = new Map<DoubtfulFigure, Warning>();
  const drafts = targets.map((target) => {
    const own = doubtsOf(laid, figures, { ...target, figure: target.quantity?.text ?? '' });
    for (const figure of own) warned.set(figure, warningOf(laid, figure));
    return own.length === 0 ? target : { ...target, worth: WORTH };
  });
  return { drafts, warnings: inOrder(warned) };
}

/** The same for tasks, of which the deadline alone is a figure. */
export function doubtTasks<Draft extends TaskDraft>(laid: Laid, tasks: readonly Draft[]): DoubtedDrafts<Draft> {
  const figures = doubtfulFigures(laid);
  if (figures.length === 0) return { drafts: [...tasks], warnings: [] };
  const warned = new Map<DoubtfulFigure, Warning>();
  const drafts = tasks.map((task) => {
    const own = doubtsOf(laid, figures, { ...task, figure: '' });
    for (const figure of own) warned.set(figure, warningOf(laid, figure));
    return own.length === 0 ? task : { ...task, confidence: Math.round(task.confidence * WORTH * 100) / 100 };
  });
  return { drafts, warnings: inOrder(warned) };
}

/** Further warnings of one record say no more than that many do. */
const MOST_OTHERS = 100;
/** A label at the beginning of its block, which its order tells. */
const LABEL = /^\p{Nd}{1,2}[.)]?$/u;

/** Warnings for figures that may be misread and stand in no target and no task: the text is read too. */
export function doubtOthers(laid: Laid, warned: readonly Warning[]): Warning[] {
  const places = new Set(warned.map(({ source }) => source?.start));
  const starts = new Set(laid.blocks.map(({ start }) => start));
  const others = doubtfulFigures(laid).filter(
    ({ start, end, figures }) =>
      figures.length > 0 && !places.has(start) && !(starts.has(start) && LABEL.test(laid.text.slice(start, end))),
  );
  return others.slice(0, MOST_OTHERS).map((figure, i) => {
    const warning = warningOf(laid, figure);
    const left = others.length - MOST_OTHERS;
    const more = i === MOST_OTHERS - 1 && left > 0 ? ` So are ${left} more figures behind it.` : '';
    return { ...warning, message: `${warning.message} No target and no task stands on it.${more}` };
  });
}

function doubtsOf(
  laid: Laid,
  figures: readonly DoubtfulFigure[],
  { source, deadline, figure }: Said,
): DoubtfulFigure[] {
  const time = deadline?.text ?? '';
  // A time of its own that is not among the words of the record stands in a cell behind them.
  const isInCell = time !== '' && !isElsewhere(deadline) && !laid.text.slice(source.start, source.end).includes(time);
  const cell = isInCell ? laid.text.indexOf(time, source.end) : -1;
  return figures.filter((one) => {
    if (one.start >= source.start && one.end <= source.end) return repeats(figure, one) || repeats(time, one);
    if (cell >= 0 && one.start < cell + time.length && one.end > cell) return repeats(time, one);
    return isElsewhere(deadline) && repeats(time, one);
  });
}

const isElsewhere = (deadline: Deadline | null): boolean => deadline !== null && deadline.basis !== 'explicit';

const inOrder = (warned: ReadonlyMap<DoubtfulFigure, Warning>): Warning[] =>
  [...warned].sort(([a], [b]) => a.start - b.start).map(([, warning]) => warning);

const warningOf = (laid: Laid, { start, end }: DoubtfulFigure): Warning => ({
  code: 'figure-doubtful',
  message: `"${laid.text.slice(start, end)}" was read from an image, and a second reading does not confirm it, or its letters are too small to be sure: look at the page.`,
  source: sourceAt(laid, start, end),
});
