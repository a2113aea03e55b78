/** TCVN 5712:1993 VN3 ("ABC"), each letter as the Latin-1 character that has its code. */
const SMALL: readonly (readonly [letters: string, codes: string])[] = [
  ['àảãáạ', 'µ¶·¸¹'],
  ['ăằẳẵắặ', '¨»¼½¾Æ'],
  ['âầẩẫấậ', '©ÇÈÉÊË'],
  ['đ', '®'],
  ['èẻẽéẹ', 'ÌÎÏÐÑ'],
  ['êềểễếệ', 'ªÒÓÔÕÖ'],
  ['ìỉĩíị', '×ØÜÝÞ'],
  ['òỏõóọ', 'ßáâãä'],
  ['ôồổỗốộ', '«åæçèé'],
  ['ơờởỡớợ', '¬êëìíî'],
  ['ùủũúụ', 'ïñòóô'],
  ['ưừửữứự', '\u00adõö÷øù'],
  ['ỳỷỹýỵ', 'úûüýþ'],
];
const CAPITAL: readonly (readonly [letters: string, codes: string])[] = [['ĂÂÊÔƠƯĐ', '¡¢£¤¥¦§']];

/** Code to letter. */
export const TCVN3: ReadonlyMap<string, string> = new Map(
  [...SMALL, ...CAPITAL].flatMap(([letters, codes]) => {
    const each = [...letters];
    return [...codes].map((code, index) => [code, each[index] ?? code] as const);
  }),
);

/** Some programs store the code of à, the micro sign, as the Greek letter that looks the same. */
const MU = '\u03bc';

export function fromTcvn3(text: string): string {
  return text.replaceAll(MU, 'µ').replace(/[\u00a1-\u00fe]/gu, (code) => TCVN3.get(code) ?? code);
}
