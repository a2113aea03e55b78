import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blocksOfHtml, readHtml } from '../../../src/read/html/html.ts';

const texts = (html: string): string[] => readHtml(loadKnowledge(), html).blocks.map(({ text }) => text);
const grid = (html: string): string[] =>
  blocksOfHtml(loadKnowledge(), html).map(({ cell, text }) =>
    cell === undefined ? text : `${cell.table}:${cell.row},${cell.column} ${cell.rowSpan}x${cell.columnSpan} ${text}`,
  );

const TEXTS: [name: string, html: string, texts: string[]][] = [
  [
    'raised figures are marks of notes, or exponents',
    '<p>đạt 45<sup>2</sup> xã, 250 m<sup>2</sup>, 3 x 10<sup>6</sup> USD</p><p>đạt 85<span style="vertical-align: super">1</span>%</p><p>12.500<sup><a href="#n">[1]</a></sup> con</p>',
    ['đạt 45[2] xã, 250 m2, 3 x 10⁶ USD', 'đạt 85[1]%', '12.500[1] con'],
  ],
  [
    'raised figures in cells',
    '<table><tr><td>45<sup>2</sup> xã</td><td>10<sup>6</sup> đồng</td></tr></table>',
    ['45[2] xã', '10⁶ đồng'],
  ],
  [
    'paragraphs, headings, entities, wrapped source',
    '<h1>Kế&nbsp;hoạch</h1><p>Tăng\n  trên &gt; 90%\n</p><div>Sở <b>Nội</b> vụ</div>',
    ['Kế hoạch', 'Tăng trên > 90%', 'Sở Nội vụ'],
  ],
  [
    'signs that nobody sees inside of words',
    '<p>Hộ\ufeffi ng\u00adhị đối th\u200boại</p><table><tr><td>nghị\ufeffquyết</td><td>Số</td></tr></table>',
    ['Hội nghị đối thoại', 'nghịquyết', 'Số'],
  ],
  [
    'paragraphs made of line breaks',
    'Mục tiêu chung.<br><br>- Đạt 90% hồ sơ;<br>- Đạt 80% văn bản.<br/>Hết',
    ['Mục tiêu chung.', '- Đạt 90% hồ sơ;', '- Đạt 80% văn bản.', 'Hết'],
  ],
  [
    'a line break inside a sentence or a title joins',
    '<p>CẢI CÁCH HÀNH CHÍNH<br>TỈNH HÀ NAM</p><p>Tỷ lệ hồ sơ được<br>xử lý trực tuyến</p>',
    ['CẢI CÁCH HÀNH CHÍNH TỈNH HÀ NAM', 'Tỷ lệ hồ sơ được xử lý trực tuyến'],
  ],
  [
    'counted lists',
    '<ol><li>Thể chế<ol type="a" start="2"><li>Văn bản</li><li>Rà soát</li></ol></li><li>Thủ tục</li></ol><ol type="I"><li>Chung</li></ol>',
    ['1. Thể chế', 'b. Văn bản', 'c. Rà soát', '2. Thủ tục', 'I. Chung'],
  ],
  [
    'items with printed labels keep them alone',
    '<ul><li>- Một</li><li>a) Hai</li><li>Ba</li></ul><ul style="list-style-type:none"><li>Bốn</li></ul>',
    ['- Một', 'a) Hai', '- Ba', 'Bốn'],
  ],
  [
    'scripts, styles and the head are no text',
    '<head><title>x</title></head><script>a=1</script><style>p{}</style><noscript>Bật script</noscript><p>Chữ</p>',
    ['Chữ'],
  ],
  [
    'a page layout of tables is no table',
    '<table><tr><td><p>Cột trái</p></td><td><table><tr><td>Một</td></tr></table><p>Cột phải</p></td></tr></table>',
    ['Cột trái', 'Một', 'Cột phải'],
  ],
  [
    'a plain text inside pre keeps its lines',
    '<pre>I. MỤC TIÊU\n- Đạt 90%\n- Đạt 80%</pre>',
    ['I. MỤC TIÊU', '- Đạt 90%', '- Đạt 80%'],
  ],
  ['tags left open', '<p>Một<p>Hai<ul><li>Ba<li>Bốn</ul>', ['Một', 'Hai', '- Ba', '- Bốn']],
];
test.each(TEXTS)('%s', (_, html, expected) => expect(texts(html)).toEqual(expected));

test('spans make a grid; nested tables become lines of their cell', () => {
  expect(
    grid(
      '<table><thead><tr><th rowspan="2">TT</th><th colspan="2">Chỉ tiêu</th></tr><tr><th>2025</th><th>2030</th></tr></thead><tbody><tr><td>1</td><td>90%</td><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></td></tr><tr><td colspan="99999">Nhóm</td></tr></tbody></table><p>Sau</p>',
    ),
  ).toEqual([
    '0:0,0 2x1 TT',
    '0:0,1 1x2 Chỉ tiêu',
    '0:1,1 1x1 2025',
    '0:1,2 1x1 2030',
    '0:2,0 1x1 1',
    '0:2,1 1x1 90%',
    '0:2,2 1x1 a b\nc',
    '0:3,0 1x200 Nhóm',
    'Sau',
  ]);
});

test('a letterhead is read left before right, its rules left out', () => {
  expect(
    grid(
      '<table><tr><td><b>ỦY BAN NHÂN DÂN<br>TỈNH HÀ NAM</b><br>-------</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br>---------</td></tr><tr><td>Số: 5/KH-UBND</td><td><i>Hà Nam, ngày 05 tháng 5 năm 2021</i></td></tr></table>',
    ),
  ).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH HÀ NAM',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 5/KH-UBND',
    'Hà Nam, ngày 05 tháng 5 năm 2021',
  ]);
});

test('line breaks and paragraphs inside a cell are lines', () => {
  const [first] = blocksOfHtml(
    loadKnowledge(),
    '<table><tr><th>Việc<br>Sản phẩm</th><th>x</th></tr><tr><td><p>- Một;</p><p>- Hai.</p></td><td></td></tr></table>',
  );
  const cells = blocksOfHtml(
    loadKnowledge(),
    '<table><tr><th>Việc<br>Sản phẩm</th><th>x</th></tr><tr><td><p>- Một;</p><p>- Hai.</p></td><td></td></tr></table>',
  );
  expect(first?.text).toBe('Việc\nSản phẩm');
  expect(cells[2]?.text).toBe('- Một;\n- Hai.');
  expect(cells[3]?.text).toBe('');
});

test('bold is told for whole blocks', () => {
  expect(
    blocksOfHtml(loadKnowledge(), '<p><b>Đậm cả</b></p><p><b>Nửa</b> đậm</p><p style="font-weight:bold">Đậm</p>').map(
      ({ bold }) => bold,
    ),
  ).toEqual([true, false, true]);
});

test('title of the page', () => {
  expect(
    readHtml(loadKnowledge(), '<html><head><title> Kế hoạch\n số 5 </title></head><body><p>Chữ</p></body></html>')
      .title,
  ).toBe('Kế hoạch số 5');
});

test('a plan that was run together into one paragraph is parted at its labels, as plain text is', () => {
  const plan = [
    'KẾ HOẠCH Phát triển thư viện năm 2024 Thực hiện chương trình công tác năm, Ủy ban nhân dân huyện ban hành kế hoạch như sau:',
    'I. MỤC TIÊU',
    '1. Tối thiểu 90% bạn đọc hài lòng với giờ mở cửa, cách bày sách và thái độ phục vụ của nhân viên thư viện.',
    '2. 100% thư viện xã có danh mục sách trên mạng, được cập nhật mỗi khi có sách mới về đến nơi.',
    'II. NHIỆM VỤ',
    '1. Phòng Văn hóa và Thông tin hướng dẫn các xã lập danh mục sách, chọn sách cho trẻ em và người cao tuổi.',
    '2. Các xã bố trí phòng đọc ở nơi dễ đến, mở cửa cả buổi tối và ngày nghỉ cuối tuần.',
  ];
  const page = (text: string): string =>
    `<html><body><div class="menu"><a href="/">Trang chủ</a></div><div>${text}</div></body></html>`;
  const of = (text: string) =>
    readHtml(loadKnowledge(), page(text)).blocks.filter(({ furniture }) => furniture === undefined);
  expect(
    of(plan.join(' '))
      .map(({ text }) => text)
      .slice(-plan.length),
  ).toEqual(plan);
  // Labels within one paragraph of many only cite.
  const cited = `<p>${plan.join(' ')}</p><p>${'Mỗi xã có một phòng đọc sách. '.repeat(40)}</p>`;
  expect(of(cited).map(({ text }) => text)).toContain(plan.join(' '));
});

test('menus and comments are marked, hidden parts cut out, the document is not, whatever its class', () => {
  const links = (n: number, words: string) =>
    Array.from({ length: n }, (_, i) => `<li><a href="/${i}">${words} ${i}</a></li>`).join('');
  const html = `<nav><a href="/">Cổng thông tin</a></nav><div class="menu-left"><ul>${links(5, 'Trang')}</ul></div>
    <div class="content sidebar"><h2>Kế hoạch năm 2025</h2><p>${'Tỉnh phấn đấu đạt 90% hồ sơ trực tuyến. '.repeat(5)}</p></div>
    <div style="display: none">Ẩn đi</div><div id="binh-luan" class="comments">Nguyễn A: hay</div>
    <ul>${links(4, 'Tỉnh tổ chức hội nghị trực tuyến về chuyển đổi số lần thứ')}</ul>`;
  const marks = readHtml(loadKnowledge(), html).blocks.map(
    ({ text, furniture }) => `${furniture ?? 'text'}: ${text.slice(0, 17)}`,
  );
  expect(marks).toEqual([
    'menu: Cổng thông tin',
    ...[0, 1, 2, 3, 4].map((i) => `menu: - Trang ${i}`),
    'text: Kế hoạch năm 2025',
    'text: Tỉnh phấn đấu đạt',
    'comments: Nguyễn A: hay',
    ...[0, 1, 2, 3].map(() => 'related: - Tỉnh tổ chức hộ'),
  ]);
});

test('a page nested a hundred thousand deep is refused at once', () => {
  const start = performance.now();
  expect(() => readHtml(loadKnowledge(), '<div>'.repeat(100_000))).toThrow(
    expect.objectContaining({ code: 'file-corrupt' }),
  );
  expect(() => readHtml(loadKnowledge(), `${'<b>'.repeat(1500)}sâu`)).not.toThrow();
  expect(performance.now() - start).toBeLessThan(2000);
});

test('a news page of a portal: what is said of the plan is text, all around it is furniture', () => {
  const page = `<html><body><form id="aspnetForm"><div class="breadcrumb"><a href="/">Trang chủ</a> &raquo; <a href="/x">Cải cách hành chính</a></div>
    <div class="news_column panel"><h1>Kế hoạch cải cách hành chính năm 2026</h1><div>Thứ hai - 12/01/2026 08:15<ul><li><em></em> 331</li><li>0</li></ul></div>
    <div class="bodytext"><p>Tỉnh phấn đấu đạt các chỉ tiêu sau:</p>- 100% hồ sơ được số hóa;<br />- Trên 90% hồ sơ đúng hạn.<br /><br />Các sở báo cáo trước ngày 15/12/2026 để tổng hợp, trình Ủy ban nhân dân tỉnh.</div></div>
    <div><p id="stringrating">Tổng số điểm của bài viết là: 5 trong 1 đánh giá</p><h3>Ý kiến bạn đọc</h3><p>Những tin mới hơn</p>
    <ul><li><a href="/1">Hội nghị giao ban quý I</a> (20/01/2026)</li></ul></div>
    <div class="panel">Thống kê truy cập<ul><li>Đang truy cập: 15</li><li>Tháng hiện tại: 52.114</li></ul></div>
    <div id="footer"><p>Điện thoại: 0226.3852.000</p></div></form></body></html>`;
  expect(
    readHtml(loadKnowledge(), page).blocks.flatMap(({ text, furniture }) => (furniture === undefined ? [text] : [])),
  ).toEqual([
    'Kế hoạch cải cách hành chính năm 2026',
    'Tỉnh phấn đấu đạt các chỉ tiêu sau:',
    '- 100% hồ sơ được số hóa;',
    '- Trên 90% hồ sơ đúng hạn.',
    'Các sở báo cáo trước ngày 15/12/2026 để tổng hợp, trình Ủy ban nhân dân tỉnh.',
  ]);
});
