import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Issue } from '../../model/block.ts';
import { asCopied, conversionIssues, convert } from '../encoding/convert.ts';
import { detectEncoding } from '../encoding/detect.ts';
import type { LegacyEncoding } from '../encoding/encoding.ts';
import { legacyReading } from '../encoding/evidence.ts';
import { fontEncoding } from '../encoding/font.ts';
import { menderOf } from '../encoding/mend.ts';
import type { HtmlNode } from './dom.ts';

/** Letters of text nodes that are enough to tell an encoding by. */
const SAMPLE = 40_000;

/** A plain text in Unicode, converted where its letters say that it is in an encoding of the time before. */
export function unicodeText(
  knowledge: Knowledge,
  raw: string,
): { readonly text: string; readonly issues: readonly Issue[] } {
  const mender = menderOf(knowledge, raw);
  const { text, issues } = inUnicode(knowledge, mender?.mend(raw) ?? raw);
  return { text, issues: [...(mender?.issues ?? []), ...issues] };
}

function inUnicode(knowledge: Knowledge, text: string): ReturnType<typeof unicodeText> {
  const encoding = detectEncoding(knowledge, text);
  if (encoding === undefined) return { text, issues: [] };
  return { text: convert(knowledge, asCopied(text, encoding), encoding), issues: conversionIssues([encoding]) };
}

/**
 * Converts the text nodes of a page in place: run by run after the names of fonts (".VnTime", "VNI-Times"), else all of it
 * where its letters tell one encoding. Unicode text stays as it is whatever its font is called.
 */
export function toUnicode(knowledge: Knowledge, root: HtmlNode): Issue[] {
  const mended = mendLetters(knowledge, root);
  return [...mended, ...convertFonts(knowledge, root)];
}

/** Undoes what was done to the letters of a page on its way; line breaks that come of it are those of the page. */
function mendLetters(knowledge: Knowledge, root: HtmlNode): readonly Issue[] {
  const texts: HtmlNode[] = [];
  eachText(root, (node) => {
    texts.push(node);
    return true;
  });
  const mender = menderOf(knowledge, texts.map(({ data }) => data).join('\n'));
  if (mender === undefined) return [];
  for (const node of texts) {
    const before = node.data ?? '';
    if (/[^\0-\u007f]|[&\\]/u.test(before)) node.data = mender.mend(before);
    if (node.data !== before && (node.data?.split('\n').length ?? 0) > before.split('\n').length) breakLines(node);
  }
  return mender.issues;
}

/** A text node in several lines becomes an element that holds them. */
function breakLines(node: HtmlNode): void {
  const lines = (node.data ?? '').split('\n');
  node.children = lines.flatMap((data, i) => [...(i === 0 ? [] : [BREAK()]), { type: 'text', data }]);
  node.type = 'tag';
  node.name = 'span';
}

const BREAK = (): HtmlNode => ({ type: 'tag', name: 'br', attribs: {}, children: [] });

function convertFonts(knowledge: Knowledge, root: HtmlNode): Issue[] {
  const whole = detectEncoding(knowledge, sampleOf(root));
  const found = new Set<LegacyEncoding>();
  const stack: { readonly node: HtmlNode; readonly font: LegacyEncoding | undefined }[] = [
    { node: root, font: undefined },
  ];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, font } = top;
    if (node.type === 'text') {
      const encoding = font ?? whole;
      if (encoding === undefined || encoding === 'viqr' || node.data === undefined || !/\S/u.test(node.data)) continue;
      if (font !== undefined && legacyReading(knowledge, node.data, font) === 'unicode') continue;
      // Without letters of its own, a run follows the page: capitals by font alone, and only on a page that is legacy.
      if (
        font !== undefined &&
        legacyReading(knowledge, node.data, font) === 'either' &&
        whole === undefined &&
        found.size === 0
      )
        continue;
      node.data = convert(knowledge, node.data, encoding);
      found.add(encoding);
      continue;
    }
    const own = fontOf(node) ?? font;
    for (const child of node.children ?? []) stack.push({ node: child, font: own });
  }
  return conversionIssues(found);
}

function fontOf({ attribs }: HtmlNode): LegacyEncoding | undefined {
  const name = attribs?.face ?? /font-family\s*:\s*(?<name>[^;]+)/iu.exec(attribs?.style ?? '')?.groups?.name;
  return name === undefined ? undefined : fontEncoding(name.split(',')[0]?.replaceAll(/["']/gu, '') ?? '');
}

function sampleOf(root: HtmlNode): string {
  let sample = '';
  eachText(root, ({ data }) => {
    sample += ` ${data ?? ''}`;
    return sample.length < SAMPLE;
  });
  return sample;
}

/** Tells the texts of a page, but those of programs, until it is told to stop. */
function eachText(root: HtmlNode, tell: (node: HtmlNode) => boolean): void {
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') {
      if (!tell(node)) return;
    } else if (node.name !== 'script' && node.name !== 'style') {
      const children = node.children ?? [];
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i];
        if (child !== undefined) stack.push(child);
      }
    }
  }
}
