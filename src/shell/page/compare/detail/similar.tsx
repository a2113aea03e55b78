import { Tag } from '../../components/tag.tsx';
import type { Fact } from '../../data/page-data.ts';
import type { MeasureRow } from '../../data/row.ts';
import { years } from '../chip.tsx';
import { difference, fullFigure } from '../figures.ts';
import { quotesOf } from '../list.ts';
import { data, figureAt, words } from '../state.ts';
import { Quote } from './source.tsx';

interface Props {
  readonly index: number;
  readonly row: MeasureRow;
  readonly shown: Fact;
}

/** What the country sets, in its own words; how far it is only for the same year. */
export function NationalQuote({ index, row: { measure, national, main }, shown }: Props) {
  const w = words.value;
  if (national === undefined || national === shown) return null;
  const said = quotesOf(index)?.cells[national.at];
  const plan = data.plans[national.plan];
  const gap = national.difference !== undefined && main !== undefined && national.against === main.at;
  return (
    <section class="national">
      <h3>
        {capital(w.nationalTarget)}: {fullFigure(measure, national)} ({years(national)}){' '}
        <small>
          {gap ? `${data.base} → ${difference(measure, national)}` : national.year === main?.year ? '' : w.otherYear}
        </small>
      </h3>
      {said === undefined ? null : (
        <blockquote lang="vi">
          <Quote said={said} />
        </blockquote>
      )}
      <p class="quiet" lang="vi">
        {plan?.title ?? plan?.name}
        {plan?.number == null ? '' : `, ${plan.number}`}{' '}
      </p>
      <button
        type="button"
        class="button small"
        onClick={() => {
          figureAt.value = String(national.at);
        }}
      >
        {w.source}
      </button>
    </section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const MOST = 12;

/** Figures that come near and are not counted, with why. */
export function Similar({ index }: { readonly index: number }) {
  const w = words.value;
  const missing = quotesOf(index)?.missing ?? [];
  if (missing.length === 0) return null;
  return (
    <section class="similar">
      <h3>{w.similar}</h3>
      <ul>
        {missing.slice(0, MOST).map(({ plan, reason, quote }) => (
          <li key={`${plan}${quote}`}>
            <Tag>{w.reasons[reason]}</Tag> <b>{data.plans[plan]?.name}</b>: <q lang="vi">{quote}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}
