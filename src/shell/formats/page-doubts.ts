import { byCode } from '../failure.ts';
import type { TargetCounts } from '../output/told.ts';
import type { PageData, PagePlan } from '../page/data/page-data.ts';
import { readStatus } from '../status.ts';

/** What of the folder could not be read, and which of the compared documents to look at before citing them. */
export async function pageDoubts(
  folder: string,
  plans: readonly PagePlan[],
  counted: TargetCounts | undefined,
): Promise<Pick<PageData, 'failures' | 'doubts'>> {
  const status = await readStatus(folder, counted).catch(() => undefined);
  if (status === undefined) return { failures: [], doubts: [] };
  const at = new Map(plans.map(({ document }, i) => [document, i]));
  return {
    failures: byCode(status.failures).flatMap(({ code, said }) =>
      said.map(({ message, sources }) => ({ code, message, sources })),
    ),
    doubts: status.doubts.flatMap(({ document, why, unsure }) => {
      const plan = at.get(document);
      return plan === undefined ? [] : [{ plan, why, unsure }];
    }),
  };
}
