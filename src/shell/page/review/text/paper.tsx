import { computed } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { kept } from '../../components/kept.ts';
import { entries, entryOf, furniture, record, text, unused } from '../document.ts';
import { agenciesOf, type Entry } from '../entry.ts';
import { select } from '../select.ts';
import { off, selected, words } from '../state.ts';
import { type Line, linesOf } from './lines.ts';
import { deadlinePlace, type Mark, marksByLine, marksOf, type Piece, piecesOf } from './marks.ts';

/** Lines that are drawn together, and again only when something in them is marked otherwise. */
interface Stretch {
  readonly lines: readonly Line[];
  readonly marks: readonly (readonly Mark[])[];
  readonly text: string;
  readonly name: string;
}

const LINES = 25;

/** Paths of records alone: they change with what was added or deleted, not with what was confirmed. */
const paths = computed(() => entries.value.map(({ source, path }): [number, string | null] => [source.start, path]));
const pathsName = computed(() => paths.value.join('|'));

const lines = computed<readonly Line[]>(() => {
  pathsName.value;
  const sections = record.value?.sections ?? [];
  const title = record.value?.document.title ?? null;
  return linesOf(text.value ?? '', { header: { title }, sections, furniture: furniture.value, paths: paths.peek() });
});

export const marks = computed(() => marksOf(text.value ?? '', entries.value, unused.value));

let before: readonly Stretch[] = [];
const stretches = computed<readonly Stretch[]>(() => {
  const all = lines.value;
  const byLine = marksByLine(all, marks.value);
  const found: Stretch[] = [];
  for (let at = 0; at < all.length; at += LINES) {
    const own = byLine.slice(at, at + LINES);
    const name = own.map((some) => some.map((one) => Object.values(one).join(',')).join(';')).join('|');
    const known = before[found.length];
    const first = all[at];
    const same = known !== undefined && known.name === name && known.lines[0] === first && known.text === text.value;
    found.push(same ? known : { lines: all.slice(at, at + LINES), marks: own, text: text.value ?? '', name });
  }
  before = found;
  return found;
});

/** The text of the document with everything marked in it. */
export function Paper() {
  const switched = [...off.value].map((kind) => `off-${kind}`).join(' ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is a stop of the keyboard
    <section class={`sheet-text ${switched}`} id="text" tabIndex={0} aria-label={words.value.text}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: marks may lie in each other; the keyboard goes by records */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div class="paper" lang="vi" onClick={onMark}>
        {stretches.value.map((one, i) => (
          <StretchView key={i} stretch={one} />
        ))}
      </div>
      <Lights />
    </section>
  );
}

/** A click on a mark opens its record; not the click that ends a selection. */
function onMark({ target }: MouseEvent): void {
  if (!(target instanceof Element) || getSelection()?.isCollapsed === false) return;
  const id = target.closest<HTMLElement>('.mark[data-record]')?.dataset.record;
  if (id !== undefined && id !== '') select(id, 'text');
}

const StretchView = kept(({ stretch }: { readonly stretch: Stretch }) => (
  <div class="stretch">
    {stretch.lines.map((line, i) => (
      <div class={`line-text ${line.kind}`} key={line.start}>
        <span class="path" title={line.path} aria-hidden="true">
          {line.path.replace(/^PHỤ LỤC/u, 'PL')}
        </span>
        {line.kind === 'row' ? (
          <div class="cells" style={{ gridTemplateColumns: line.columns }}>
            {line.cells.map((cell) => (
              <span key={cell.start} data-start={cell.start}>
                <Pieces text={stretch.text} pieces={piecesOf(cell, stretch.marks[i] ?? [])} />
              </span>
            ))}
          </div>
        ) : (
          <p data-start={line.start}>
            <Pieces text={stretch.text} pieces={piecesOf(line, stretch.marks[i] ?? [])} />
          </p>
        )}
      </div>
    ))}
  </div>
));

const Pieces = ({ text, pieces }: { readonly text: string; readonly pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ start, end, mark, first, inside }) =>
      mark === undefined ? (
        nonBreaking(text.slice(start, end))
      ) : (
        <span
          key={`${mark.kind}${start}`}
          class={`mark ${mark.kind} ${mark.standing} ${first ? 'begins' : ''}`}
          data-record={mark.record}
          data-at={mark.start}
          data-own={mark.kind === 't' || mark.kind === 'k' ? mark.record : undefined}
        >
          <Pieces text={text} pieces={inside} />
        </span>
      ),
    )}
  </>
);

/** "2021 - 2025" stays together; as many letters as before, so that places hold. */
const nonBreaking = (words: string): string => words.replace(/(?<=\d) - (?=\d)/gu, '\u00a0-\u00a0');

/** Lights up the words of the open record, and where its deadline and agencies were taken from. */
function Lights() {
  const id = selected.value;
  const shown = stretches.value;
  useLayoutEffect(() => {
    const paper = document.querySelector('.paper');
    for (const lit of paper?.querySelectorAll('.lit, .linked') ?? []) lit.classList.remove('lit', 'linked');
    const entry = entryOf(id);
    if (paper === null || entry === undefined) return;
    for (const mark of paper.querySelectorAll(`[data-own="${CSS.escape(id)}"]`)) mark.classList.add('lit');
    for (const at of sourcesOf(entry))
      for (const mark of paper.querySelectorAll(`:is(.a, .d)[data-at="${at}"]`)) mark.classList.add('linked');
  }, [id, shown]);
  return null;
}

/** Where what a record tells stands outside its own words. */
function sourcesOf(entry: Entry): number[] {
  const { start, end } = entry.source;
  const due = deadlinePlace(text.peek() ?? '', entry);
  return [due?.start, ...agenciesOf(entry).map(({ source }) => source?.start)].filter(
    (at) => at !== undefined && (at < start || at >= end),
  ) as number[];
}
