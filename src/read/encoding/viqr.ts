const SHAPES: Readonly<Record<string, string>> = { '^': '\u0302', '(': '\u0306', '+': '\u031b' };
const TONE_SIGNS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  "'": '\u0301',
  '.': '\u0323',
};
const LETTER =
  /\\(?<escaped>[\\'`?~.^(+dD])|(?<stroke>dd|DD|Dd)|(?<vowel>[aeiouyAEIOUY])(?<shape>[\^(+]?)(?<tone>['`?~.]?)/gu;

/** Which vowel takes which shape. */
const SHAPED: Readonly<Record<string, string>> = { a: '^(', e: '^', o: '^+', u: '+', i: '', y: '' };

/**
 * VIQR (RFC 1456): "Vie^.t Nam". A sign behind a vowel belongs to it, also a full stop, unless a backslash stands between.
 */
export function fromViqr(text: string): string {
  return text.replace(LETTER, (...match) => {
    const groups: Readonly<Record<string, string | undefined>> = match.at(-1);
    const { escaped, stroke, vowel = '', shape = '', tone = '' } = groups;
    if (escaped !== undefined) return escaped;
    if (stroke !== undefined) return stroke === 'dd' ? 'đ' : 'Đ';
    const fits = shape === '' || (SHAPED[vowel.toLowerCase()] ?? '').includes(shape);
    // "o(" and the like: the sign is no shape of this vowel, and then nothing behind it is a tone of it.
    if (!fits) return vowel + shape + tone;
    return (vowel + (SHAPES[shape] ?? '') + (TONE_SIGNS[tone] ?? '')).normalize('NFC');
  });
}
