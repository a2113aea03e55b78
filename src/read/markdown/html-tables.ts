import { isHtml } from '../sniff.ts';

/** A stretch of a text: a table in HTML, or what stands around such. */
export interface HtmlOrText {
  readonly html: boolean;
  readonly text: string;
}

/** The text parted at the tables that are written in HTML, as programs do that make Markdown of pages; comments are left out. */
export function withTables(text: string): HtmlOrText[] {
  const stretches: HtmlOrText[] = [];
  const whole = withoutComments(text);
  let at = 0;
  for (const [from, to] of tablesIn(whole)) {
    stretches.push({ html: false, text: whole.slice(at, from) }, { html: true, text: whole.slice(from, to) });
    at = to;
  }
  stretches.push({ html: false, text: whole.slice(at) });
  return stretches.filter((one) => one.text.trim() !== '');
}

function withoutComments(text: string): string {
  let kept = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    kept += text.slice(at, open);
    at = close + 3;
  }
  return kept + text.slice(at);
}

/** Where tables begin and end; one that is not closed is none. */
function tablesIn(text: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (const match of text.matchAll(/<(?<close>\/?)table(?=[\s>])[^>]{0,2000}>/giu)) {
    if (match.groups?.close !== '/') {
      if (depth === 0) from = match.index;
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth === 0) found.push([from, match.index + match[0].length]);
    }
  }
  return found;
}

/** Characters of a text that are enough to tell. */
const SAMPLE = 200_000;
/** Lines beside tables that make a text of its own. */
const FEWEST_LINES = 3;

/**
 * Whether what looks like a page by its many tags is a text that only has tables, or breaks within cells, in HTML.
 *
 * @param isMarkdown whether the rest is written so
 */
export function isTextWithHtml(text: string, isMarkdown: (rest: string) => boolean): boolean {
  const head = text.slice(0, SAMPLE);
  if (/^\s*</u.test(head)) return false;
  const stretches = withTables(head);
  const rest = stretches.map(({ html, text: one }) => (html ? '' : one)).join('\n');
  if ((rest.match(/<\/(?:p|div|li|td|h[1-6])>/giu)?.length ?? 0) >= FEWEST_LINES) return false;
  if (isMarkdown(rest)) return true;
  const lines = rest.split('\n').filter((line) => line.trim() !== '').length;
  return stretches.some(({ html }) => html) && lines >= FEWEST_LINES && !isHtml(rest);
}
