import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { readHtml } from '../../../src/read/html/html.ts';

const LONG = 'Các đơn vị thực hiện theo kế hoạch. '.repeat(10);

function read(html: string) {
  const { blocks, issues, setAside = [] } = readHtml(loadKnowledge(), html);
  return {
    texts: blocks.map(({ text }) => text.slice(0, 30)),
    issues: issues.map(({ code, message }) => `${code}: ${message}`),
    aside: setAside.map(({ reason, where, text }) => `${reason} ${where}: ${text?.slice(0, 30)}`),
  };
}

test('formulas are written in their line', () => {
  const { texts } = read('<p>Ít nhất <math><mfrac><mn>2</mn><mn>3</mn></mfrac></math> số xã</p>');
  expect(texts).toEqual(['Ít nhất 2/3 số xã']);
});

test('a page in a frame that stands in the page itself is read', () => {
  expect(read('<p>Trước</p><iframe srcdoc="&lt;p&gt;Tỷ lệ đạt 90%&lt;/p&gt;"></iframe><p>Sau</p>').texts).toEqual([
    'Trước',
    'Tỷ lệ đạt 90%',
    'Sau',
  ]);
  expect(
    read('<iframe srcdoc="<p>Đạt <s>80%</s> <math><mfrac><mn>2</mn><mn>3</mn></mfrac></math> số xã</p>"></iframe>')
      .texts,
  ).toEqual(['Đạt 2/3 số xã']);
});

test('a page in a frame beside a longer text is an advertisement', () => {
  const { texts, aside, issues } = read(`<p>${LONG}</p><iframe srcdoc="<p>Giảm giá 50% vé năm 2026</p>"></iframe>`);
  expect(texts).toHaveLength(1);
  expect(aside).toEqual(['not-read <iframe srcdoc>: Giảm giá 50% vé năm 2026']);
  expect(issues).toEqual([
    expect.stringContaining('content-not-read: The page shows what was not read: <iframe srcdoc>'),
  ]);
});

test.each([
  ['<textarea hidden>', 'hidden'],
  ['<div hidden><textarea>', 'hidden'],
  ['<textarea style="display: none">', 'hidden'],
  ['<style>.tts { display: none }</style><textarea class="tts">', 'hidden'],
])('what a page reads aloud is not read: %s', (start, reason) => {
  expect(read(`<p>Nghe bài</p>${start}${LONG}${LONG}</textarea>`)).toMatchObject({
    texts: ['Nghe bài'],
    aside: [`${reason} <textarea>: ${LONG.slice(0, 30)}`],
  });
});

test('a field beside a longer text, or with the same, is not read but told', () => {
  const rules = 'Ý kiến không quá 500 ký tự, viết có dấu. '.repeat(8);
  const { texts, aside } = read(`<p>${LONG}</p><p>${LONG}</p><textarea readonly>${rules}</textarea>`);
  expect(texts).toHaveLength(2);
  expect(aside).toEqual([`not-read <textarea>: ${rules.slice(0, 30)}`]);
  expect(read(`<p>${LONG}</p><textarea>${LONG}\n${LONG}</textarea>`).texts).toHaveLength(1);
});

test('of a page for readers without script, what the page shows is not read again', () => {
  const line = (i: number): string =>
    `<p>- Chỉ tiêu ${i}: tỷ lệ phòng nghỉ được dùng trong năm của ngành ${i} đạt ${60 + i}%.</p>`;
  const lines = [0, 1, 2, 3, 4, 5, 6, 7].map(line);
  const { texts } = read(`${lines.slice(0, 2).join('')}<noscript>${lines.join('')}</noscript>`);
  expect(texts).toHaveLength(8);
  expect(new Set(texts).size).toBe(8);
  expect(
    read(`${lines.slice(0, 7).join('')}<noscript>${lines.join('')}${lines.join('')}</noscript>`).texts,
  ).toHaveLength(7);
});

test('text for readers without script is read where it is the document, else set aside', () => {
  expect(read(`<p>Đang tải</p><noscript><p>${LONG}</p></noscript>`).texts).toHaveLength(2);
  const aside = read(`<p>${LONG}</p><p>${LONG}</p><noscript><p>${LONG}</p></noscript><noscript>Bật script</noscript>`);
  expect(aside.texts).toHaveLength(2);
  expect(aside.aside).toEqual([`hidden <noscript>: ${LONG.slice(0, 30)}`]);
  expect(aside.issues).toEqual(['hidden-text: 270 characters wait in the page for a script and were left out.']);
});

test('moulds for scripts are set aside, shadow trees are read', () => {
  expect(read(`<p>${LONG}</p><template>${LONG}</template>`).aside).toEqual([`hidden <template>: ${LONG.slice(0, 30)}`]);
  expect(read('<x-y><template shadowrootmode="open"><p>Đạt 90%</p></template></x-y>').texts).toEqual(['Đạt 90%']);
});

test('a long text in a field is text', () => {
  expect(read(`<textarea>I. MỤC TIÊU\n${LONG}\n- Đạt 90%</textarea>`).texts).toEqual([
    'I. MỤC TIÊU',
    LONG.slice(0, 30),
    '- Đạt 90%',
  ]);
  expect(read('<p>Góp ý</p><textarea>Viết ở đây</textarea>').texts).toEqual(['Góp ý']);
});

test('what shows other documents is named', () => {
  const { issues, aside } =
    read(`<p>Kèm theo</p><iframe src="/tep/phu-luc.pdf?v=1" title="Phụ lục 2"></iframe><object data="b.docx"></object>
    <embed type="application/pdf" src="/x"><iframe src="https://video.example/e"></iframe><img src="trang-1.jpg" width="900" height="1200" alt="Trang 1">
    <img src="logo.png" width="90"><svg><text>45 tỷ đồng</text></svg><svg><path d="M0 0"/></svg>`);
  expect(aside).toEqual([
    'not-read <iframe> /tep/phu-luc.pdf?v=1: Phụ lục 2',
    'not-read <object> b.docx: undefined',
    'not-read <embed> /x: undefined',
    'not-read <img> trang-1.jpg: Trang 1',
    'not-read <svg>: 45 tỷ đồng',
  ]);
  expect(issues).toEqual([
    'content-not-read: The page shows what was not read: <iframe> /tep/phu-luc.pdf?v=1, <object> b.docx, <embed> /x, <img> trang-1.jpg, <svg>. If the plan goes on there, fetch it and give it as a document of its own.',
  ]);
});

test('pages of frames are named', () => {
  expect(read('<frameset><frame src="menu.htm"><frame src="noidung.htm"></frameset>').aside).toEqual([
    'not-read <frame> menu.htm: undefined',
    'not-read <frame> noidung.htm: undefined',
  ]);
});

test('a page that was put into another as text is read as a page', () => {
  const { texts, issues } = read(
    '<div>&lt;p&gt;I. MỤC TIÊU&lt;/p&gt;&lt;p&gt;Đạt &lt;s&gt;80%&lt;/s&gt; &lt;b&gt;90%&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Hết&lt;/p&gt;</div>',
  );
  expect(texts).toEqual(['I. MỤC TIÊU', 'Đạt 90%', 'Hết']);
  expect(issues.map((issue) => issue.split(':')[0])).toEqual(['encoding-converted', 'struck-text']);
  expect(read('<p>Thẻ &lt;p&gt; và &lt;/p&gt; mở và đóng một đoạn.</p>').texts).toEqual([
    'Thẻ <p> và </p> mở và đóng một',
  ]);
  expect(read('<pre>&lt;p&gt;a&lt;/p&gt;\n&lt;p&gt;b&lt;/p&gt;\n&lt;p&gt;c&lt;/p&gt;</pre>').texts).toHaveLength(3);
});
