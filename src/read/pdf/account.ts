import type { Issue, SetAside } from '../../model/block.ts';
import { UNKNOWN } from './guess.ts';
import type { Line } from './lines.ts';
import { lineText } from './paragraphs.ts';
import { LONGEST_LEFT, type PaintedPage } from './sheet.ts';

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

/** Letters that cannot be made out, and the pages that hold them: they stand in the text as signs that say so. */
export function unknownLetters(pages: readonly (readonly Line[])[]): { issues: Issue[]; setAside: SetAside[] } {
  const setAside = pages.flatMap((lines, i): SetAside[] => {
    const holding = lines.filter((line) => line.words.some(({ text }) => text.includes(UNKNOWN)));
    if (holding.length === 0) return [];
    const text = holding.map(lineText).join(' ');
    const characters = text.split(UNKNOWN).length - 1;
    return [{ reason: 'unreadable', characters, text: text.slice(0, LONGEST_LEFT).trimEnd(), page: i + 1 }];
  });
  const numbers = setAside.flatMap(({ page }) => page ?? []);
  const issues = setAside.slice(0, 1).map(({ page = 1, text = '' }) => ({
    code: 'page-unreadable',
    message: `${numbers.length === 1 ? `Page ${page} holds` : `Pages ${pageList(numbers)} hold`} letters of a font without a map of its letters that cannot be made out; figures beside them may be wrong: “${text.slice(0, QUOTED).trimEnd()}”.`,
    page,
  }));
  return { issues, setAside };
}

/** Words of fonts whose letters make few words and are none that can be told: they are read as they are. */
export function doubtfulLetters(fonts: ReadonlySet<string>, pages: readonly (readonly Line[])[]): Issue[] {
  if (fonts.size === 0) return [];
  const isDoubtful = ({ font, text }: Line['words'][number]): boolean =>
    font !== undefined && fonts.has(font) && /[^\x20-\x7e]/u.test(text);
  return pages
    .flatMap((lines, i): Issue[] => {
      const line = lines.find(({ words }) => words.some(isDoubtful));
      return line === undefined
        ? []
        : [
            {
              code: 'page-unreadable',
              message: `The words of a font from page ${i + 1} on are few that are known: its letters may be others, check the quotes: “${lineText(line).slice(0, QUOTED).trimEnd()}”.`,
              page: i + 1,
            },
          ];
    })
    .slice(0, 1);
}

/** Where a person should look at the page itself. */
export function sightIssues(sheets: readonly PaintedPage[]): Issue[] {
  const doubtful = (is: (reason: SetAside['reason']) => boolean): readonly Found[] =>
    sheets.flatMap(({ left }, i) =>
      left.filter((out) => out.doubtful && is(out.reason)).map(({ text }) => ({ page: i + 1, text })),
    );
  const struck = doubtful((reason) => reason === 'struck');
  const laid = doubtful((reason) => reason === 'watermark');
  const hidden = doubtful((reason) => reason !== 'struck' && reason !== 'watermark');
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
      laid,
      'holds text that is laid over its lines, slanted or large, and was left out as a watermark; look whether it is part of the text',
      'hold text that is laid over their lines, slanted or large, and was left out as a watermark; look whether it is part of the text',
    ),
    ...told(
      'text-overlaid',
      woven.map((page) => ({ page, text: '' })),
      'has texts that lie over each other; words and figures there may be mixed up, check the quotes',
      'have texts that lie over each other; words and figures there may be mixed up, check the quotes',
    ),
  ];
}

interface Found {
  readonly page: number;
  readonly text: string;
}

function told(code: string, found: readonly Found[], one: string, many: string): Issue[] {
  const [first] = found;
  if (first === undefined) return [];
  const pages = [...new Set(found.map(({ page }) => page))];
  const quote =
    first.text === '' ? '' : `: “${first.text.slice(0, QUOTED).trimEnd()}”${found.length > 1 ? ' and more' : ''}`;
  const sentence = pages.length === 1 ? `Page ${first.page} ${one}` : `Pages ${pageList(pages)} ${many}`;
  return [{ code, message: `${sentence}${quote}.`, page: first.page }];
}

/** "1, 3–5" */
export function pageList(pages: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const page of pages) {
    const last = spans.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] = page;
    else spans.push([page, page]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
