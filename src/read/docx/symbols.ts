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

/** Signs with which Word opens an item, where the table of signs has a picture that no outline knows. */
const ITEMS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6f, '□'],
  [0x71, '□'],
  [0x77, '◆'],
  [0xa8, '□'],
  [0xd8, '➢'],
]);

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
  const { private: own } = fonts;
  const words = WORDS.test(text);
  if (own === undefined || (words && ![...text].some((letter) => isPrivate(letter.codePointAt(0) ?? 0)))) return;
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
    const font = isPrivate(code) ? own : words ? undefined : code < 0x80 ? fonts.ascii : fonts.latin;
    const place = code >= PRIVATE ? code - PRIVATE : code;
    const item = opens && font === 'Wingdings' ? ITEMS.get(place) : undefined;
    if (font === undefined || place > 0xff || !isSign(font, code, letter) || !hasLetter(font, place)) plain += letter;
    else if (item !== undefined) plain += item;
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

const isPrivate = (code: number): boolean => code >= PRIVATE + 0x20 && code <= PRIVATE + 0xff;

/** Whether the table of signs has a letter for what such a font shows at a place; of Symbol, 0xf0 is a maker's mark. */
const hasLetter = (font: string, place: number): boolean =>
  place !== 0xff && !(font === 'Symbol' && ((place >= 0x7f && place < 0xa0) || place === 0xf0));

/** Digits and marks of the keyboard are themselves in Symbol, and whoever typed a digit in another such font meant it. */
function isSign(font: string, code: number, letter: string): boolean {
  if (code >= 0x80) return true;
  return font === 'Symbol' ? /[a-z]/iu.test(letter) : /[^\s\d.,%]/u.test(letter);
}

/** A sign that opens its paragraph is that of an item. */
function openItem(part: Element): void {
  const place = Number.parseInt(attribute(part, 'char') ?? '', 16) & 0xff;
  const item = nameOf(attribute(part, 'font')) === 'Wingdings' ? ITEMS.get(place) : undefined;
  if (item === undefined) return;
  const content = make(part, 't');
  content.textContent = item;
  part.parentNode?.replaceChild(content, part);
}
