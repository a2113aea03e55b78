import type { Context } from '../../../knowledge/context.ts';
import type { Mention, MentionKind, MentionValues } from '../../../model/mention.ts';
import { candidatesOf } from './candidates.ts';
import { startsOf } from './first-words.ts';

/** What a rule's `read` returns: the value, and the part of the match that it speaks of where that is not all of it. */
export interface Reading<K extends MentionKind> {
  readonly value: Omit<MentionValues[K], 'text'>;
  /** Offsets from the start of the match, half-open; they may reach into what stands around it. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * A rule is a value: a stable id, a pattern built from tables, and a reader of its named groups. Beside these it is given the
 * groups `before` and `after`, what stands on either side of its match (at most `SIGHT` units), and looks no further.
 */
export interface MentionRule<K extends MentionKind> {
  readonly id: string;
  readonly kind: K;
  /** Global and Unicode. */
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    context: Context,
    text: string,
  ) => Reading<K> | undefined;
}
export type AnyRule = { [K in MentionKind]: MentionRule<K> }[MentionKind];

/** How far a rule sees to either side of its match, in UTF-16 units. */
const SIGHT = 120;

/** All mentions of one rule in a text, in order. */
export function scan<K extends MentionKind>(rule: MentionRule<K>, text: string, context: Context): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; ; ) {
    // Not matchAll, which makes a pattern of its own for every text.
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match === null) return found;
    at = Math.max(rule.pattern.lastIndex, match.index + 1);
    const mention = mentionOf(rule, match, text, context);
    if (mention !== undefined) found.push(mention);
  }
}

/** What a rule makes of one match of its pattern. */
function mentionOf<K extends MentionKind>(
  rule: MentionRule<K>,
  match: RegExpExecArray,
  text: string,
  context: Context,
): Mention | undefined {
  const stop = match.index + match[0].length;
  const before = text.slice(Math.max(0, match.index - SIGHT), match.index);
  const groups = Object.assign(match.groups ?? {}, { before, after: text.slice(stop, stop + SIGHT) });
  const reading = rule.read(groups, context, match[0]);
  if (reading === undefined) return undefined;
  const start = match.index + (reading.from ?? 0);
  const end = match.index + (reading.to ?? match[0].length);
  const written = text.slice(start, end);
  return {
    kind: rule.kind,
    rule: rule.id,
    start,
    end,
    text: written,
    value: { ...reading.value, ...(rule.kind === 'inner' || rule.kind === 'reference' ? {} : { text: written }) },
  } as unknown as Mention;
}

/**
 * All mentions of several rules, rule by rule: what `scan` finds with each, in one walk through the text. A rule is tried
 * only where its pattern says that a match can begin.
 */
export function scanner(rules: readonly AnyRule[]): (text: string, context: Context) => Mention[] {
  const starts = rules.map(({ pattern }) => startsOf(pattern));
  const anywhere = rules.filter((_, i) => starts[i] === undefined);
  if (anywhere.length > 0) throw new Error(`may begin anywhere: ${anywhere.map(({ id }) => id).join(', ')}`);
  const candidates = candidatesOf(starts.filter((one) => one !== undefined));
  const here = rules.map(({ pattern }) => new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`));
  return (text, context) => {
    const found: Mention[][] = rules.map(() => []);
    const free = new Uint32Array(rules.length);
    candidates(text, (which, at) => {
      const pattern = here[which];
      const rule = rules[which];
      if (pattern === undefined || rule === undefined || at < (free[which] ?? 0)) return;
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null) return;
      free[which] = pattern.lastIndex;
      const mention = mentionOf(rule as MentionRule<MentionKind>, match, text, context);
      if (mention !== undefined) found[which]?.push(mention);
    });
    return found.flat();
  };
}
