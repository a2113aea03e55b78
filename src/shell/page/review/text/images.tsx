import { computed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { kept } from '../../components/kept.ts';
import { pageImage } from '../api/client.ts';
import type { PageSize } from '../api/types.ts';
import { entries, entryOf, pages, record } from '../document.ts';
import { isTask, type Standing, shortId, standingOf } from '../entry.ts';
import { select } from '../select.ts';
import { numberText, off, selected, words } from '../state.ts';

/** The words of a record on one page. */
interface PageMark {
  readonly record: string;
  readonly kind: 't' | 'k';
  readonly standing: Standing;
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
}

const byPage = computed<ReadonlyMap<number, readonly PageMark[]>>(() => {
  const found = new Map<number, PageMark[]>();
  for (const entry of entries.value)
    for (const [page, ...box] of entry.source.boxes ?? []) {
      const mark = {
        record: shortId(entry),
        kind: isTask(entry) ? 'k' : 't',
        standing: standingOf(entry),
        box,
      } as const;
      found.set(page, [...(found.get(page) ?? []), mark]);
    }
  return found;
});

/** Images of the pages; each is fetched when it comes near. */
export function Images() {
  const w = words.value;
  const { id = '', source } = record.value?.document ?? {};
  const count = source?.pages ?? 0;
  const open = entryOf(selected.value);
  const switched = [...off.value].map((kind) => `off-${kind}`).join(' ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is a stop of the keyboard
    <section class={`sheet-text images ${switched}`} id="text" tabIndex={0} aria-label={w.image}>
      {Array.from({ length: count }, (_, i) => {
        const own = open?.source.page === i + 1 || open?.source.boxes?.some(([page]) => page === i + 1) === true;
        return (
          <PageView
            key={i}
            document={id}
            page={i + 1}
            of={count}
            size={pages.value[i]}
            marks={byPage.value.get(i + 1)}
            open={own ? selected.value : ''}
            record={own ? open?.id : undefined}
          />
        );
      })}
    </section>
  );
}

interface PageProps {
  readonly document: string;
  readonly page: number;
  readonly of: number;
  readonly size: PageSize | undefined;
  readonly marks: readonly PageMark[] | undefined;
  readonly open: string;
  readonly record: string | undefined;
}

const PageView = kept(({ document: id, page, of, size, marks = [], open, record: drawn }: PageProps) => {
  const w = words.value;
  const [broken, setBroken] = useState(false);
  // Boxes are laid over the image where the page's size is known; else the server draws them in.
  const source = pageImage(id, page, size === undefined ? drawn : undefined);
  useEffect(() => setBroken(false), [source]);
  return (
    <figure>
      <figcaption>{w.pageOf(numberText(page), numberText(of))}</figcaption>
      {broken ? (
        <p class="state">{w.imageNone}</p>
      ) : (
        <div class="page" style={size === undefined ? {} : { aspectRatio: `${size.width} / ${size.height}` }}>
          <img
            src={source}
            alt={w.pageOf(numberText(page), numberText(of))}
            loading="lazy"
            onError={() => setBroken(true)}
          />
          {size === undefined
            ? null
            : marks.map(({ record: own, kind, standing, box: [x0, y0, x1, y1] }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard goes by records
                // biome-ignore lint/a11y/noStaticElementInteractions: as above
                <span
                  key={`${own}.${y0}.${x0}`}
                  class={`mark ${kind} ${standing} ${own === open ? 'lit' : ''}`}
                  data-own={own}
                  style={{
                    left: `${(100 * x0) / size.width}%`,
                    top: `${(100 * y0) / size.height}%`,
                    width: `${(100 * (x1 - x0)) / size.width}%`,
                    height: `${(100 * (y1 - y0)) / size.height}%`,
                  }}
                  onClick={() => select(own, 'text')}
                />
              ))}
        </div>
      )}
    </figure>
  );
});
