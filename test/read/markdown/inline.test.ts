import { expect, test } from 'vitest';
import { inlineText } from '../../../src/read/markdown/inline.ts';

test.each([
  ['Đạt **90%** hồ sơ, _tối thiểu_ __85%__, ***80%***', 'Đạt 90% hồ sơ, tối thiểu 85%, 80%'],
  ['- **Đến năm 2026**: đạt 90%', '- Đến năm 2026: đạt 90%'],
  ['1. **Mục\ntiêu** chung\n2. *Mục tiêu\ncụ thể*', '1. Mục tiêu chung\n2. Mục tiêu cụ thể'],
  ['+ Một\n  + Hai\n    - Ba **bốn**', '+ Một\n  + Hai\n    - Ba bốn'],
  ['# không là đề mục **ở đây**', '# không là đề mục ở đây'],
  ['TỈNH **PHÚ THỌ**\n-------', 'TỈNH PHÚ THỌ\n-------'],
  ['Tính 2 * 3 * 4, 5*3*2, 2**10**2', 'Tính 2 * 3 * 4, 5*3*2, 2**10**2'],
  ['Ghi \\*sao\\* và \\_gạch\\_, 5\\% và \\[1\\]', 'Ghi *sao* và _gạch_, 5% và [1]'],
  ['Số liệu (*) và (**), **in đậm** (***)', 'Số liệu (*) và (**), in đậm (***)'],
  ['**Điều 1. **Phạm vi', 'Điều 1. Phạm vi'],
  ['Đạt &gt; 90%, T&amp;T, a&nbsp;b', 'Đạt > 90%, T&T, a\u00a0b'],
  ['[Luật](http://x.vn/a_(b)) và ![bản đồ](a.png), <http://y.vn>', 'Luật và bản đồ, http://y.vn'],
  ['mã `a*b*c` và ``x ` y``', 'mã a*b*c và x ` y'],
  ['Đạt <b>90%</b><br>hồ sơ; <u>x</u> <font color="red">y</font>', 'Đạt 90%\nhồ sơ; x y'],
  ['Diện tích 250 m<sup>2</sup>, 45<sup>1</sup> xã, 3 x 10<sup>6</sup>', 'Diện tích 250 m2, 45[1] xã, 3 x 10⁶'],
  ['Ông <tên> và <họ và tên>, a < b, c > d, x<5', 'Ông <tên> và <họ và tên>, a < b, c > d, x<5'],
  ['từ ~80% đến ~90%, ~ 5', 'từ ~80% đến ~90%, ~ 5'],
  ['**Ghi chú: chưa đủ*', 'Ghi chú: chưa đủ'],
  ['*Còn ngỏ', '*Còn ngỏ'],
  ['snake_case_name và a__b', 'snake_case_name và a__b'],
  [
    '- Vé: 12 lượt*500.000 đồng\n- Xe: 10 chuyến*200.000 đồng',
    '- Vé: 12 lượt*500.000 đồng\n- Xe: 10 chuyến*200.000 đồng',
  ],
  ['4 tổ/thôn*12 tháng*3 người, x*y = z*t', '4 tổ/thôn*12 tháng*3 người, x*y = z*t'],
  ['Kế hoạch (*sửa đổi)*2025 và (*) 5%', 'Kế hoạch (sửa đổi)2025 và (*) 5%'],
  ['2*(3+4)*5%, (b)*100 và (c)*100, 5%*3 + 6%*2', '2*(3+4)*5%, (b)*100 và (c)*100, 5%*3 + 6%*2'],
  ['*Mức hỗ trợ 5 người*12 tháng* và *khác*', 'Mức hỗ trợ 5 người*12 tháng và khác'],
  ['- **Một\n- Hai**\n- *Ba\n- bốn*', '- Một\n- Hai\n- Ba\n- bốn'],
  ['Tăng 10~~15% và 20~~25%\n- Vốn 1.000~~1.200 tỷ', 'Tăng 10~~15% và 20~~25%\n- Vốn 1.000~~1.200 tỷ'],
  ['- Khoảng ~~8% số xã\n- Còn lại 5%~~ số phường', '- Khoảng ~~8% số xã\n- Còn lại 5%~~ số phường'],
  ['không có dấu nào', 'không có dấu nào'],
  ['', ''],
])('%j', (source, text) => expect(inlineText(source)).toEqual({ text, struck: [] }));

test.each([
  ['đạt ~~80%~~ **90%**', 'đạt  90%', ['80%']],
  ['~~Giảm\n15%~~ nay', ' nay', ['Giảm 15%']],
  ['đạt ~~**80%** cũ~~', 'đạt ', ['80% cũ']],
  ['đạt <s>80%</s> <del>85%</del> 90%', 'đạt   90%', ['80%', '85%']],
  ['đạt **~~80%~~** 90%', 'đạt  90%', ['80%']],
  ['đạt ~~80~~90%', 'đạt 90%', ['80']],
  ['đạt 70%~~cũ~~90%', 'đạt 70% 90%', ['cũ']],
])('struck: %j', (source, text, struck) => {
  expect(inlineText(source)).toEqual({ text: expect.stringContaining(text.trim().slice(-4)), struck });
  expect(inlineText(source, true).struck).toEqual([]);
  expect(inlineText(source, true).text).toMatch(/80|15%|cũ/u);
});

test('many marks take no time', () => {
  const start = performance.now();
  for (const piece of ['*a **b ', '[', '![a](', '`', '<a ', '&amp;', '~~a', '_a_'])
    inlineText(piece.repeat(Math.floor(7900 / piece.length)).slice(0, 7900));
  inlineText('**a** '.repeat(200_000));
  for (const piece of ['*a **b ', '[', '![a](', '`', '<a ', '~~a', '_a_ ']) inlineText(piece.repeat(60));
  expect(performance.now() - start).toBeLessThan(4000);
});
