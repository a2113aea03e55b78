import type { Issue, SetAside, SetAsideReason } from '../../model/block.ts';
import type { HtmlNode } from './dom.ts';
import { isZero, type Look, type Looks } from './looks.ts';

/** Why an element is unseen, and where its page says so. */
interface Cause {
  readonly reason: Extract<SetAsideReason, 'struck' | 'hidden'>;
  readonly where: string;
}

/** Text that is cut out together: all of one element that begins to be unseen. */
interface Stretch extends Cause {
  readonly nodes: HtmlNode[];
  readonly element: HtmlNode;
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
  readonly color: string;
  readonly ground: string;
  readonly silent: boolean;
  readonly link: boolean;
}

const OPEN: State = {
  ...{ struck: undefined, gone: undefined, veiled: undefined, tiny: undefined },
  ...{ color: '', ground: '', silent: false, link: false },
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
/** Share of what is hidden that makes a part of it the document, where more is hidden than seen. */
const LARGE = 0.2;
/** Fewer hidden letters, without a figure, are those of a button or of "Đang tải…". */
const WORTH_TELLING = 20;

const LETTER = /[\p{L}\p{N}]/gu;

/** @returns what was cut out of the page, and what a person should know of it */
export function cutUnseen(
  root: HtmlNode,
  looks: Looks,
  isFurniture: (element: HtmlNode) => boolean,
): { readonly setAside: readonly SetAside[]; readonly issues: readonly Issue[] } {
  const { stretches, shown } = stretchesOf(root, looks);
  const issues: Issue[] = [];
  const cut = new Set(stretches.filter(({ characters }) => characters > 0));
  keepStruck(cut, shown, issues);
  const furniture = new Set([...cut].filter(({ element, reason }) => reason === 'hidden' && isFurniture(element)));
  keepHidden(cut, furniture, shown, issues);
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

function keepStruck(cut: Set<Stretch>, shown: number, issues: Issue[]): void {
  const struck = [...cut].filter(({ reason }) => reason === 'struck');
  const characters = struck.reduce((sum, one) => sum + one.characters, 0);
  if (characters <= (shown + characters) * TOO_MUCH) return;
  const message = `${characters} characters, most of the text, are struck through. They were kept: check whether the document is withdrawn, or a tag was left open.`;
  issues.push({ code: 'struck-text', message });
  for (const one of struck) {
    cut.delete(one);
    if (one.element.name === 'del') one.element.name = 'span';
  }
}

/** Where more is hidden than seen, the document itself opens at a click. */
function keepHidden(cut: Set<Stretch>, furniture: ReadonlySet<Stretch>, shown: number, issues: Issue[]): void {
  const hidden = [...cut].filter((one) => one.reason === 'hidden' && !furniture.has(one));
  const characters = hidden.reduce((sum, one) => sum + one.characters, 0);
  if (characters <= shown) return;
  let kept = 0;
  for (const one of hidden) {
    if (one.characters < characters * LARGE) continue;
    cut.delete(one);
    kept += one.characters;
  }
  if (kept === 0) return;
  const message = `${kept} characters, more than the page shows, are hidden until something is clicked. They were kept: check that they are the document.`;
  issues.push({ code: 'hidden-text', message });
}

/** Goes through the page in its order, without recursion. */
function stretchesOf(root: HtmlNode, looks: Looks): { readonly stretches: Stretch[]; readonly shown: number } {
  const stretches: Stretch[] = [];
  let shown = 0;
  const stack: { readonly node: HtmlNode; readonly state: State }[] = [{ node: root, state: OPEN }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, state } = top;
    if (node.type === 'text') {
      const stretch = state.gone ?? state.veiled ?? state.tiny ?? state.struck;
      const characters = state.silent ? 0 : (node.data?.match(LETTER)?.length ?? 0);
      if (stretch === undefined) shown += state.link ? 0 : characters;
      else if (!state.silent) {
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
  return { stretches, shown };
}

function stateWithin(element: HtmlNode, above: State, look: Look | undefined, stretches: Stretch[]): State {
  const { name = '', attribs = {} } = element;
  const begin = (reason: Cause['reason'], where: string): Stretch => {
    const stretch: Stretch = { reason, where, element, nodes: [], characters: 0 };
    stretches.push(stretch);
    return stretch;
  };
  const state: { -readonly [key in keyof State]: State[key] } = { ...above };
  state.silent ||= NO_TEXT.has(name);
  state.link ||= name === 'a' && /^(?!#)./u.test(attribs.href ?? '');
  if (state.silent || above.gone !== undefined) return state;
  const display = look?.get('display');
  const opacity = look?.get('opacity');
  if (display?.value === 'none') state.gone = begin('hidden', display.where);
  else if (display === undefined && attribs.hidden !== undefined && attribs.hidden !== 'until-found')
    state.gone = begin('hidden', `hidden ${name}`);
  else if (opacity !== undefined && isZero(opacity.value)) state.gone = begin('hidden', opacity.where);
  if (state.gone !== undefined) return state;
  const visibility = look?.get('visibility');
  if (visibility !== undefined && /^(?:hidden|collapse)$/u.test(visibility.value))
    state.veiled ??= begin('hidden', visibility.where);
  else if (visibility?.value === 'visible') state.veiled = undefined;
  const size = look?.get('font-size');
  if (size !== undefined && isZero(size.value)) state.tiny ??= begin('hidden', size.where);
  // Of nothing, a share is nothing.
  else if (size !== undefined && !/^[\d.]+(?:%|em)$|^inherit$/u.test(size.value)) state.tiny = undefined;
  if (look !== undefined) shade(state, above, look, begin);
  const line = look?.get('text-decoration-line') ?? look?.get('text-decoration');
  const unstruck = STRUCK.has(name) && line !== undefined && !line.value.includes('line-through');
  if (line?.value.includes('line-through') === true) state.struck ??= begin('struck', line.where);
  else if (STRUCK.has(name) && !unstruck) state.struck ??= begin('struck', `<${name}>`);
  return state;
}

/** White on white, where both are said. */
function shade(
  state: { -readonly [key in keyof State]: State[key] },
  above: State,
  look: Look,
  begin: (reason: Cause['reason'], where: string) => Stretch,
): void {
  const color = look.get('color');
  const ground = look.get('background-color') ?? look.get('background');
  if (color !== undefined) state.color = colorOf(color.value) ?? '';
  // A picture or a gradient may be of any colour.
  if (ground !== undefined && !/^(?:none|transparent|inherit|0 0)$/u.test(ground.value))
    state.ground = colorOf(ground.value) ?? '';
  const { where } = color ?? ground ?? { where: '' };
  const same = state.color !== '' && state.color === state.ground;
  const before = above.color !== '' && above.color === above.ground;
  if (same && !before) state.veiled ??= begin('hidden', where);
  else if (before && !same) state.veiled = undefined;
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
