import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { unescapedEntities, unescapedSigns } from '../../../src/read/encoding/escapes.ts';

const entities = (text: string): string => unescapedEntities(loadKnowledge(), text)?.(text) ?? text;
const signs = (text: string): string => unescapedSigns(text)?.(text) ?? text;

test.each([
  ['T&#7927; l&#7879; h&#7891; s&#417; &#273;&#7841;t tr&ecirc;n 90%', 'Tỷ lệ hồ sơ đạt trên 90%'],
  ['K&#x1ebf; ho&#x1ea1;ch n&#x103;m 2026', 'Kế hoạch năm 2026'],
  ['T&amp;#7927; l&amp;#7879; h&amp;#7891; s&amp;#417;', 'Tỷ lệ hồ sơ'],
  ['đạt&nbsp;90%&nbsp;hồ sơ&nbsp;', 'đạt\u00a090%\u00a0hồ sơ\u00a0'],
  ['Kế hoạch\n&nbsp;\nMục tiêu\n&nbsp;\nNhiệm vụ\n&nbsp;', 'Kế hoạch\n\u00a0\nMục tiêu\n\u00a0\nNhiệm vụ\n\u00a0'],
  ['Đề án &quot;Một cửa&quot;, &quot;Một nền&quot;', 'Đề án "Một cửa", "Một nền"'],
])('%s', (text, expected) => expect(entities(text)).toBe(expected));

test.each([
  ['Viết &nbsp; cho dấu cách, &lt; và &gt; cho dấu nhỏ, lớn; &amp; là dấu và'],
  ['Ký tự ỷ có mã (&#7927;), ệ có mã (&#7879;), ồ có mã (&#7891;)'],
  ['Sở KH&ĐT; Sở TT&TT; R&D; Q&A;'],
  ['Công ty A&B; C&D; E&F;'],
  ['T&#7927; lệ'],
  ['http://x.example/?a=1&copy=2&lt=3'],
])('stays: %s', (text) => expect(entities(text)).toBe(text));

test.each([
  ['I. MỤC TIÊU\\n- Đạt 90%\\n- Đạt 80%\\nII. GIẢI PHÁP', 'I. MỤC TIÊU\n- Đạt 90%\n- Đạt 80%\nII. GIẢI PHÁP'],
  ['Một.\\r\\nHai.\\r\\n\\r\\nBa.\\r\\n', 'Một.\nHai.\n\nBa.\n'],
  ['K\\u1ebf ho\\u1ea1ch n\\u0103m \\"2026\\" \\/ t\\u1ec9nh', 'Kế hoạch năm "2026" / tỉnh'],
  ['TT\\tChỉ tiêu\\n1\\tTỷ lệ\\n2\\tSố xã\\n', 'TT\tChỉ tiêu\n1\tTỷ lệ\n2\tSố xã\n'],
])('%s', (text, expected) => expect(signs(text)).toBe(expected));

test.each([
  ['Tệp ở C:\\nam\\nhan, D:\\nguon\\tai, E:\\nha'],
  ['Dùng \\n cho dòng mới'],
  ['\\*Ghi chú\\*: 1\\. Một; 2\\. Hai'],
  ['Mã \\u1ebf là ế'],
])('stays: %s', (text) => expect(signs(text)).toBe(text));

test('a long text without spaces takes no time', () => {
  const start = performance.now();
  entities('&'.repeat(500_000));
  entities('&#7927;'.repeat(50_000));
  entities(`${'a'.repeat(500_000)}&#7927;`);
  signs('\\'.repeat(500_000));
  signs('\\n'.repeat(300_000));
  expect(performance.now() - start).toBeLessThan(3000);
});
