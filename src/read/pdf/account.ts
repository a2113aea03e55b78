import type { Issue, SetAside } from '../../model/block.ts';
import type { PaintedPage } from './sheet.ts';

/** Longest quote in a message, in UTF-16 units. */
const QUOTED = 80;

/** What stood on, under and beside the pages and is no text of them. */
export function setAsideOf(sheets: readonly PaintedPage[]): SetAside[] {
  return sheets.flatMap(({ left }, i) =>
    left.map(
      ({ reason, characters, text }): SetAside => ({
        reason,
        characters,
        ...(text === '' ? {} : { text }),
        page: i + 1,
      }),
    ),
  );
}

/** Where a person should look at the page itself. */
export function sightIssues(sheets: readonly PaintedPage[]): Issue[] {
  const doubtful = (struck: boolean): readonly { readonly page: number; readonly text: string }[] =>
    sheets.flatMap(({ left }, i) =>
      left
        .filter((out) => out.doubtful && (out.reason === 'struck') === struck)
        .map(({ text }) => ({ page: i + 1, text })),
    );
  const [hidden, struck] = [doubtful(false), doubtful(true)];
  const woven = sheets.flatMap((sheet, i) => (sheet.woven ? [i + 1] : []));
  return [
    ...told(
      'hidden-text',
      hidden,
      'holds text that a reader of the page does not see (covered, as white as the page, outside its edge or on a layer that is off); it was left out',
      'hold text that a reader of the pages does not see (covered, as white as the page, outside its edge or on a layer that is off); it was left out',
    ),
    ...told(
      'struck-text',
      struck,
      'holds text that is struck out; it was left out',
      'hold text that is struck out; it was left out',
    ),
    ...told(
      'text-overlaid',
      woven.map((page) => ({ page, text: '' })),
      'has texts that lie over each other; words and figures there may be mixed up, check the quotes',
      'have texts that lie over each other; words and figures there may be mixed up, check the quotes',
    ),
  ];
}

function told(
  code: string,
  found: readonly { readonly page: number; readonly text: string }[],
  one: string,
  many: string,
): Issue[] {
  const [first] = found;
  if (first === undefined) return [];
  const pages = [...new Set(found.map(({ page }) => page))];
  const quote =
    first.text === '' ? '' : `: “${first.text.slice(0, QUOTED).trimEnd()}”${found.length > 1 ? ' and more' : ''}`;
  const sentence = pages.length === 1 ? `Page ${first.page} ${one}` : `Pages ${listed(pages)} ${many}`;
  return [{ code, message: `${sentence}${quote}.`, page: first.page }];
}

/** "1, 3–5" */
export function listed(pages: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const page of pages) {
    const last = spans.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] = page;
    else spans.push([page, page]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
