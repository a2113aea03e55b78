import { type CheerioAPI, load } from 'cheerio/slim';
import type { Issue, SetAside } from '../../model/block.ts';
import { elementsOf, type HtmlNode, refuseDepth, rootOf, textOfNode } from './dom.ts';
import { mathmlText } from './formula.ts';
import { type Looks, looksOf } from './looks.ts';
import { isZero } from './style-sheet.ts';

/** Text for those who see no script: from so many letters on it may be the document. */
const LONG = 200;
const LETTER = /[\p{L}\p{N}]/gu;
const lettersIn = (text: string): number => text.match(LETTER)?.length ?? 0;
const lettersOf = (node: HtmlNode): number => lettersIn(textOfNode(node));

/** What a page has beside its text, made part of it where it is text, told where it is none that is read. */
export function placeParts(page: CheerioAPI): {
  readonly setAside: readonly SetAside[];
  readonly issues: readonly Issue[];
} {
  const unopened = [...frames(page), ...fields(page)];
  for (const math of elementsOf(page, 'math').toArray())
    become(math, 'span', [{ type: 'text', data: mathmlText(math) }]);
  for (const template of elementsOf(page, 'template[shadowrootmode]').toArray()) become(template, 'div');
  const opened = openEscaped(page) ? [ESCAPED] : [];
  const told = [...unopened, ...withoutScript(page), ...notRead(page)];
  return { setAside: told, issues: [...opened, ...issuesOf(told)] };
}

/** Pages that stand in the page: read where they are most of its text, for others are advertisements. */
function frames(page: CheerioAPI): SetAside[] {
  const opened = elementsOf(page, 'iframe[srcdoc]')
    .toArray()
    .map((frame) => {
      const html = frame.attribs.srcdoc ?? '';
      refuseDepth(html);
      const children: readonly HtmlNode[] = load(html).root()[0]?.children ?? [];
      const inner: HtmlNode = { type: 'root', children };
      return { frame, children, text: textOfShown(inner) };
    });
  if (opened.length === 0) return [];
  const shown = textOfShown(rootOf(page));
  const most = opened.reduce((sum, { text }) => sum + lettersIn(text), 0) > lettersIn(shown);
  const words = ` ${wordsOf(shown)} `;
  const aside: SetAside[] = [];
  for (const { frame, children, text } of opened) {
    if (most) {
      become(frame, 'div', children);
      dropRepeated(frame, words);
    } else if (/\d/u.test(text) || lettersIn(text) >= LONG) aside.push(asideOf('not-read', text, '<iframe srcdoc>'));
  }
  return aside;
}

/** Fields of long text: read where one is shown and is most of the page's text; what a page reads aloud waits in a hidden one. */
function fields(page: CheerioAPI): SetAside[] {
  const areas = elementsOf(page, 'textarea')
    .toArray()
    .filter((area) => lettersOf(area) >= LONG);
  if (areas.length === 0) return [];
  const looks = looksOf(page);
  const shown = textOfShown(rootOf(page));
  const words = ` ${wordsOf(shown)} `;
  const aside: SetAside[] = [];
  for (const area of areas) {
    const hidden = isHidden(area, looks);
    const text = textOfNode(area);
    const lines = text.split('\n').filter((line) => !isRepeated(line, words));
    const unlike = lines.join('\n');
    if (!hidden && lettersIn(unlike) >= LONG && lettersIn(unlike) > lettersIn(shown))
      become(area, 'pre', [{ type: 'text', data: unlike }]);
    else aside.push(asideOf(hidden ? 'hidden' : 'not-read', text, '<textarea>'));
  }
  return aside;
}

function isHidden(element: HtmlNode, looks: Looks): boolean {
  for (let node: HtmlNode | null | undefined = element; node != null; node = node.parent) {
    const look = looks.get(node);
    const opacity = look?.get('opacity')?.value;
    const display = look?.get('display')?.value;
    if (display === 'none' || (display === undefined && (node.attribs?.hidden ?? 'until-found') !== 'until-found'))
      return true;
    if (look?.get('visibility')?.value === 'hidden' || (opacity !== undefined && isZero(opacity))) return true;
  }
  return false;
}

/** Text of a page that is shown as its own: without links, fields and what waits for a script. */
function textOfShown(root: HtmlNode): string {
  let text = '';
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') text += `${node.data ?? ''} `;
    if (NOT_SHOWN.has(node.name ?? '') || (node.name === 'a' && node.attribs?.href !== undefined)) continue;
    const children = node.children ?? [];
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return text;
}

const NOT_SHOWN = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'textarea',
  'select',
  'option',
  'iframe',
  'svg',
]);

function asideOf(reason: 'hidden' | 'not-read', text: string, where: string): SetAside {
  return { reason, characters: lettersIn(text), text: shortened(text), where };
}

const ESCAPED: Issue = {
  code: 'encoding-converted',
  message: 'A part of the page whose tags were escaped (&lt;p&gt;) was read as the page it is.',
};

/** "&lt;p&gt;Mục tiêu&lt;/p&gt;": a page that was put into another as its text. What shows code is let be. */
function openEscaped(page: CheerioAPI): boolean {
  let found = false;
  const stack: HtmlNode[] = [...page.root().toArray()];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (/^(?:pre|code|kbd|samp|script|style|textarea)$/u.test(node.name ?? '')) continue;
    const data = node.type === 'text' ? (node.data ?? '') : '';
    if (holdsTags(data)) {
      refuseDepth(data);
      node.type = 'tag';
      become(node, 'div', load(data).root()[0]?.children ?? []);
      found = true;
    } else for (const child of node.children ?? []) stack.push(child);
  }
  return found;
}

const holdsTags = (data: string): boolean => {
  const tags = data.includes('<')
    ? (data.match(/<\/(?:p|div|td|tr|li|span|h[1-6]|b|strong)>|<br\s*\/?>/giu)?.length ?? 0)
    : 0;
  return tags >= 3 && tags * 400 > data.length;
};

function become(element: HtmlNode, name: string, children?: readonly HtmlNode[]): void {
  element.name = name;
  if (children !== undefined) element.children = children;
}

/** A page for readers without script, or a mould that a script fills: read where it is most of the page, and what the page shows left out. */
function withoutScript(page: CheerioAPI): SetAside[] {
  const root = rootOf(page);
  const aside: SetAside[] = [];
  for (const element of elementsOf(page, 'noscript, template').toArray() as HtmlNode[]) {
    const characters = lettersOf(element);
    if (characters < LONG) continue;
    const text = textOfNode(element);
    if (element.name === 'noscript' && characters * 2 > lettersOf(root)) {
      dropRepeated(element, ` ${wordsOf(textOfShown(root))} `);
      if (lettersOf(element) >= Math.min(LONG, characters)) {
        become(element, 'div');
        continue;
      }
    }
    aside.push(asideOf('hidden', text, `<${element.name}>`));
  }
  return aside;
}

const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{M}\p{N}%]+/gu) ?? []).join(' ');

/** Elements that are a line or a row. */
const LINE = /^(?:p|li|tr|h[1-6]|dt|dd|div)$/u;
/** Elements that hold lines. */
const BLOCK = /^(?:p|li|tr|h[1-6]|dt|dd|div|ul|ol|dl|table|section|article|blockquote)$/u;
/** Fewer words may stand at several places of a text. */
const FEWEST_WORDS = 4;
/** Letters that are searched for repeated lines, in all. */
const MOST_SEARCHED = 300_000_000;

function isRepeated(line: string, shown: string): boolean {
  const words = wordsOf(line);
  return words.split(' ').length >= FEWEST_WORDS && shown.includes(` ${words} `);
}

/** Takes out the lines whose words the page shows as they are. */
function dropRepeated(element: HtmlNode, shown: string): void {
  let searched = 0;
  const stack: HtmlNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const children = node.children ?? [];
    if (LINE.test(node.name ?? '') && (node.name === 'tr' || !children.some(({ name = '' }) => BLOCK.test(name)))) {
      searched += shown.length;
      if (searched < MOST_SEARCHED && isRepeated(textOfNode(node), shown)) node.children = [];
    } else stack.push(...children);
  }
}

/** Files of documents; what shows them has the address in its own. */
const DOCUMENT = /\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf)(?![\p{L}\p{N}])/iu;
/** Sides of a picture that is no sign or photograph in passing, in pixels, and characters of one that stands in the page itself. */
const WIDE = 500;
const HEAVY = 60_000;

function notRead(page: CheerioAPI): SetAside[] {
  const aside: SetAside[] = [];
  const add = (where: string, text = ''): void => {
    const tidy = shortened(text);
    const characters = tidy.match(LETTER)?.length ?? 0;
    aside.push({ reason: 'not-read', characters, ...(tidy === '' ? {} : { text: tidy }), where: where.slice(0, 300) });
  };
  for (const { name, attribs } of elementsOf(page, 'iframe, embed, object, frame').toArray()) {
    const address = attribs.src ?? attribs.data ?? '';
    const shown =
      name === 'frame'
        ? address !== ''
        : DOCUMENT.test(address) || /\/pdf|msword|officedocument/iu.test(attribs.type ?? '');
    if (shown) add(`<${name}> ${addressOf(address)}`, attribs.title);
  }
  for (const { attribs } of elementsOf(page, 'img').toArray()) {
    const { src = '', alt = '', style = '' } = attribs;
    const [width, height] = [sideOf('width', attribs.width, style), sideOf('height', attribs.height, style)];
    if ((width >= WIDE && height >= WIDE) || (src.startsWith('data:') && src.length > HEAVY))
      add(`<img> ${addressOf(src)}`, alt);
  }
  for (const svg of elementsOf(page, 'svg').toArray())
    if (/\d/u.test(textOfNode(svg)) && lettersOf(svg) > 1) add('<svg>', textOfNode(svg));
  return aside;
}

const addressOf = (address: string): string =>
  address.startsWith('data:') ? `${address.slice(0, address.search(/[;,]|$/u))}` : address.trim().slice(0, 200);

function sideOf(side: string, attribute: string | undefined, style: string): number {
  const said = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*(\\d+)px`, 'u').exec(style)?.[1] ?? attribute ?? '';
  return /^\d+(?:px)?$/u.test(said) ? Number.parseInt(said, 10) : 0;
}

const shortened = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, 299);

/** Places that a message names. */
const NAMED = 5;

function issuesOf(told: readonly SetAside[]): Issue[] {
  const issues: Issue[] = [];
  const places = told.filter(({ reason }) => reason === 'not-read').map(({ where = '' }) => where);
  if (places.length > 0) {
    const named =
      places.slice(0, NAMED).join(', ') + (places.length > NAMED ? ` and ${places.length - NAMED} more` : '');
    const message = `The page shows what was not read: ${named}. If the plan goes on there, fetch it and give it as a document of its own.`;
    issues.push({ code: 'content-not-read', message });
  }
  const hidden = told.reduce((sum, { reason, characters }) => sum + (reason === 'hidden' ? characters : 0), 0);
  if (hidden > 0)
    issues.push({
      code: 'hidden-text',
      message: `${hidden} characters wait in the page for a script and were left out.`,
    });
  return issues;
}
