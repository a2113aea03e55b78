/** What a mark written behind a vowel adds to it: combining characters, shape before tone. */
const MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
/** Letters that are one character. */
const SINGLE: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

const TONES = 'ùøûõï';
const ROUND = 'âáàåãä';
const BREVE = 'êéèúüë';
/** Only these pairs mean a letter; the same mark elsewhere is left as it stands. */
const PAIRS: Readonly<Record<string, string>> = {
  a: TONES + ROUND + BREVE,
  e: TONES + ROUND,
  o: TONES + ROUND,
  u: TONES,
  y: TONES,
  ô: TONES,
  ö: TONES,
};

/** VNI for Windows as characters of Windows-1252, one or two for a letter, to the letter. */
export const VNI: ReadonlyMap<string, string> = new Map(
  [...pairs(), ...Object.entries(SINGLE)].flatMap(([code, letter]) => [
    [code, letter] as const,
    [code.toUpperCase(), letter.toUpperCase()] as const,
    // A capital may carry a small mark, and in headings typed with a shift key left down the other way round.
    ...(code.length === 2 ? mixed(code, letter) : []),
  ]),
);

function* pairs(): Generator<[string, string]> {
  for (const [base, marks] of Object.entries(PAIRS))
    for (const mark of marks) yield [base + mark, ((SINGLE[base] ?? base) + (MARKS[mark] ?? '')).normalize('NFC')];
}

function mixed(code: string, letter: string): [string, string][] {
  const [base = '', mark = ''] = code;
  return [
    [base.toUpperCase() + mark, letter.toUpperCase()],
    [base + mark.toUpperCase(), letter],
  ];
}

const CODES = new RegExp([...VNI.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

export function fromVni(text: string): string {
  return text.replace(CODES, (code) => VNI.get(code) ?? code);
}
