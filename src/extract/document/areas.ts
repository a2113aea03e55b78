import { anyOf, edged } from '../../language/words.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { isBullet, type Outline, type OutlineNode } from './outline.ts';
import type { LaidBlock } from './text.ts';
import { titleOf } from './titles.ts';

/** Tells areas of a pipeline from headings and from words. */
export interface AreaFinder {
  /** The area that the nearest heading above a place names. */
  readonly ofNode: (node: OutlineNode) => string | null;
  /** The area that a heading's own words name; null where none or several do. */
  readonly ofTitle: (title: string) => string | null;
  /** All areas whose headings stand in a text, in the pipeline's order. */
  readonly named: (text: string) => readonly string[];
  /** The area of what is measured, by its words alone. */
  readonly ofWords: (text: string) => string | null;
}

/** A line without label or figure over a list. */
const HEADING = /^\p{Lu}[^.;!?…%\d]{5,110}$/u;

/** Headings without a label, by the bulleted items that stand below them. */
export function headingsOver(body: readonly LaidBlock[], outline: Outline): ReadonlyMap<OutlineNode, string> {
  const over = new Map<OutlineNode, string>();
  let heading: { readonly text: string; readonly node: OutlineNode } | undefined;
  for (const block of body) {
    const node = outline.nodeOf.get(block.index);
    if (node === undefined || block.cell !== undefined) continue;
    if (isBullet(node)) {
      if (node.start === block.start && node.parent === heading?.node && heading !== undefined)
        over.set(node, heading.text);
    } else {
      const plain = node.start !== block.start || node.kind === 'root';
      heading = plain && HEADING.test(block.text) ? { text: block.text, node } : undefined;
    }
  }
  return over;
}

/** @param over headings without a label, by the items below them */
export function areaFinder(pipeline: Pipeline, over: ReadonlyMap<OutlineNode, string> = new Map()): AreaFinder {
  const patterns = pipeline.areas.map((area) => ({
    code: area.code,
    heading: new RegExp(edged(anyOf(area.headings)), 'giu'),
    words: area.words.length === 0 ? null : new RegExp(edged(anyOf(area.words)), 'iu'),
  }));
  const known = new Map<OutlineNode, string | null>();

  const ofTitle = (title: string): string | null => {
    let best: { readonly code: string; readonly length: number; readonly at: number } | undefined;
    for (const { code, heading } of patterns) {
      for (const match of title.matchAll(heading)) {
        if (
          best === undefined ||
          match[0].length > best.length ||
          (match[0].length === best.length && match.index < best.at)
        ) {
          best = { code, length: match[0].length, at: match.index };
        }
      }
    }
    return best?.code ?? null;
  };

  return {
    ofTitle,
    ofNode(node) {
      for (let at: OutlineNode | null = node; at !== null && at.kind !== 'root'; at = at.parent) {
        const cached = known.get(at);
        if (cached === undefined) {
          const title = titleOf(at);
          const unlabelled = over.get(at);
          const own = title.heading ? ofTitle(title.text) : null;
          known.set(at, own ?? (unlabelled === undefined ? null : ofTitle(unlabelled)));
        }
        const area = known.get(at) ?? null;
        if (area !== null) return area;
      }
      return null;
    },
    named: (text) =>
      patterns.filter(({ heading }) => new RegExp(heading.source, 'iu').test(text)).map(({ code }) => code),
    ofWords(text) {
      // What stands first in the measure is what it is about; of two that begin together, the longer one.
      let best: { readonly code: string; readonly at: number; readonly length: number } | undefined;
      for (const { code, words } of patterns) {
        const match = words?.exec(text) ?? null;
        if (match === null) continue;
        const [at, length] = [match.index, match[0].length];
        if (best === undefined || at < best.at || (at === best.at && length > best.length)) best = { code, at, length };
      }
      return best?.code ?? null;
    },
  };
}
