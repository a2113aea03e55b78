import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { convert } from '../../../src/read/encoding/convert.ts';
import { LEGACY_ENCODINGS, type LegacyEncoding } from '../../../src/read/encoding/encoding.ts';
import { encode, WRITABLE } from './encode.ts';

const CASES: [encoding: LegacyEncoding, stored: string, printed: string][] = [
  ['tcvn3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['tcvn3', '­u ®·i ®Çu t­ 522/2002/Q§.UB', 'ưu đãi đầu tư 522/2002/QĐ.UB'],
  // the Greek letter for the micro sign, and the private area of symbol fonts
  ['tcvn3', 'h\u03bcnh ch\u00ddnh', 'hành chính'],
  ['tcvn3', 'h\uf0b5nh ch\uf0ddnh', 'hành chính'],
  ['tcvn3-capitals', 'ñy ban nh©n d©n tØnh', 'ỦY BAN NHÂN DÂN TỈNH'],
  ['vni', 'COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['vni', 'Ñoäc laäp \u0096 Töï do', 'Độc lập – Tự do'],
  ['vni', 'tröôûng, thöôøng, kyø, kyõ thuaät, quaän Thuû Ñöùc, mî', 'trưởng, thường, kỳ, kỹ thuật, quận Thủ Đức, mỵ'],
  // a capital with a small mark
  ['vni', 'Aâu Laïc, Eâ ñeâ', 'Âu Lạc, Ê đê'],
  ['vps', 'ñ¶c lÆp - T¿ do - Hånh phúc', 'Độc lập - Tự do - Hạnh phúc'],
  [
    'vps',
    'Üu Çãi ÇÀu tÜ, tØ sº døng, Ùng phó, nghïa vø chû y‰u',
    'ưu đãi đầu tư, từ sử dụng, ứng phó, nghĩa vụ chủ yếu',
  ],
  ['viqr', 'Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam, ddo^.c la^.p', 'Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập'],
  ['viqr', 'u+u dda~i dda^`u tu+\\. Ho+n 50%', 'ưu đãi đầu tư. Hơn 50%'],
  ['windows-1258', 'Ðôòc lâòp', 'Độc lập'],
  ['windows-1258', 'Viêòt Nam', 'Việt Nam'],
];

test.each(CASES)('%s: %s', (encoding, stored, printed) => {
  expect(convert(loadKnowledge(), stored, encoding)).toBe(printed.normalize('NFC'));
});

test.each(LEGACY_ENCODINGS)('%s: every letter and any text come back', (encoding) => {
  const written = WRITABLE[encoding];
  expect(convert(loadKnowledge(), encode(written.join(' '), encoding), encoding)).toBe(written.join(' '));
  const capital = encoding === 'tcvn3-capitals';
  const plain = [
    ...(capital ? 'ABCDEGHIKLMNOPQRSTUVXY' : 'abcdeghiklmnopqrstuvxyABCDDEO'),
    ...' 0123456789,;:-/%().?\'"^+~`\\',
  ];
  const text = fc.array(fc.constantFrom(...written, ...plain)).map((letters) => letters.join(''));
  fc.assert(
    fc.property(text, (original) => convert(loadKnowledge(), encode(original, encoding), encoding) === original),
    { numRuns: 500 },
  );
});

test.each(LEGACY_ENCODINGS)('%s: converting never throws, and the result is NFC', (encoding) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const converted = convert(loadKnowledge(), text, encoding);
      return converted === converted.normalize('NFC');
    }),
  );
});
