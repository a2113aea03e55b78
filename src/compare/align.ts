import type { Knowledge } from '../knowledge/knowledge.ts';
import { type CountedLevel, levelCounted, levelsOf } from '../language/levels.ts';
import type { Indicator } from '../model/pipeline.ts';
import { onceFor, putUnder } from './grouped.ts';
import { type ComparedMeasure, measureOf } from './measure.ts';
import { placeReader } from './place.ts';
import type { ComparedTarget, Counted } from './plans.ts';
import type { Reducer } from './wording.ts';

/** A target with the plan it stands in. */
export interface Placed {
  readonly plan: Counted;
  readonly target: ComparedTarget;
}

/** A target in its row. */
export interface InRow extends Placed {
  readonly measure: ComparedMeasure;
  /** 0 to 1: how sure it is that it measures what the row does. */
  readonly sure: number;
}

/** Targets that measure the same. */
export interface Aligned {
  readonly code: string | null;
  readonly measure: ComparedMeasure;
  /** In the order in which they came. */
  readonly targets: readonly InRow[];
}

/**
 * Two wordings are the same measure when what stands in one of them only is so little of both. What each has for
 * itself is a contrast ("nông nghiệp", "phi nông nghiệp"), and what one adds a part, unless it is lost in a long wording.
 */
const ALIKE = 0.67;

/** The same within one plan: what it says in two ways is more often two measures, a whole and its part, than one. */
const ALIKE_IN_PLAN = 0.75;

/** Of what another word weighs, what one weighs that only says how somebody comes by what is measured. */
const WEAK = 0.25;

const HEADED = /: \S/u;

interface Row {
  readonly code: string | null;
  readonly measure: ComparedMeasure;
  readonly area: string | null;
  readonly tokens: readonly string[];
  readonly numbers: string;
  /** A line of a table under its heads, which names itself in few words: none of them is lost. */
  readonly headed: boolean;
  readonly targets: InRow[];
  /** In what words each plan says it. */
  readonly said: Map<Counted, string>;
}

/**
 * Puts targets together: by the code of the catalogue, else by wording within one area and one frame.
 *
 * @param placed in order of importance: the first of a row gives it its wording
 * @param catalogue by code
 */
export function align(
  knowledge: Pick<Knowledge, 'figures' | 'levels' | 'reachWords' | 'provinces' | 'placeKinds' | 'officeWords'>,
  placed: readonly Placed[],
  { tokens, tells, weak, deed }: Reducer,
  catalogue: ReadonlyMap<string, Indicator> = new Map(),
): readonly Aligned[] {
  const worded = placed.map(({ target }) => tokens(target.indicator.text, target.quantity?.unit));
  const weight = weights(worded, weak);
  const spelled = speller();
  const by: Telling = { weight, tells, weak, deed };
  const rows: Row[] = [];
  const coded = new Map<string, Row>();
  const same = new Map<string, Pick<InRow, 'sure'> & { readonly row: Row }>();
  const byToken = new Map<string, Row[]>();
  const placeOf = placeReader(knowledge);
  const levelOf = levelReader(knowledge);
  /** What a line repeats of its head is the part that it names: "công nghiệp - xây dựng: công nghiệp". */
  const partOf = (text: string): string => {
    const [head = [], part = []] = [text.slice(0, text.lastIndexOf(':')), text.slice(text.lastIndexOf(':') + 1)].map(
      (words) => tokens(words),
    );
    return part.length > 0 && part.length < head.length && part.every((token) => head.includes(token))
      ? `|${part.join(' ')}`
      : '';
  };

  for (const [at, { plan, target }] of placed.entries()) {
    const { area, indicator, quantity } = target;
    const { code } = indicator;
    const place = placeOf(indicator.text, quantity?.unit ?? null, plan);
    const all = worded[at] ?? [];
    const level = levelOf(indicator.text, all, code !== null);
    const measure = measureOf(knowledge, target, code === null ? undefined : catalogue.get(code), place, level);
    const own = level !== null && measure.level === level.level ? level.rest : all;
    if (code !== null) {
      const key = `${code}|${measure.frame}`;
      const row = coded.get(key) ?? newRow(rows, { code, measure, area, tokens: own, numbers: '', headed: false });
      coded.set(key, row);
      row.targets.push({ plan, target, measure, sure: indicator.match?.sure ?? 1 });
      continue;
    }
    const { words, numbers } = spelled(own);
    const headed = HEADED.test(indicator.text);
    // What has no words of its own is of its plan alone.
    const said =
      own.length === 0 ? `${plan.header.id}|${indicator.text}` : `${words}${headed ? partOf(indicator.text) : ''}`;
    const key = `${measure.frame}|${area ?? ''}|${said}`;
    const limit = ({ said: known }: Row): number => ((known.get(plan) ?? said) === said ? ALIKE : ALIKE_IN_PLAN);
    let found = same.get(key);
    if (found === undefined || found.sure < limit(found.row)) {
      const near = headed ? undefined : nearest(byToken, own, by, { measure, area, numbers }, limit);
      const row = near ?? newRow(rows, { code, measure, area, tokens: own, numbers, headed });
      if (near === undefined && !headed) index(byToken, row, by);
      found = { row, sure: sureOf(own, row, by) };
      same.set(key, found);
    }
    found.row.targets.push({ plan, target, measure, sure: found.sure });
    if (!found.row.said.has(plan)) found.row.said.set(plan, said);
  }
  return rows;
}

/** The level that a measure tells, and the words that are left of it. */
interface ToldLevel extends CountedLevel {
  readonly rest: readonly string[];
}

/** Tells the level that the words of a measure name, and of one without a code also that whose units they count. */
function levelReader(
  knowledge: Pick<Knowledge, 'levels'>,
): (text: string, words: readonly string[], coded: boolean) => ToldLevel | null {
  const [counted, named] = [new Map<string, ToldLevel | null>(), new Map<string, ToldLevel | null>()];
  return (text, words, coded) =>
    coded
      ? onceFor(named, text, () => {
          const [level, other] = levelsOf(knowledge, text, '', null);
          return level === undefined || other !== undefined ? null : { level, word: '', rest: words };
        })
      : onceFor(counted, text, () => {
          const found = levelCounted(knowledge, text);
          return found === null || !words.includes(found.word)
            ? null
            : { ...found, rest: withoutLevel(words, found.word) };
        });
}

/** "Cấp xã: hồ sơ được số hóa" is "hồ sơ cấp xã được số hóa": the level stands beside the words. */
const withoutLevel = (tokens: readonly string[], word: string): readonly string[] =>
  tokens.length === 1 ? tokens : tokens.filter((token) => token !== word);

/** The tokens of a wording as one text, and its numbers, which name things; of each list once. */
function speller(): (tokens: readonly string[]) => { readonly words: string; readonly numbers: string } {
  const known = new Map<readonly string[], { readonly words: string; readonly numbers: string }>();
  return (tokens) =>
    onceFor(known, tokens, () => ({
      words: tokens.join(' '),
      numbers: tokens.filter((token) => /\p{N}/u.test(token)).join(' '),
    }));
}

function newRow(rows: Row[], row: Omit<Row, 'targets' | 'said'>): Row {
  const made = { ...row, targets: [], said: new Map() };
  rows.push(made);
  return made;
}

/** A token weighs more the fewer wordings have it. */
function weights(wordings: readonly (readonly string[])[], weak: Reducer['weak']): (token: string) => number {
  const counts = new Map<string, number>();
  for (const tokens of wordings) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return (token) => Math.log(1 + wordings.length / (counts.get(token) ?? 1)) * (weak(token) ? WEAK : 1);
}

/**
 * The tokens of a wording that any wording alike enough must share one of: the heaviest, until what is left weighs too
 * little to make them alike.
 */
function telling(tokens: readonly string[], { weight, deed }: Pick<Telling, 'weight' | 'deed'>): readonly string[] {
  const missed = (token: string): number => weight(token) * (deed(token) ? WEAK : 1);
  const heaviest = [...tokens].sort((a, b) => missed(b) - missed(a) || (a < b ? -1 : 1));
  let rest = tokens.reduce((sum, token) => sum + weight(token), 0);
  let less = 0;
  const taken: string[] = [];
  for (const token of heaviest) {
    if (rest < ALIKE * (rest + less)) break;
    taken.push(token);
    rest -= weight(token);
    less += missed(token);
  }
  return taken;
}

function index(byToken: Map<string, Row[]>, row: Row, by: Pick<Telling, 'weight' | 'deed'>): void {
  for (const token of telling(row.tokens, by)) {
    putUnder(byToken, token, row);
  }
}

/** What a token weighs, and whether it tells measures apart whatever it weighs. */
interface Telling extends Pick<Reducer, 'tells' | 'weak' | 'deed'> {
  readonly weight: (token: string) => number;
}

function nearest(
  byToken: ReadonlyMap<string, readonly Row[]>,
  tokens: readonly string[],
  by: Telling,
  { measure, area, numbers }: Pick<Row, 'measure' | 'area' | 'numbers'>,
  limit: (row: Row) => number,
): Row | undefined {
  const own = new Set(tokens);
  const seen = new Set<Row>();
  let best: Row | undefined;
  let most = 0;
  for (const token of telling(tokens, by)) {
    for (const row of byToken.get(token) ?? []) {
      if (seen.has(row)) continue;
      seen.add(row);
      // Numbers in a wording name things: services of level 3 are not those of level 4.
      if (row.measure.frame !== measure.frame || row.area !== area || row.numbers !== numbers) continue;
      const score = likeness(own, row.tokens, by);
      if (score > most && score > limit(row)) [best, most] = [row, score];
    }
  }
  return best;
}

/** Of the same words as the row: sure; of other words the less, the more one of them adds. */
const sureOf = (tokens: readonly string[], row: Row, by: Telling): number =>
  Math.round(likeness(new Set(tokens), row.tokens, by) * 100) / 100;

/** What two wordings share, of all that stands in either, by weight; nothing where they contradict each other. */
function likeness(own: ReadonlySet<string>, other: readonly string[], { weight, tells, weak, deed }: Telling): number {
  // "Được phát hiện, can thiệp, hỗ trợ" is what "được hỗ trợ, can thiệp" is; "được phát hiện" and "được hỗ trợ" are two.
  const done = other.some((token) => deed(token) && own.has(token));
  const less = (token: string): boolean => weak(token) || (done && deed(token));
  const added = (token: string): number => weight(token) * (!weak(token) && less(token) ? WEAK : 1);
  if (!done && other.some(deed) !== [...own].some(deed)) return 0;
  let shared = 0;
  let more = 0;
  let found = 0;
  let contrasts = false;
  for (const token of other) {
    if (own.has(token)) {
      shared += weight(token);
      found++;
    } else if (tells(token)) return 0;
    else {
      more += added(token);
      contrasts ||= !less(token);
    }
  }
  if (found < own.size) {
    for (const token of own) {
      if (other.includes(token)) continue;
      if (tells(token) || (contrasts && !less(token))) return 0;
      more += added(token);
    }
  }
  return more === 0 ? 1 : shared / (shared + more);
}
