import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { readHtml } from '../../../src/read/html/html.ts';

/** Enough that nothing within is most of the page. */
const REST = `<p>${'Các đơn vị thực hiện theo kế hoạch. '.repeat(4)}</p>`;

function read(html: string) {
  const { blocks, issues, setAside = [] } = readHtml(loadKnowledge(), html + REST);
  return {
    texts: blocks.slice(0, -1).map(({ text }) => text),
    codes: issues.map(({ code }) => code),
    aside: setAside.map(({ reason, where, text, characters }) => `${reason} ${where}: ${text} (${characters})`),
  };
}

const STRUCK: [html: string, texts: string[], aside: string[]][] = [
  ['<p>Đạt <s>80%</s> 90%</p>', ['Đạt 90%'], ['struck <s>: 80% (2)']],
  ['<p>Đạt <strike>80%</strike> 90%</p>', ['Đạt 90%'], ['struck <strike>: 80% (2)']],
  ['<p>Đạt <del>80%</del> <ins>90%</ins></p>', ['Đạt 90%'], ['struck <del>: 80% (2)']],
  [
    '<p>Đạt <span style="text-decoration: line-through">80%</span> 90%</p>',
    ['Đạt 90%'],
    ['struck style attribute: 80% (2)'],
  ],
  [
    '<style>.bo{text-decoration:red line-through}</style><p>Đạt <b class=bo>8<i>0%</i></b> 90%</p>',
    ['Đạt 90%'],
    ['struck style .bo: 8 0% (2)'],
  ],
  ['<style>s{text-decoration:none}</style><p>Đạt <s>80%</s> nay</p>', ['Đạt 80% nay'], []],
  ['<p>Đạt <u>80%</u>, <span style="text-decoration:underline">90%</span></p>', ['Đạt 80%, 90%'], []],
  ['<ol><li>Một</li><li><s>Hai</s></li><li>Ba</li></ol>', ['1. Một', '3. Ba'], ['struck <s>: Hai (3)']],
  [
    '<table><tr><th>A<th>B</tr><tr><td><s>5</s> 6<td><s>7</s></tr></table>',
    ['A', 'B', '6', ''],
    ['struck <s>: 5 (1)', 'struck <s>: 7 (1)'],
  ],
];
test.each(STRUCK)('struck: %s', (html, texts, aside) => {
  const found = read(html);
  expect(found.texts).toEqual(texts);
  expect(found.aside).toEqual(aside);
  expect(found.codes).toEqual(aside.length > 0 ? ['struck-text'] : []);
});

const HIDDEN: [html: string, texts: string[], aside: string[]][] = [
  [
    '<style>.an{display:none}</style><p>Đạt 90%</p><p class=an>Đạt 10%</p>',
    ['Đạt 90%'],
    ['hidden style .an: Đạt 10% (5)'],
  ],
  ['<p hidden>Đạt 10%</p><p>Đạt 90%</p>', ['Đạt 90%'], ['hidden hidden p: Đạt 10% (5)']],
  ['<style>p{display:block}</style><p hidden>Đạt 10%</p>', ['Đạt 10%'], []],
  ['<p hidden="until-found">Đạt 10%</p>', ['Đạt 10%'], []],
  [
    '<p style="visibility:hidden">Đạt 10% <b style="visibility:visible">Đạt 90%</b></p>',
    ['Đạt 90%'],
    ['hidden style attribute: Đạt 10% (5)'],
  ],
  [
    '<p style="opacity:0">Đạt 10% <b style="opacity:1">Đạt 20%</b></p>',
    [],
    ['hidden style attribute: Đạt 10% Đạt 20% (10)'],
  ],
  [
    '<div style="font-size:0">Đạt 10%<p style="font-size:13pt">Đạt 90%</p></div>',
    ['Đạt 90%'],
    ['hidden style attribute: Đạt 10% (5)'],
  ],
  ['<div style="font-size:0"><p style="font-size:120%">Đạt 10%</p></div>', [], ['hidden style attribute: Đạt 10% (5)']],
  ['<p style="color:#FFF;background:#ffffff">Đạt 10%</p>', [], ['hidden style attribute: Đạt 10% (5)']],
  ['<style>.a{background-color:white;color:#fff}</style><p class=a>Đạt 10%</p>', [], ['hidden style .a: Đạt 10% (5)']],
  ['<div style="background-color:white"><p style="color:#fff">Đạt 90%</p></div>', ['Đạt 90%'], []],
  ['<style>p{background:#fff}.a{color:#fff}</style><p class=a>Đạt 90%</p>', ['Đạt 90%'], []],
  [
    '<style>.a{background:#036}.b{background-color:#fff}</style><p class="a b" style="color:#fff">Đạt 90%</p>',
    ['Đạt 90%'],
    [],
  ],
  ['<style>.a{color:#fff;background:#fff url(a.png)}</style><p class=a>Đạt 90%</p>', ['Đạt 90%'], []],
  ['<style>.a{color:#fff;background:#fff}</style><p class=a style="background:navy">Đạt 90%</p>', ['Đạt 90%'], []],
  [
    '<style>.a{opacity:0;transition:opacity 1s}.b{visibility:hidden}</style><p class=a>Đạt</p><p class=b>90%</p>',
    ['Đạt', '90%'],
    [],
  ],
  ['<p data-aos=fade style="opacity:0">Đạt</p><p style="opacity:0;transform:none">90%</p>', ['Đạt', '90%'], []],
  ['<p class="wow fadeIn" style="visibility:hidden">Đạt 90%</p>', ['Đạt 90%'], []],
  ['<style>.hidden{display:none}</style><p class="hidden md:block">Đạt 90%</p>', ['Đạt 90%'], []],
  ['<style>.d-none{display:none}</style><p class="d-none d-md-flex">Đạt 90%</p>', ['Đạt 90%'], []],
  ['<div style="font-size:0"><p style="font:14px Arial">Đạt 90%</p></div>', ['Đạt 90%'], []],
  ['<p style="color:white">Đạt 90%</p>', ['Đạt 90%'], []],
  ['<div style="background:#fff"><p style="color:white;background:url(a.png)">Đạt 90%</p></div>', ['Đạt 90%'], []],
  ['<div style="background:#fff"><p style="color:white;background:navy">Đạt 90%</p></div>', ['Đạt 90%'], []],
  ['<p aria-hidden=true>Đạt 90%</p>', ['Đạt 90%'], []],
  ['<details><summary>Xem</summary><p>Đạt 90%</p></details>', ['Xem', 'Đạt 90%'], []],
  [
    '<style>.t{display:none}.t.mo{display:block}</style><div class="t mo">Đạt 90%</div><div class=t>Đạt 10%</div>',
    ['Đạt 90%'],
    ['hidden style .t: Đạt 10% (5)'],
  ],
  [
    '<table><tr><th>A<th style="display:none">B<th>C</tr><tr><td>1<td style="display:none">2<td>3</tr></table>',
    ['A', 'C', '1', '3'],
    ['hidden style attribute: B … 2 (2)'],
  ],
];
test.each(HIDDEN)('hidden: %s', (html, texts, aside) => {
  const found = read(html);
  expect(found.texts).toEqual(texts);
  expect(found.aside).toEqual(aside);
  expect(found.codes).toEqual(aside.length > 0 ? ['hidden-text'] : []);
});

test('hidden menus and buttons are set aside without a warning', () => {
  const menu =
    '<nav><ul><li><a href="/a">Tin</a><ul style="display:none"><li>Sự kiện năm 2025 của tỉnh, huyện</li></ul></ul></nav>';
  const { codes, aside } = read(`${menu}<p>Đạt 90%</p><p hidden>Đang tải</p>`);
  expect(codes).toEqual([]);
  expect(aside).toHaveLength(2);
});

test('struck through to its end by a tag left open, a page keeps its text and says so', () => {
  const { blocks, issues, setAside } = readHtml(loadKnowledge(), `<div>Mở đầu <s>${REST}${REST}</div>`);
  expect(blocks).toHaveLength(3);
  expect(issues.map(({ code, message }) => `${code}: ${message.slice(0, 52)}`)).toEqual([
    'struck-text: 216 characters, most of the text, are struck through',
  ]);
  expect(setAside).toEqual([]);
  expect(readHtml(loadKnowledge(), `<del>${REST}</del>Hết`).blocks).toHaveLength(2);
});

test('old wording beside the new is struck, whatever its share', () => {
  const pairs = (how: (old: string) => string) =>
    [1, 2, 3, 4].map((i) => how(`Chỉ tiêu ${i} của ngành đạt 5${i}% theo kế hoạch đã ban hành trước đây`)).join('');
  const texts = (html: string) => readHtml(loadKnowledge(), html).blocks.map(({ text }) => text);
  expect(texts(pairs((old) => `<p>- <del>${old}</del> <ins>Đạt 90%</ins></p>`))[3]).toBe('- Đạt 90%');
  expect(texts(pairs((old) => `<li><s>${old}</s> Đạt 90%</li>`))).toEqual(Array.from({ length: 4 }, () => 'Đạt 90%'));
  expect(texts(pairs((old) => `<del><p>${old}</p></del><ins><p>Đạt 90%</p></ins>`))).toHaveLength(4);
  expect(texts(pairs((old) => `<p><s>${old}</s></p>`))[0]).toMatch(/^Chỉ tiêu 1/u);
});

test('a tag for words that holds paragraphs was left open', () => {
  const page = (html: string) => readHtml(loadKnowledge(), html + REST.repeat(3));
  const { blocks, issues, setAside } = page('<div><p>1. <s>Đạt 5%<p>2. Đạt 45%</p><p>3. Đạt 85%</p></div>');
  expect(blocks.slice(0, 3).map(({ text }) => text)).toEqual(['1. Đạt 5%', '2. Đạt 45%', '3. Đạt 85%']);
  expect(issues.map(({ message }) => message)[0]).toBe(
    '16 characters in several paragraphs are struck through by one tag. They were kept: check whether the tag was left open.',
  );
  expect(setAside).toEqual([]);
  expect(page('<s><p>1. Đạt 5%</p></s>').blocks).toHaveLength(3);
  expect(page('<div style="text-decoration:line-through"><p>Đạt 5%</p><p>Đạt 6%</p></div>').blocks).toHaveLength(3);
  expect(page('<del><p>Đạt 5%</p><p>Đạt 6%</p></del>').blocks).toHaveLength(3);
});

/** Texts of a page's blocks and the first words of what is told of it. */
function readPage(html: string) {
  const { blocks, issues, setAside = [] } = readHtml(loadKnowledge(), html);
  return {
    texts: blocks.map(({ text }) => text),
    told: issues.map(({ message }) => message.slice(0, 60)),
    aside: setAside.map(({ text }) => text),
  };
}

test('what a sheet hides is read, and told, where it is no small thing beside what is shown', () => {
  const tabs = (seen: string) =>
    `<style>.tab{display:none}.tab.mo{display:block}</style><div class="tab mo">${seen}</div><div class=tab>${'<p>Phường đạt 90% chỉ tiêu của năm.</p>'.repeat(4)}</div><div class=tab>Lược đồ</div>`;
  const { texts, told, aside } = readPage(tabs('<p>Thuộc tính: Kế hoạch</p>'));
  expect(texts).toHaveLength(6);
  expect(told).toEqual(['102 characters, 4 figures among them, are hidden until somet']);
  expect(aside).toEqual([]);
  expect(readPage(tabs(REST.repeat(3))).texts).toHaveLength(8);
  expect(readPage(tabs(REST.repeat(15))).texts).toHaveLength(15);
});

test('many small parts are one large part, of one kind or of many', () => {
  const parts = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `<p id=p${i} class=an>Tỷ lệ ${i} đạt 9${i}%</p>`).join('');
  const ids = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `#p${i}`);
  expect(readPage(`<style>.an{display:none}</style>${REST}${parts}`).texts).toHaveLength(9);
  const each = ids.map((id) => `${id}{display:none}`).join('');
  expect(readPage(`<style>${each}</style>${REST}${parts}`).texts).toHaveLength(9);
});

test.each([
  ['<style>.collapse{display:none}</style><div class="collapse in-x"><p>Đạt 90%</p></div>'],
  ['<style>#x{display:none}</style><div id=x role=tabpanel><p>Đạt 90%</p></div>'],
  ['<style>.tab-pane{display:none}</style><div class=tab-pane><p>Đạt 90%</p></div>'],
  ['<style>.n{display:none}@media (max-width:600px){.n{display:block}}</style><p class=n>Đạt 90%</p>'],
])('what a control opens or another screen shows is read, however small: %s', (html) => {
  const { texts, told } = readPage(html + REST.repeat(5));
  expect(texts[0]).toBe('Đạt 90%');
  expect(told).toEqual(['5 characters, 1 figures among them, are hidden until somethi']);
});

test('rows of one table stay together', () => {
  const rows = (how: string) =>
    `<table><tr><th>TT<th>Chỉ tiêu</tr><tr><td>1<td>Đạt 80%</tr><tr ${how}><td>2<td>Đạt 90%</tr></table>${REST}`;
  expect(readPage(rows('style="display:none"')).texts).toContain('Đạt 90%');
  expect(readPage(`<style>.an{display:none}</style>${rows('class=an')}`).texts).toContain('Đạt 90%');
});

test('a hidden copy of what is shown is not read', () => {
  const plan = '<p>Tỷ lệ hồ sơ trực tuyến đạt 90% năm 2026, theo chỉ tiêu được giao</p>';
  const copy = `<p>In từ trang của tỉnh</p>${plan}${REST}`;
  expect(readPage(`${plan}${REST}<div style="display:none">${copy}</div>`).texts).toHaveLength(2);
  const phone = '<style>.n{display:none}@media (max-width:600px){.n{display:block}}</style>';
  expect(readPage(`${phone}${plan}${REST}<div class=n>${copy}</div>`).texts).toHaveLength(2);
  const other = copy.replace('90%', '95%');
  expect(readPage(`${phone}${plan}${REST}<div class=n>${other}</div>`).texts).toHaveLength(5);
});

test('what an element hides itself is not read beside a document, though it be longer', () => {
  const terms = `<div style="display:none">${REST.repeat(3)}</div>`;
  expect(readPage(`<p>Số: 12/KH-UBND</p><h1>KẾ HOẠCH</h1><p>Đạt 90%</p>${terms}`).texts).toHaveLength(3);
  expect(readPage(`<p>Cổng thông tin</p>${terms}`).texts).toHaveLength(4);
});

test('a tab that a script hides on the element itself is read, a window that it hides so is not', () => {
  const plan = '<p>Số: 12/KH-UBND</p><h1>KẾ HOẠCH</h1><p>Đạt 90%</p>';
  const tab = (how: string) =>
    `<div ${how}>${plan}${REST.repeat(3)}</div><div ${how} style="display: none"><p>Phụ lục: đạt 95%</p></div>`;
  for (const how of ['class="tab-pane fade"', 'class="ui-tabs tab-content"', 'role="tabpanel"'])
    expect(readPage(tab(how)).texts.at(-1)).toBe('Phụ lục: đạt 95%');
  expect(readPage(tab('class="modal panel" aria-labelledby=x')).texts.at(-1)).not.toBe('Phụ lục: đạt 95%');
  expect(readPage(`<p>Thông báo</p>${tab('class="tab-pane"')}`).told).toEqual([
    '11 characters, 1 figures among them, are hidden until someth',
  ]);
});

test('of much that is hidden, little is told', () => {
  const { aside } = read(
    `${'<i style="display:none">ẩn</i>'.repeat(3000)}${'<p>còn lại đây <s>cũ</s></p>'.repeat(3000)}`,
  );
  expect(aside.length).toBeLessThan(300);
  expect(aside.every((one) => one.length < 400)).toBe(true);
});
