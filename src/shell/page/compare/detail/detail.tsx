import { useEffect } from 'preact/hooks';
import { Sheet } from '../../components/sheet.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Fact, MeasureWords } from '../../data/page-data.ts';
import type { MeasureRow } from '../../data/row.ts';
import { chosenFact, closeDetail, stepDetail } from '../actions.ts';
import { years } from '../chip.tsx';
import { numberText, shownFigure, unitName } from '../figures.ts';
import { indexOfMeasure, planByIndex, quotesOf, rowAt } from '../list.ts';
import { partOf, want } from '../parts.ts';
import { data, opened, words } from '../state.ts';
import { areaName, MeasureName, useFigures } from '../strips.tsx';
import { Course } from './course.tsx';
import { Dots } from './dots.tsx';
import { NationalQuote, Similar } from './similar.tsx';
import { SourceOf } from './source.tsx';

/** One measure: where each province stands, how it goes over the years, and the words behind one figure. */
export function Detail() {
  const index = indexOfMeasure(opened.value);
  const state = useFigures(data.measures[index]?.area ?? 0);
  const row = rowAt(index);
  const fact = chosenFact(index);
  const w = words.value;
  return (
    <Sheet labelledBy="detail-title" closeName={w.close} onClose={closeDetail} about={opened.value}>
      <DetailHead index={index} />
      {row === undefined || fact === undefined ? (
        state === 'failed' ? null : (
          <Loading rows={4} name={w.loading} />
        )
      ) : (
        <>
          <Standing row={row} spread={spreadOf(index, row)} />
          <Dots row={row} chosen={fact} spread={spreadOf(index, row)} />
          <Course row={row} />
          <Words index={index} row={row} fact={fact} />
        </>
      )}
    </Sheet>
  );
}

function DetailHead({ index }: { readonly index: number }) {
  const w = words.value;
  const measure = data.measures[index];
  if (measure === undefined) return null;
  const about = [
    unitName(measure.unit),
    measure.level === null ? '' : w.levels[measure.level],
    w.better[`${measure.better}`],
  ];
  return (
    <header>
      <p>
        <span class="where">{areaName(measure.area)}</span>
        {measure.code === null ? null : <Tag>{measure.code}</Tag>}
        <span class="space" />
        <button type="button" class="button small ghost" aria-label={w.previous} onClick={() => stepDetail(-1)}>
          ↑
        </button>
        <button type="button" class="button small ghost" aria-label={w.next} onClick={() => stepDetail(1)}>
          ↓
        </button>
        <button type="button" class="button small ghost" aria-label={w.close} onClick={closeDetail}>
          ✕
        </button>
      </p>
      <h2 id="detail-title" tabIndex={-1}>
        <MeasureName measure={measure} />
      </h2>
      <p class="about">{about.filter((part) => part !== '').join(' · ')}</p>
    </header>
  );
}

/** The base's figure, its rank, median and quartiles of its year. */
function Standing({
  row: { measure, main },
  spread,
}: {
  readonly row: MeasureRow;
  readonly spread: Spread | undefined;
}) {
  const w = words.value;
  if (main === undefined) return null;
  const value = (one: number): string => shownFigure(measure, { comparator: null, value: one, valueMax: null });
  return (
    <section>
      <dl class="standing">
        <div>
          <dt>
            {data.base}, {years(main)}
          </dt>
          <dd>{shownFigure(measure, main)}</dd>
        </div>
        {main.rank === undefined ? null : (
          <div>
            <dt>{w.rank}</dt>
            <dd>
              {numberText(main.rank.place)}/{numberText(main.rank.of)}
            </dd>
          </div>
        )}
        {spread === undefined ? null : (
          <>
            <div>
              <dt>{w.median}</dt>
              <dd>{value(spread.median)}</dd>
            </div>
            <div>
              <dt>{w.quartiles}</dt>
              <dd>
                {value(spread.lowerQuartile)}–{value(spread.upperQuartile)}
              </dd>
            </div>
          </>
        )}
      </dl>
    </section>
  );
}

/** How the figures of provinces of the base's year and level lie; nothing until the words of the measure are here. */
export type Spread = NonNullable<MeasureWords['spread']>[number];

function spreadOf(index: number, { main }: MeasureRow): Spread | undefined {
  if (main === undefined) return undefined;
  const { level } = planByIndex(main.plan);
  return quotesOf(index)?.spread?.find((one) => one.year === main.year && one.level === level);
}

interface WordsProps {
  readonly index: number;
  readonly row: MeasureRow;
  readonly fact: Fact;
}

/** Read when they are looked at. */
function Words({ index, row, fact }: WordsProps) {
  const w = words.value;
  const name = data.words[data.measures[index]?.words ?? 0] ?? '';
  const { kind } = partOf(name).value;
  useEffect(() => {
    if (kind === 'idle') want(name);
  }, [name, kind]);
  if (kind === 'failed')
    return <Failed what={w.failedWords} why={w.failedWhy(name)} way={{ label: w.again, onClick: () => want(name) }} />;
  if (kind !== 'here') return <Loading rows={3} name={w.loading} />;
  return (
    <>
      <SourceOf index={index} row={row} fact={fact} />
      <NationalQuote index={index} row={row} shown={fact} />
      <Similar index={index} />
    </>
  );
}
