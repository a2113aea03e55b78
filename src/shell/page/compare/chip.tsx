import { DOUBTFUL } from '../../formats/doubtful.ts';
import type { Fact, PageMeasure } from '../data/page-data.ts';
import { type Chip, isComparable, type MeasureRow } from '../data/row.ts';
import { difference, shownFigure } from './figures.ts';
import { planByIndex } from './list.ts';
import { data, words } from './state.ts';

export const ARROWS: Partial<Record<Chip['stand'], string>> = { higher: '▲', lower: '▼' };

/** Chips of the same figure for the same year: from three up they are one. */
export interface ChipGroup extends Chip {
  readonly more: readonly Chip[];
}

export function grouped(chips: readonly Chip[]): readonly ChipGroup[] {
  const groups = new Map<string, Chip[]>();
  for (const chip of chips) {
    const { stand, fact } = chip;
    const { comparator, value, valueMax, year, unit } = fact;
    const level = isComparable(stand) ? '' : planByIndex(fact.plan).level;
    const key = [
      stand,
      comparator,
      value,
      valueMax,
      year,
      unit,
      fact.since,
      fact.against,
      level,
      fact.sure < DOUBTFUL,
    ].join('|');
    groups.set(key, [...(groups.get(key) ?? []), chip]);
  }
  return [...groups.values()].flatMap((own): ChipGroup[] => {
    const [first, ...more] = own;
    if (first === undefined) return [];
    return own.length < 3 ? own.map((chip) => ({ ...chip, more: [] })) : [{ ...first, more }];
  });
}

export const ownerOf = (plan: number): string => data.owners[planByIndex(plan).owner] ?? data.plans[plan]?.issuer ?? '';

/** "2026", "2022–2025" */
export const years = ({ year, since }: Pick<Fact, 'year' | 'since'>): string =>
  year === null ? '' : since === undefined ? String(year) : `${since}–${year}`;

/** What a screen reader says of a figure beside what is seen: how it stands, in words. */
export function beyond(measure: PageMeasure, { fact, stand }: Pick<Chip, 'fact' | 'stand'>): string {
  const w = words.value;
  const points = measure.unit === '%' ? ` ${w.points}` : '';
  const apart = fact.difference === undefined || fact.difference === 0 ? '' : ` ${difference(measure, fact)}${points}`;
  const standing = isComparable(stand) ? `${w.stands[stand]}${apart}` : w.stands[stand];
  return [standing, fact.sure < DOUBTFUL ? w.doubtful : ''].filter((part) => part !== '').join(', ');
}

/** What stands at the right of the name: the difference, or why there is none. */
function Mark({ measure, chip }: { readonly measure: PageMeasure; readonly chip: Chip }) {
  const { fact, stand } = chip;
  if (!isComparable(stand)) return null;
  return (
    <span class="by" aria-hidden="true">
      {ARROWS[stand] ?? ''}
      {difference(measure, fact)}
    </span>
  );
}

/** What stands before the year where the figure cannot be compared. */
function whyNot({ stand, fact }: Chip): string {
  const { level, set } = planByIndex(fact.plan);
  const w = words.value;
  switch (stand) {
    case 'level':
      return level === null ? w.stands.level : w.levels[level];
    case 'units':
      return set === null ? w.stands.units : `/${set}`;
    case 'superseded':
      return '†';
    default:
      return '';
  }
}

interface Props {
  readonly row: MeasureRow;
  readonly chip: ChipGroup;
  readonly pressed: boolean;
  readonly first: boolean;
  readonly onOpen: (at: number) => void;
}

/** One figure of another province; a click shows where it was found. */
export function ChipButton({ row, chip, pressed, first, onOpen }: Props) {
  const { measure, main } = row;
  const { fact, stand, more } = chip;
  const name = ownerOf(fact.plan);
  const others = more.map((one) => ownerOf(one.fact.plan)).join(', ');
  const against = fact.against !== undefined && fact.against !== main?.at;
  // Held against another figure of the base than the one that stands in the row: said, where it is read.
  const to = against ? row.facts[fact.against ?? -1] : undefined;
  const other = to === undefined ? '' : words.value.toFigure(data.base, shownFigure(measure, to), years(to));
  const spoken = [beyond(measure, chip), other, others].filter((part) => part !== '').join('; ');
  return (
    <button
      type="button"
      class={`chip ${stand}${against ? ' against' : ''}`}
      data-at={fact.at}
      aria-pressed={pressed}
      tabIndex={first ? 0 : -1}
      onClick={() => onOpen(fact.at)}
    >
      <span class="name" title={[name, others, other].filter((part) => part !== '').join(', ')}>
        {name}
        {more.length > 0 ? ` +${more.length}` : ''}
        {fact.sure < DOUBTFUL ? <b class="doubt"> ?</b> : null}
      </span>
      <Mark measure={measure} chip={chip} />
      <span class="told">
        <span class="figure">
          {stand === 'result' ? '→ ' : ''}
          {shownFigure(measure, fact)}
        </span>
        <span class="year">
          <span class="why">{whyNot(chip)} </span>
          {years(fact)}
        </span>
      </span>
      {spoken === '' ? null : <span class="unseen">, {spoken}</span>}
    </button>
  );
}
