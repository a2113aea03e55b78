import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { LinkWordMeaning } from '../../knowledge/word-tables.ts';
import { vi, viAll, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import { keyOf } from '../../language/words.ts';
import type { DocumentHeader, Form, Reference, Replaced, ReportedOn } from '../../model/record.ts';
import { ofKind, type Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import { sourceAt } from '../document/text.ts';
import { titleOf } from '../document/titles.ts';

/** What a document says of other plans: which it takes the place of, which it accounts for. */
export type Links = Pick<DocumentHeader, 'replaces' | 'reportsOn'>;

const LABEL = viPart`[ivxlc]{1,5}|\d{1,3}(\.\d{1,3}){0,3}|[a-zđ]`;
const patternsOf = built(['linkWords', 'documentKinds'], ({ linkWords, documentKinds }) => {
  const words = (meaning: LinkWordMeaning) => viMeaning(linkWords, meaning);
  const kinds = (...forms: readonly Form[]) =>
    viWords(documentKinds.filter(({ form }) => form !== undefined && forms.includes(form)));
  const whole = kinds('plan', 'decision', 'programme', 'resolution');
  /** "Kế hoạch cải cách hành chính năm 2024 ban hành kèm theo Quyết định số …": the number is that of what carries it. */
  const carried = viPart`\s+(${kinds('plan', 'programme')}|đề án)(?<carried>\s[^.;:()]{0,160}?)?\skèm theo`;
  return {
    LINK: vi`((?<replaces>${words('replaces')})|(?<amends>${words('amends')}))([\s,]+(${words('amends')}))*([\s,]+(${words('part')}|${LABEL})(?![\p{L}\p{N}])){0,14}(${carried})?\s*$`,
    /** The other document ends because of this one: "… hết hiệu lực kể từ ngày Kế hoạch này có hiệu lực". */
    ENDED: vi`^[^.;:]{0,160}?${words('ended')}[^.;:]{0,60}?${whole} này`,
    ELSEWHERE: vi`${words('elsewhere')}`,
    /** Here a sentence about other documents turns to this one: "Thực hiện Nghị quyết số …, UBND tỉnh ban hành Kế hoạch …", "Kế hoạch này". */
    TURN: viAll`,\s[^,.;:]{0,90}?(?<!(${words('told')}|đã)\s)ban hành|${whole} này`,
    BASIS: vi`^[\s\-–+*•]*${words('bases')}`,
    ACCOUNT: vi`${words('accounts')}[^.;:\d]{0,60}?(${words('carries-out')}[\s,]*){1,2}((${words('part')}|theo)[\s,]*){0,4}$`,
    /** "Thực hiện Kế hoạch số …, Sở … báo cáo kết quả thực hiện như sau" */
    AS_FOLLOWS: vi`^[^.;:]{0,300}?báo cáo[^.;:\d]{0,60}?${words('accounts')} (${words('carries-out')} ){1,2}(kế hoạch (này|(nêu)? trên)? )?như sau`,
  };
});
/** "…, Kế hoạch số 2/KH-UBND ngày …" after another that the same verb governs. */
const NEXT = vi`^[^.;:]{0,200}?(,|\svà( các)?)\s*$`;
const CARRIED = vi`kèm theo\s*$`;

const PLANS: ReadonlySet<string> = new Set(['plan', 'programme']);
const CARRIERS: ReadonlySet<string> = new Set(['decision', 'resolution']);
const MAKES: ReadonlySet<string> = new Set(['plan', 'decision', 'resolution', 'programme']);

/**
 * Reads which plans the text says it replaces, amends or reports on; one that it only carries out is none of these.
 *
 * @param blocks with the title, without furniture
 * @param references of the same text: a number may be told without its date here and with it there
 */
export function readLinks(
  plan: Plan,
  blocks: readonly LaidBlock[],
  { form, number: own }: Pick<DocumentHeader, 'form' | 'number'>,
  references: readonly Reference[],
): Links {
  const { knowledge } = plan.context;
  const { ENDED, BASIS, ACCOUNT, AS_FOLLOWS } = patternsOf(knowledge);
  const replaces = new Map<string, Replaced>();
  const reportsOn = new Map<string, ReportedOn>();
  const dates = new Map(references.map(({ number, date }) => [keyOf(number), date]));
  const opening = plan.outline.root.children[0]?.start ?? plan.laid.text.length;
  for (const block of blocks) {
    const { text } = block;
    const heading = (): boolean => {
      const node = plan.outline.nodeOf.get(block.index);
      return node !== undefined && node.start === block.start && titleOf(node).heading;
    };
    let governed: { readonly end: number; readonly kind: Replaced['kind']; readonly type: string } | undefined;
    let cited = 0;
    for (const { start, end, value } of ofKind(plan.mentionsOf(block), 'reference')) {
      const key = keyOf(value.number);
      const from = sentenceStart(text, start);
      const before = text.slice(from, start);
      const since = text.slice(Math.max(from, cited), start);
      const said = { number: value.number, date: value.date ?? dates.get(key) ?? null };
      const isPlan = PLANS.has(value.type);
      const link = MAKES.has(form) ? linkAt(knowledge, before, since, cited > from, isPlan) : undefined;
      const after = text.slice(end, end + 260);
      if (own !== null && key === keyOf(own)) {
        // It does not take its own place.
      } else if (link !== undefined && (isPlan || (link.carried && CARRIERS.has(value.type)) || value.type === form)) {
        const source = sourceAt(plan.laid, block.start + from + link.at, block.start + end);
        keep(replaces, key, { ...said, kind: link.kind, source });
        governed = { end, kind: link.kind, type: value.type };
      } else if (governed !== undefined && governed.type === value.type && NEXT.test(text.slice(governed.end, start))) {
        keep(replaces, key, {
          ...said,
          kind: governed.kind,
          source: sourceAt(plan.laid, block.start + start, block.start + end),
        });
        governed = { ...governed, end };
      } else if (MAKES.has(form) && (isPlan || value.type === form) && ENDED.test(after) && !BASIS.test(before)) {
        const length = ENDED.exec(after)?.[0].length ?? 0;
        const source = sourceAt(plan.laid, block.start + start, block.start + end + length);
        keep(replaces, key, { ...said, kind: 'replaces', source });
      } else if (form === 'report' && isPlan && (block.start < opening || heading())) {
        const account = ACCOUNT.exec(since);
        const follows = BASIS.test(before) && cited <= from ? AS_FOLLOWS.exec(after) : null;
        if (account !== null || follows !== null) {
          const at = account === null ? start : start - since.length + account.index;
          const source = sourceAt(plan.laid, block.start + at, block.start + end + (follows?.[0].length ?? 0));
          keep(reportsOn, key, { ...said, source });
        }
      }
      cited = end;
    }
  }
  return {
    ...(replaces.size === 0 ? {} : { replaces: [...replaces.values()] }),
    ...(reportsOn.size === 0 ? {} : { reportsOn: [...reportsOn.values()] }),
  };
}

interface Link {
  readonly kind: Replaced['kind'];
  /** Where the verb stands in the sentence. */
  readonly at: number;
  /** The number is that of a decision that carries the plan. */
  readonly carried: boolean;
}

/** @param since the sentence from the last document cited in it on; all of it where `other` is false */
function linkAt(
  knowledge: Knowledge,
  before: string,
  since: string,
  other: boolean,
  isPlan: boolean,
): Link | undefined {
  const { LINK, TURN, BASIS, ELSEWHERE } = patternsOf(knowledge);
  const found = LINK.exec(since);
  if (found === null) return undefined;
  const clause = since.slice(0, found.index);
  const turn = [...clause.matchAll(TURN)].at(-1);
  if (turn === undefined && (other || BASIS.test(before))) return undefined;
  if (ELSEWHERE.test(clause.slice(turn?.index ?? 0))) return undefined;
  const carried = CARRIED.test(since);
  if (!isPlan && !carried && turn === undefined) return undefined;
  return {
    kind: found.groups?.replaces === undefined ? 'amends' : 'replaces',
    at: before.length - since.length + found.index,
    carried,
  };
}

/** Whoever says what a number is for says it within so many UTF-16 units. */
const REACH = 600;

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - REACH);
  const ends = [...text.slice(from, at).matchAll(/[.;:]\s|\n/gu)].at(-1);
  return ends === undefined ? from : from + ends.index + ends[0].length;
}

/** The first place that says so; a replacement says more than an amendment. */
function keep<T extends Replaced | ReportedOn>(found: Map<string, T>, key: string, one: T): void {
  const known = found.get(key);
  if (known === undefined || ('kind' in known && known.kind === 'amends' && 'kind' in one && one.kind === 'replaces'))
    found.set(key, one);
}
