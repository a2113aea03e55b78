import type { Issue, SetAside, SetAsideReason } from '../../model/block.ts';
import type { HtmlNode } from './dom.ts';
import type { Look, Looks } from './looks.ts';
import { repeatsOf } from './repeats.ts';
import { ELSEWHERE, isZero } from './style-sheet.ts';
import { LINES } from './table.ts';

/** Why an element is unseen, and where its page says so. */
interface Cause {
  readonly reason: Extract<SetAsideReason, 'struck' | 'hidden'>;
  readonly where: string;
}

/** Text that is cut out together: all of one element that begins to be unseen. */
interface Stretch extends Cause {
  readonly nodes: HtmlNode[];
  readonly element: HtmlNode;
  /** Hidden by the element itself, which is seldom done but to what is not for readers; a sheet hides what a click opens. */
  readonly firm: boolean;
  /** A part of the document by its kind: what a control opens, what another screen shows, a row. */
  readonly part: boolean;
  characters: number;
}

/** What is said above an element and holds in it. */
interface State {
  readonly struck: Stretch | undefined;
  /** Not shown, whatever is said within. */
  readonly gone: Stretch | undefined;
  /** Not shown unless something within says otherwise. */
  readonly veiled: Stretch | undefined;
  readonly tiny: Stretch | undefined;
  /** White on white. */
  readonly pale: Stretch | undefined;
  readonly silent: boolean;
  readonly link: boolean;
}

const OPEN: State = {
  ...{ struck: undefined, gone: undefined, veiled: undefined, tiny: undefined, pale: undefined },
  ...{ silent: false, link: false },
};

/** Elements whose text is none of the page, hidden or not. */
const NO_TEXT = new Set([
  'script',
  'style',
  'head',
  'title',
  'select',
  'option',
  'datalist',
  'svg',
  'template',
  'noscript',
]);
const STRUCK = new Set(['s', 'strike', 'del']);

/** Share of a page above which text that is struck through is not: a tag was left open. */
const TOO_MUCH = 0.5;
/** Share of what is hidden that makes a kind of it the document, where more is hidden than seen. */
const LARGE = 0.2;
/** What a sheet hides is a small thing beside the document up to this share of it and so many letters. */
const SMALL_SHARE = 0.1;
const SMALL = 300;
/** Fewer hidden letters, without a figure, are those of a button or of "Đang tải…". */
const WORTH_TELLING = 20;

/** Where a look says that it comes from the element's own style. */
const OWN_STYLE = 'style attribute';

const LETTER = /[\p{L}\p{N}]/gu;

/** @returns what was cut out of the page, and what a person should know of it */
export function cutUnseen(
  root: HtmlNode,
  looks: Looks,
  isFurniture: (element: HtmlNode) => boolean,
  isDocument: (texts: readonly string[]) => boolean,
): { readonly setAside: readonly SetAside[]; readonly issues: readonly Issue[] } {
  const { stretches, shown, seen } = stretchesOf(root, looks);
  const issues: Issue[] = [];
  const cut = new Set(stretches.filter(({ characters }) => characters > 0));
  keepStruck(cut, shown, issues);
  const furniture = new Set([...cut].filter(({ element, reason }) => reason === 'hidden' && isFurniture(element)));
  keepHidden(cut, furniture, { characters: shown, texts: seen, isDocument }, issues);
  const sizes = { struck: 0, hidden: 0 };
  let figures = false;
  for (const stretch of cut) {
    if (furniture.has(stretch)) continue;
    sizes[stretch.reason] += stretch.characters;
    figures ||= stretch.reason === 'hidden' && /\d/u.test(textOf(stretch));
  }
  if (sizes.struck > 0)
    issues.push({ code: 'struck-text', message: `${sizes.struck} characters are struck through and were left out.` });
  if (sizes.hidden >= WORTH_TELLING || (figures && sizes.hidden > 0))
    issues.push({
      code: 'hidden-text',
      message: `${sizes.hidden} characters are hidden on the page and were left out.`,
    });
  const setAside = toldOf([...cut]);
  for (const { nodes } of cut) for (const node of nodes) node.data = '';
  removeGone(root, new Set([...cut].filter(({ reason }) => reason === 'hidden').map(({ element }) => element)));
  return { setAside, issues };
}

/** Keeps what is struck through by a tag that was left open: most of the text, or paragraphs behind the place. */
function keepStruck(cut: Set<Stretch>, shown: number, issues: Issue[]): void {
  const struck = [...cut].filter(({ reason }) => reason === 'struck');
  const texts = new Set(struck.flatMap(({ nodes }) => nodes));
  const besides = new Map<HtmlNode, boolean>();
  const alone = struck.filter((one) => !isBeside(one, texts, besides));
  const characters = sizeOf(alone);
  const most = characters > (shown + characters) * TOO_MUCH;
  const kept = most ? alone : alone.filter(({ element }) => INLINE.has(element.name ?? '') && partsIn(element) > 1);
  if (kept.length === 0) return;
  const message = most
    ? `${characters} characters, most of the text, are struck through. They were kept: check whether the document is withdrawn, or a tag was left open.`
    : `${sizeOf(kept)} characters in several paragraphs are struck through by one tag. They were kept: check whether the tag was left open.`;
  issues.push({ code: 'struck-text', message });
  for (const one of kept) {
    cut.delete(one);
    if (one.element.name === 'del') one.element.name = 'span';
  }
}

/** Tags that are meant for words, and hold paragraphs where they were left open; `del` is meant for both. */
const INLINE = new Set(['s', 'strike', 'span', 'font', 'b', 'i', 'u', 'em', 'strong', 'a']);
/** An item that has as many letters beside what is struck says something without it. */
const SAYS_SOMETHING = 3;

/** Whether what is struck stands beside what holds in its place: an insertion, or other words of its item. */
function isBeside({ element }: Stretch, struck: ReadonlySet<HtmlNode>, known: Map<HtmlNode, boolean>): boolean {
  const siblings = (element.parent?.children ?? []).filter(
    ({ type, data = '' }) => type !== 'text' || /\S/u.test(data),
  );
  const at = siblings.indexOf(element);
  if (siblings[at - 1]?.name === 'ins' || siblings[at + 1]?.name === 'ins') return true;
  if (holdsLines(element)) return false;
  let item: HtmlNode | null | undefined = element;
  while (item != null && !BLOCK.has(item.name ?? '')) item = item.parent;
  if (item == null || item.name === 'body') return false;
  const found = known.get(item) ?? lettersBeside(item, struck) >= SAYS_SOMETHING;
  known.set(item, found);
  return found;
}

const BLOCK: ReadonlySet<string> = new Set([...LINES, 'td', 'th', 'caption', 'body']);

/** Letters of an item that are not struck; those of blocks within are of items of their own. */
function lettersBeside(item: HtmlNode, struck: ReadonlySet<HtmlNode>): number {
  let letters = 0;
  const stack: HtmlNode[] = [...(item.children ?? [])];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text' && !struck.has(node)) letters += node.data?.match(/\p{L}/gu)?.length ?? 0;
    if (!BLOCK.has(node.name ?? '') && !NO_TEXT.has(node.name ?? '')) stack.push(...(node.children ?? []));
  }
  return letters;
}

function holdsLines(element: HtmlNode): boolean {
  const stack: HtmlNode[] = [...(element.children ?? [])];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.name === 'br' || BLOCK.has(node.name ?? '')) return true;
    stack.push(...(node.children ?? []));
  }
  return false;
}

/** Paragraphs in an element: its blocks that have text of their own, and text before, between or behind them. */
function partsIn(element: HtmlNode): number {
  const parts = new Set<HtmlNode>();
  const stack: { readonly node: HtmlNode; readonly part: HtmlNode }[] = [{ node: element, part: element }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, part } = top;
    if (node.type === 'text' && /[\p{L}\p{N}]/u.test(node.data ?? '')) parts.add(part);
    for (const child of node.children ?? [])
      stack.push({ node: child, part: BLOCK.has(child.name ?? '') ? child : part });
  }
  return parts.size;
}

interface Shown {
  readonly characters: number;
  readonly texts: readonly string[];
  readonly isDocument: (texts: readonly string[]) => boolean;
}

/**
 * Keeps what is hidden but belongs to the document: its rows, what a control opens, what is no small thing beside what is shown;
 * and where more is hidden than seen, and what is seen is no document, what its elements hide themselves too. What repeats the
 * text that is shown stays out.
 */
function keepHidden(cut: Set<Stretch>, furniture: ReadonlySet<Stretch>, shown: Shown, issues: Issue[]): void {
  const hidden = [...cut].filter((one) => one.reason === 'hidden' && !furniture.has(one));
  if (hidden.length === 0) return;
  const repeats = repeatsOf(shown.texts);
  const own = hidden.filter(({ nodes }) => !repeats(nodes.map(({ data = '' }) => data)));
  const kept = own.filter(({ part }) => part);
  const soft = own.filter(({ part, firm }) => !part && !firm);
  const most = Math.min(shown.characters * SMALL_SHARE, SMALL);
  const large = ofLargeKinds(soft, ({ where }) => where, most);
  const rest = soft.filter((one) => !large.has(one));
  kept.push(...large, ...(sizeOf(rest) > most ? rest : []));
  const firm = own.filter((one) => !one.part && one.firm);
  const size = sizeOf(firm);
  if (size > shown.characters + sizeOf(kept) && !shown.isDocument(shown.texts))
    kept.push(...ofLargeKinds(firm, ({ element }) => `${element.name} ${element.attribs?.class}`, size * LARGE));
  for (const one of kept) cut.delete(one);
  const characters = sizeOf(kept);
  if (characters === 0) return;
  const figures = kept.reduce((sum, { nodes }) => sum + figuresIn(nodes), 0);
  const message = `${characters} characters${figures === 0 ? '' : `, ${figures} figures among them,`} are hidden until something is clicked, or on some screens. They were kept: check that they are of the document.`;
  issues.push({ code: 'hidden-text', message });
}

const sizeOf = (stretches: Iterable<Stretch>): number => {
  let sum = 0;
  for (const { characters } of stretches) sum += characters;
  return sum;
};

const figuresIn = (nodes: readonly HtmlNode[]): number =>
  nodes.reduce((sum, { data = '' }) => sum + (data.match(/\d+(?:[.,]\d+)*/gu)?.length ?? 0), 0);

/** Those whose kind together has more letters: eight equal parts are no eight small things. */
function ofLargeKinds(stretches: readonly Stretch[], kindOf: (one: Stretch) => string, most: number): Set<Stretch> {
  const sizes = new Map<string, number>();
  for (const one of stretches) sizes.set(kindOf(one), (sizes.get(kindOf(one)) ?? 0) + one.characters);
  return new Set(stretches.filter((one) => (sizes.get(kindOf(one)) ?? 0) > most));
}

/** Goes through the page in its order, without recursion. */
function stretchesOf(
  root: HtmlNode,
  looks: Looks,
): { readonly stretches: Stretch[]; readonly shown: number; readonly seen: readonly string[] } {
  const stretches: Stretch[] = [];
  const seen: string[] = [];
  let shown = 0;
  const stack: { readonly node: HtmlNode; readonly state: State }[] = [{ node: root, state: OPEN }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, state } = top;
    if (node.type === 'text') {
      const stretch = state.gone ?? state.veiled ?? state.tiny ?? state.pale ?? state.struck;
      const characters = state.silent ? 0 : (node.data?.match(LETTER)?.length ?? 0);
      if (stretch === undefined) {
        shown += state.link ? 0 : characters;
        if (characters > 0) seen.push(node.data ?? '');
      } else if (!state.silent) {
        stretch.nodes.push(node);
        stretch.characters += characters;
      }
      continue;
    }
    const children = node.children ?? [];
    const within = children.length === 0 ? state : stateWithin(node, state, looks.get(node), stretches);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child !== undefined) stack.push({ node: child, state: within });
    }
  }
  return { stretches, shown, seen };
}

function stateWithin(element: HtmlNode, above: State, look: Look | undefined, stretches: Stretch[]): State {
  const { name = '', attribs = {} } = element;
  const begin = (reason: Cause['reason'], where: string, firm = false): Stretch => {
    const part = name === 'tr' || isOpened(element) || (look?.has(ELSEWHERE) ?? false);
    const stretch: Stretch = {
      reason,
      where,
      element,
      firm,
      part: firm ? name === 'tr' || isTab(element) : part,
      nodes: [],
      characters: 0,
    };
    stretches.push(stretch);
    return stretch;
  };
  const state: { -readonly [key in keyof State]: State[key] } = { ...above };
  state.silent ||= NO_TEXT.has(name);
  state.link ||= name === 'a' && /^(?!#)./u.test(attribs.href ?? '');
  if (state.silent || above.gone !== undefined) return state;
  const display = look?.get('display');
  const opacity = look?.get('opacity');
  const fades = (): boolean =>
    FADES.test(`${attribs.class ?? ''};${attribs.style ?? ''}`) || attribs['data-aos'] !== undefined;
  const isOwn = (where: string): boolean => where === OWN_STYLE;
  if (display?.value === 'none') {
    if (isOwn(display.where) || !SHOWN_WIDE.test(attribs.class ?? ''))
      state.gone = begin('hidden', display.where, isOwn(display.where));
  } else if (display === undefined && attribs.hidden !== undefined && attribs.hidden !== 'until-found')
    state.gone = begin('hidden', `hidden ${name}`, true);
  else if (opacity !== undefined && isZero(opacity.value) && !fades()) state.gone = begin('hidden', opacity.where);
  if (state.gone !== undefined) return state;
  const visibility = look?.get('visibility');
  if (visibility !== undefined && /^(?:hidden|collapse)$/u.test(visibility.value) && !fades())
    state.veiled ??= begin('hidden', visibility.where, isOwn(visibility.where));
  else if (visibility?.value === 'visible') state.veiled = undefined;
  const size = look?.get('font-size');
  if (size !== undefined && isZero(size.value)) state.tiny ??= begin('hidden', size.where);
  // Of nothing, a share is nothing.
  else if (size !== undefined && !/^[\d.]+(?:%|em)$|^inherit$/u.test(size.value)) state.tiny = undefined;
  if (name === 'font' && attribs.size !== undefined) state.tiny = undefined;
  if (look !== undefined) shade(state, element, look, begin);
  const line = look?.get('text-decoration-line') ?? look?.get('text-decoration');
  const unstruck = STRUCK.has(name) && line !== undefined && !line.value.includes('line-through');
  if (line?.value.includes('line-through') === true) state.struck ??= begin('struck', line.where);
  else if (STRUCK.has(name) && !unstruck) state.struck ??= begin('struck', `<${name}>`);
  return state;
}

/** What fades or slides in as a page is read. */
const FADES =
  /(?:^|[\s;])(?:wow|aos-[a-z-]+|animate__[a-z-]+|animated)(?=[\s;])|(?:transition|animation|transform|will-change)[a-z-]*\s*:/iu;
/** Classes of known sheets by which a screen of some width shows what is hidden else. */
const SHOWN_WIDE =
  /(?:^|\s)(?:(?:sm|md|lg|xl|2xl):!?(?:block|flex|grid|contents|inline\S*|table\S*)|d-(?:sm|md|lg|xl|xxl)-(?:block|flex|grid|inline\S*|table\S*)|(?:visible|show-for)-(?:xs|sm|md|lg|small|medium|large)\S*)(?=\s|$)/iu;
/** Names of parts that a control on the page opens. */
const OPENED =
  /(?:^|\s)(?:tab-?(?:pane|panel|content|item)s?|(?:[a-z]+-)?collaps(?:e|ed|ible)\S*|(?:[a-z]+-)?accordion\S*|(?:[a-z]+-)?panel\S*)(?=\s|$)/iu;

/** Scripts hide all tabs but one on the elements themselves; modal windows and the like they hide so too. */
const TAB = /(?:^|\s)(?:[a-z]+-)?tab-?(?:pane|panel|content|item)s?(?=\s|$)/iu;
const isTab = ({ attribs = {} }: HtmlNode): boolean =>
  TAB.test(attribs.class ?? '') || attribs.role?.toLowerCase() === 'tabpanel';

const isOpened = ({ attribs = {} }: HtmlNode): boolean =>
  OPENED.test(attribs.class ?? '') ||
  /^(?:tabpanel|region)$/iu.test(attribs.role ?? '') ||
  attribs['aria-labelledby'] !== undefined;

/** White on white, where one place says both of an element: what else lies under a text is seldom known. */
function shade(
  state: { -readonly [key in keyof State]: State[key] },
  { attribs = {} }: HtmlNode,
  look: Look,
  begin: (reason: Cause['reason'], where: string) => Stretch,
): void {
  const color = look.get('color');
  const ground = look.get('background-color');
  if (color === undefined && ground === undefined) return;
  const image = look.get('background-image') ?? look.get('background');
  const plain = attribs.background === undefined && !/url\(|gradient|image|var\(/u.test(image?.value ?? '');
  const same = color !== undefined && plain && color.where === ground?.where && colorOf(color.value) !== undefined;
  if (same && colorOf(color.value) === colorOf(ground?.value ?? '')) state.pale ??= begin('hidden', color.where);
  else state.pale = undefined;
}

const NAMED: Readonly<Record<string, string>> = { white: 'ffffff', black: '000000' };

/** A colour that can be compared; undefined where it is none, or lets others through. */
function colorOf(value: string): string | undefined {
  const word = value.trim();
  const hex = /^#(?<hex>[\da-f]{3}|[\da-f]{6})$/u.exec(word)?.groups?.hex;
  if (hex !== undefined) return hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join('');
  const parts = /^rgba?\(\s*(?<r>\d+)[\s,]+(?<g>\d+)[\s,]+(?<b>\d+)\s*(?:[,/]\s*1(?:\.0+)?\s*)?\)$/u.exec(word)?.groups;
  if (parts === undefined) return NAMED[word];
  return [parts.r, parts.g, parts.b].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
}

/** Takes hidden elements out of the tree: a hidden cell is no cell of its row. */
function removeGone(root: HtmlNode, gone: ReadonlySet<HtmlNode>): void {
  if (gone.size === 0) return;
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.children === undefined) continue;
    if (node.children.some((child) => gone.has(child) && isEmpty(child)))
      node.children = node.children.filter((child) => !(gone.has(child) && isEmpty(child)));
    for (const child of node.children) stack.push(child);
  }
}

/** Something within may be shown all the same, or was kept. */
function isEmpty(element: HtmlNode): boolean {
  const stack: HtmlNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text' && /\S/u.test(node.data ?? '')) return false;
    if (!NO_TEXT.has(node.name ?? '')) stack.push(...(node.children ?? []));
  }
  return true;
}

const LONGEST_TOLD = 300;
/** Entries that are told each by itself. */
const MOST_TOLD = 100;

/** One entry for each struck place, and one for each way to hide. */
function toldOf(cut: readonly Stretch[]): SetAside[] {
  const byKey = new Map<string, { reason: SetAsideReason; where: string; characters: number; text: string }>();
  cut.forEach((stretch, i) => {
    const { reason, where, characters } = stretch;
    const key = reason === 'struck' && i < MOST_TOLD ? `${i}` : `${reason} ${byKey.size < MOST_TOLD * 2 ? where : ''}`;
    const text = textOf(stretch);
    const there = byKey.get(key);
    if (there === undefined) byKey.set(key, { reason, where, characters, text });
    else {
      there.characters += characters;
      if (there.text.length < LONGEST_TOLD) there.text = `${there.text} … ${text}`;
    }
  });
  return [...byKey.values()].map(({ text, ...rest }) => ({ ...rest, text: shortened(text) }));
}

function textOf({ nodes }: Stretch): string {
  let text = '';
  for (const { data = '' } of nodes) {
    text += `${data} `;
    if (text.length > LONGEST_TOLD * 4) break;
  }
  return text.replace(/\s+/gu, ' ').trim();
}

/** Cut between two characters, not within one. */
const shortened = (text: string): string =>
  text.length <= LONGEST_TOLD
    ? text
    : text
        .slice(0, LONGEST_TOLD - 1)
        .replace(/[\ud800-\udbff]$/u, '')
        .concat('…');
