import { codeOfMeasure, type IndicatorMatch } from '../../../catalogue/indicator-code.ts';
import { openMeasure } from '../../../catalogue/measure-read.ts';
import { isApart, mayBeNamed, nearMiss } from '../../../catalogue/near.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Pipeline } from '../../../model/pipeline.ts';
import { pageOf, type RowPlace } from '../look/page-of.ts';
import type { NearReason, NearTold, TryAnswer, TryAsked, TryCounts, TryShow } from './ask.ts';
import type { MeasuredDocument, MeasuredFolder, MeasuredTarget } from './measures.ts';

/** A target of which a try says something. */
interface TriedTarget {
  readonly document: MeasuredDocument;
  readonly target: MeasuredTarget;
  readonly now: IndicatorMatch | null;
  readonly near: NearTold | null;
}

type Groups = Readonly<Record<TryShow, readonly TriedTarget[]>>;

/** What became of a whole folder: kept for those who turn its pages. */
export interface SortedFolder {
  readonly counts: TryCounts;
  readonly groups: Groups;
}

/**
 * Sorts the targets of a folder by what a pipeline would make of them, as a run that is told to use it does: its own catalogue
 * first, then all others together.
 *
 * @param others the pipelines that come with the program
 * @param codes of the indicators that are asked for
 */
export function sortFolder(
  knowledge: Knowledge,
  { documents }: Pick<MeasuredFolder, 'documents'>,
  { pipeline, codes }: Pick<TryAsked, 'pipeline' | 'codes'>,
  others: readonly Pipeline[],
): SortedFolder {
  const asked = new Set(codes);
  const own = new Set(pipeline.indicators.map(({ code }) => code));
  const catalogues = [pipeline, ...others.filter(({ name }) => name !== pipeline.name)];
  const [only, ...more] = codes;
  const missed = only === undefined || more.length > 0 ? undefined : nearMiss(knowledge, pipeline, only);
  // What other indicators do is another matter: it stays what it is where those that are asked for say nothing.
  const indicators = pipeline.indicators.filter(({ code }) => asked.has(code));
  const speaks = mayBeNamed(knowledge, { ...pipeline, indicators });
  const groups: Record<TryShow, TriedTarget[]> = { taken: [], moved: [], lost: [], near: [] };
  const takenDocuments = new Set<MeasuredDocument>();
  const reasons = new Map<NearReason, number>();
  let [targets, fresh, kept] = [0, 0, 0];
  for (const document of documents) {
    targets += document.targets.length;
    for (const target of document.targets) {
      const { was, fixed, measure } = target;
      const spoken = speaks(measure);
      if (!spoken && (was === null || !asked.has(was))) continue;
      target.open ??= openMeasure(knowledge, measure);
      const { open } = target;
      const miss = spoken ? missed?.(open) : undefined;
      // Where it cannot be, the others are what they are without it.
      const idle = isApart(miss) && (was === null || !asked.has(was));
      const found = spoken && !idle ? codeOfMeasure(knowledge, [pipeline], open) : null;
      const wanted = found !== null && asked.has(found.code);
      const now = fixed !== undefined ? null : found;
      if (wanted && now !== null) {
        const one = { document, target, now, near: null };
        groups.taken.push(one);
        takenDocuments.add(document);
        if (was === null) fresh++;
        else if (was === now.code) kept++;
        else groups.moved.push(one);
        continue;
      }
      if (!idle && fixed === undefined && was !== null && own.has(was) && now?.code !== was) {
        const then = now ?? codeOfMeasure(knowledge, catalogues, open);
        if (then?.code !== was) groups.lost.push({ document, target, now: then, near: nearOf(miss) });
      }
      if (missed === undefined || !spoken) continue;
      const near = wanted ? (fixed === undefined || was === found.code ? null : fixedNear(fixed)) : nearOf(miss);
      if (near === null) continue;
      reasons.set(near.why, (reasons.get(near.why) ?? 0) + 1);
      groups.near.push({ document, target, now, near });
    }
  }
  return {
    groups,
    counts: {
      ...{ targets, documents: documents.length, taken: groups.taken.length, takenDocuments: takenDocuments.size },
      ...{ fresh, kept, moved: groups.moved.length, lost: groups.lost.length },
      near: missed === undefined ? null : groups.near.length,
      nearBy: [...reasons].map(([why, count]) => ({ why, count })).sort((a, b) => b.count - a.count),
    },
  };
}

const nearOf = (miss: ReturnType<ReturnType<typeof nearMiss>>): NearTold | null =>
  miss === undefined || miss === 'far'
    ? null
    : { why: miss.why, words: [...miss.words], code: 'code' in miss ? miss.code : null };

const fixedNear = (why: 'person' | 'part'): NearTold => ({ why, words: [], code: null });

/** One page of a group, with the targets as their table has them. */
export async function pageOfTried(
  folder: MeasuredFolder,
  { groups, counts }: SortedFolder,
  { show, why, limit, cursor }: Pick<TryAsked, 'show' | 'why' | 'limit' | 'cursor'>,
): Promise<TryAnswer> {
  const all = groups[show];
  const rows = why === undefined ? all : all.filter(({ near }) => near?.why === why);
  const { rows: page, total, next } = pageOf(rows, placeOf, { cursor, limit });
  const items = await Promise.all(
    page.map(async ({ document, target, now, near }) => ({
      target: await folder.line(document, target),
      was: target.was,
      now: now === null ? null : { code: now.code, words: [...now.words], sure: now.sure },
      near,
    })),
  );
  return { counts, items, total, next, version: folder.version };
}

/** As the rows of tables stand. */
const placeOf = ({ document, target }: TriedTarget): RowPlace => [
  document.id,
  target.at,
  Number(/\d+$/u.exec(target.id)?.[0] ?? 0),
];
