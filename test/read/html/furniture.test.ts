import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { measureNodes, parseHtml } from '../../../src/read/html/dom.ts';
import { furnitureOf } from '../../../src/read/html/furniture.ts';

/** What the first element of a page with so much running text is. */
function kindOfFirst(html: string): string | undefined {
  const root = parseHtml(`${html}<p>${'Tỉnh đề ra các chỉ tiêu cụ thể. '.repeat(20)}</p>`);
  const first = root.children?.find(({ name }) => name !== undefined);
  return first === undefined ? undefined : furnitureOf(loadKnowledge(), first, measureNodes(root), 600);
}

test.each([
  ['<div class="left tin-lien-quan"><p>Hội nghị</p></div>', undefined],
  ['<div class="left tinlienquan"><p>Hội nghị</p></div>', 'related'],
  ['<div id="LuotXem">331</div>', 'counter'],
  ['<div id="comments-2">Hay</div>', 'comments'],
  ['<div class="col menu_left">Trang chủ</div>', 'menu'],
  ['<div class="submenus-x">Trang chủ</div>', undefined],
  ['<nav>Trang chủ</nav>', 'menu'],
  ['<div role="search">Tìm</div>', 'menu'],
  ['<div class="content">Kế hoạch</div>', undefined],
])('%s', (html, kind) => expect(kindOfFirst(html)).toBe(kind));
