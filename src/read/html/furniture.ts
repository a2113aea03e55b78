import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import type { Furniture } from '../../model/block.ts';
import type { HtmlNode, NodeMeasure } from './dom.ts';

/** Words in `class` and `id` that say what a part of a page is. */
const namesOf = built(['markup'], ({ markup }) =>
  [...new Set(markup.map(({ kind }) => kind))].map(
    (kind) => [kind, vi`^${viWords(markup.filter((row) => row.kind === kind))}$`] as const,
  ),
);

/** Share of a page's running text above which a part of it is no furniture, whatever it is called. */
const MOST_OF_PAGE = 0.3;

/** What an element is, by its name, role, class and the share of links in it; undefined where it can be the document. */
export function furnitureOf(
  knowledge: Knowledge,
  element: HtmlNode,
  measures: ReadonlyMap<HtmlNode, NodeMeasure>,
  running: number,
): Furniture | undefined {
  const { name = '', attribs = {} } = element;
  const size = measures.get(element);
  if (size === undefined || size.characters === 0) return undefined;
  if (running > 0 && (size.characters - size.linkCharacters) / running > MOST_OF_PAGE) return undefined;
  if (name === 'nav' || /^(?:navigation|menu|menubar|search|contentinfo)$/iu.test(attribs.role ?? '')) return 'menu';
  if (name === 'footer' || name === 'button' || name === 'label' || name === 'fieldset') return 'menu';
  const words = `${attribs.id ?? ''} ${attribs.class ?? ''}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  for (const [furniture, pattern] of namesOf(knowledge)) if (words.some((word) => pattern.test(word))) return furniture;
  const dense = size.links >= 4 && size.linkCharacters > size.characters * 0.75;
  if (dense && /^(?:ul|ol|dl|div|table|section|aside|header|td|p)$/u.test(name)) {
    // Long link texts are titles of other articles.
    return size.linkCharacters / size.links > 35 ? 'related' : 'menu';
  }
  return undefined;
}
