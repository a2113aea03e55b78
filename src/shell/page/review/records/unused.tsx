import { kept } from '../../components/kept.ts';
import { role } from '../api/client.ts';
import type { FigureRead } from '../api/types.ts';
import { accounted, text, unused } from '../document.ts';
import { bringIntoSight } from '../select.ts';
import { language, view, words } from '../state.ts';
import { begin } from '../text/add-bar.tsx';
import { unusedText } from './unused-words.ts';

/** Figures that no record uses, and why; any may become a target. */
export function Unused() {
  const w = words.value;
  if (unused.value.length === 0)
    return (
      <div class="nothing">
        <b>{accounted.value ? w.unusedNone : w.unusedUnknown}</b>
      </div>
    );
  return (
    <>
      <p class="quiet hint">{w.unusedWhy}</p>
      <ul class="unused">
        {unused.value.map((one) => (
          <Line key={one.start} figure={one} />
        ))}
      </ul>
    </>
  );
}

const Line = kept(({ figure }: { readonly figure: FigureRead }) => {
  const w = words.value;
  const { start, end, path, code, reason } = figure;
  const words_ = text.value ?? '';
  return (
    <li>
      <button
        type="button"
        class="figure"
        aria-label={`${words_.slice(start, end)}: ${w.showInText}`}
        onClick={() => {
          view.value = 'text';
          requestAnimationFrame(() => bringIntoSight(document.querySelector(`.paper .x[data-at="${start}"]`)));
        }}
      >
        {words_.slice(start, end)}
      </button>
      <span>
        {unusedText(code ?? '', reason ?? '', language.value)} <span class="quiet">{path}</span>
        <small lang="vi">{around(words_, start, end)}</small>
      </span>
      {role.value === 'write' ? (
        <button
          type="button"
          class="button small"
          onClick={() => begin('target', sentenceAround(words_, start, end), { start, end })}
        >
          {w.make}
        </button>
      ) : null}
    </li>
  );
});

const AROUND = 36;

/** The figure with some words on either side, in its line. */
function around(words_: string, start: number, end: number): string {
  const before =
    words_
      .slice(Math.max(0, start - AROUND), start)
      .split(/[\n\t]/u)
      .at(-1) ?? '';
  const after = words_.slice(end, end + AROUND).split(/[\n\t]/u)[0] ?? '';
  return `…${before}${words_.slice(start, end)}${after}…`;
}

/** The clause in which a figure stands: up to the next stop or semicolon on either side, within its line. */
function sentenceAround(words_: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const before = /(?:[^;.\n]|[.](?=\d))*$/u.exec(words_.slice(0, start))?.[0] ?? '';
  const after = /^(?:[^;.\n]|[.](?=\d))*/u.exec(words_.slice(end))?.[0] ?? '';
  const skipped = /^\s*(?:[-+•]\s*)?/u.exec(before)?.[0].length ?? 0;
  return { start: start - before.length + skipped, end: end + after.trimEnd().length };
}
