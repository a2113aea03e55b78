import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Issue } from '../../model/block.ts';
import { asCopied, conversionIssues, convert } from '../encoding/convert.ts';
import { detectEncoding } from '../encoding/detect.ts';
import type { LegacyEncoding } from '../encoding/encoding.ts';
import { legacyReading } from '../encoding/evidence.ts';
import { fontEncoding } from '../encoding/font.ts';
import type { HtmlNode } from './dom.ts';

/** Letters of text nodes that are enough to tell an encoding by. */
const SAMPLE = 40_000;

/** A plain text in Unicode, converted where its letters say that it is in an encoding of the time before. */
export function unicodeText(
  knowledge: Knowledge,
  text: string,
): { readonly text: string; readonly issues: readonly Issue[] } {
  const encoding = detectEncoding(knowledge, text);
  if (encoding === undefined) return { text, issues: [] };
  return { text: convert(knowledge, asCopied(text, encoding), encoding), issues: conversionIssues([encoding]) };
}

/**
 * Converts the text nodes of a page in place: run by run after the names of fonts (".VnTime", "VNI-Times"), else all of it
 * where its letters tell one encoding. Unicode text stays as it is whatever its font is called.
 */
export function toUnicode(knowledge: Knowledge, root: HtmlNode): Issue[] {
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
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined && sample.length < SAMPLE; node = stack.pop()) {
    if (node.type === 'text') sample += ` ${node.data ?? ''}`;
    else if (node.name !== 'script' && node.name !== 'style') {
      const children = node.children ?? [];
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return sample;
}
