import { runChain, type Styles } from './styles.ts';
import { attribute, child, children, descendants, type Element, elements, make, wordName } from './xml.ts';

/** Fonts that show signs where others show letters, as the table of signs names them. */
const FONTS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^symbol(?:\s?(?:mt|ps|pro|std))?$/iu, 'Symbol'],
  [/^wingdings\s?2(?:-regular)?$/iu, 'Wingdings 2'],
  [/^wingdings\s?3(?:-regular)?$/iu, 'Wingdings 3'],
  [/^wingdings(?:-regular)?$/iu, 'Wingdings'],
  [/^webdings$/iu, 'Webdings'],
];
/** Word keeps the letters of such fonts at these places, or at those of the letters that other fonts show there. */
const PRIVATE = 0xf000;
/** Letters are taken for signs only where no words stand beside them: a font that was left on by mistake makes none of words. */
const WORDS = /\p{L}{2}/u;
const SIGN = /[\uf020-\uf0ff]|[\u0080-\u00bf\u00d7\u00f7]/u;
/** Of the font Symbol, at the beginning of a paragraph: those that compare or count, and the dot of a list. Others open an item. */
const COMPARES = new Set([0x2b, 0x2d, 0x3c, 0x3d, 0x3e, 0x7e, 0xa3, 0xb1, 0xb3, 0xb7, 0xb9, 0xbb]);

/** Makes letters of fonts of signs say which sign they show: "³" in Symbol is "≥". */
export function spellOutSymbols(root: Element, styles: Styles): void {
  for (const paragraph of descendants(root, 'p')) {
    let first = true;
    for (const run of children(paragraph, 'r')) {
      for (const part of elements(run)) {
        const name = wordName(part);
        if (name === 'sym') {
          if (first) openItem(part);
          first = false;
        } else if (name === 't') {
          const text = part.textContent ?? '';
          const shows = text.trim();
          if (shows === '') continue;
          if (SIGN.test(shows) || shows.length <= 2) write(part, text, first, fontsOf(styles, paragraph, run));
          first = false;
        }
      }
    }
  }
}

const nameOf = (font: string | undefined): string | undefined =>
  font === undefined ? undefined : FONTS.find(([pattern]) => pattern.test(font.trim()))?.[1];

interface RunFonts {
  /** Of ASCII, of the Latin letters above it, and of what has no letter but its place. */
  readonly ascii: string | undefined;
  readonly latin: string | undefined;
  readonly private: string | undefined;
}

function fontsOf(styles: Styles, paragraph: Element, run: Element): RunFonts {
  for (const properties of runChain(styles, paragraph, run)) {
    const fonts = child(properties, 'rFonts');
    if (fonts === undefined) continue;
    const [ascii, latin, other] = ['ascii', 'hAnsi', 'cs'].map((name) => nameOf(attribute(fonts, name)));
    return { ascii, latin, private: latin ?? ascii ?? other };
  }
  return { ascii: undefined, latin: undefined, private: undefined };
}

function write(part: Element, text: string, first: boolean, fonts: RunFonts): void {
  if (fonts.private === undefined || WORDS.test(text)) return;
  const written: Element[] = [];
  let plain = '';
  let opens = first;
  const flush = (): void => {
    if (plain === '') return;
    const content = make(part, 't');
    content.setAttribute('xml:space', 'preserve');
    content.textContent = plain;
    written.push(content);
    plain = '';
  };
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const font =
      code >= PRIVATE + 0x20 && code <= PRIVATE + 0xff ? fonts.private : code < 0x80 ? fonts.ascii : fonts.latin;
    const place = code >= PRIVATE ? code - PRIVATE : code;
    if (font === undefined || place > 0xff || !isSign(font, code, letter)) plain += letter;
    else if (opens && !(font === 'Symbol' && COMPARES.has(place))) plain += String.fromCharCode(PRIVATE + place);
    else {
      flush();
      written.push(make(part, 'sym', { font, char: (PRIVATE + place).toString(16).toUpperCase() }));
    }
    if (letter.trim() !== '') opens = false;
  }
  flush();
  for (const each of written) part.parentNode?.insertBefore(each, part);
  part.parentNode?.removeChild(part);
}

/** Digits and marks of the keyboard are themselves in Symbol, and whoever typed a digit in another such font meant it. */
function isSign(font: string, code: number, letter: string): boolean {
  if (code >= 0x80) return true;
  return font === 'Symbol' ? /[a-z]/iu.test(letter) : /[^\s\d.,%]/u.test(letter);
}

/** A sign that opens its paragraph is that of an item, whatever it shows. */
function openItem(part: Element): void {
  const font = nameOf(attribute(part, 'font'));
  const place = Number.parseInt(attribute(part, 'char') ?? '', 16) & 0xff;
  if (font === undefined || place < 0x20 || (font === 'Symbol' && COMPARES.has(place))) return;
  const content = make(part, 't');
  content.textContent = String.fromCharCode(PRIVATE + place);
  part.parentNode?.replaceChild(content, part);
}
