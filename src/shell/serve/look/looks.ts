import { join } from 'node:path';
import type { Account } from '../../../extract/review/account.ts';
import { PlanError } from '../../../model/errors.ts';
import type { PlanRecord } from '../../../model/record.ts';
import type { Reason } from '../../failure.ts';
import type { DrawnPage } from '../../images/draw.ts';
import { type Draw, openPageImages, type PageImages } from '../../images/page-images.ts';
import { openPool, type Pool, type PoolOptions } from '../../pool/pool.ts';
import type { Original } from '../desk/original-of.ts';

/** OriginalLooks into originals for those who review a document: in a process of its own, so that it waits for no run. */
export interface OriginalLooks {
  readonly images: PageImages;
  /** Of all pages, in points. @throws {PlanError} */
  readonly sizes: (record: PlanRecord, original: () => Promise<Original>) => Promise<readonly PageSize[]>;
  /** What became of the figures. @throws {PlanError} */
  readonly account: (
    record: PlanRecord,
    original: () => Promise<Original>,
  ) => Promise<Pick<Account, 'figures' | 'furniture'>>;
  readonly close: () => Promise<void>;
}

export type PageSize = Pick<DrawnPage, 'width' | 'height'>;

/** Answers that are kept for those who ask again. */
const KEPT = 100;

export function openLooks(folder: string, options: Omit<PoolOptions, 'processes'>): OriginalLooks {
  let opened: Pool | undefined;
  const pool = (): Pool => {
    opened ??= openPool({ ...options, processes: 1 });
    return opened;
  };
  const draw: Draw = async (bytes, page) => {
    const answer = await pool().draw(bytes, `page ${page}`, page);
    if ('failed' in answer) throw errorOf(answer.failed);
    return answer.drawn;
  };
  const sizes = kept<readonly PageSize[]>();
  const accounts = kept<Pick<Account, 'figures' | 'furniture'>>();
  return {
    images: openPageImages({ draw, folder: join(folder, 'server', 'pages') }),
    sizes: ({ document: { sha256, source } }, original) =>
      sizes(sha256, async () => {
        const answer = await pool().sizes((await original()).bytes, source.uri);
        if ('failed' in answer) throw errorOf(answer.failed);
        return answer.sizes;
      }),
    account: ({ document: { sha256, source }, pipeline }, original) =>
      accounts(`${sha256} ${pipeline.name}`, async () => {
        const { bytes } = await original();
        const task = { bytes, uri: source.uri, alsoAt: [], pipeline: pipeline.name, declared: {} };
        const answer = await pool().account(task);
        if ('failed' in answer) throw errorOf(answer.failed);
        return answer;
      }),
    async close() {
      await opened?.close();
    },
  };
}

const errorOf = ({ code, stage, message }: Reason): PlanError => new PlanError(code, stage, message);

/** Makes each answer once; who asks meanwhile waits for it. */
function kept<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key, make) => {
    const answer = answers.get(key) ?? make();
    answers.delete(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    for (const old of answers.keys()) {
      if (answers.size <= KEPT) break;
      answers.delete(old);
    }
    return answer;
  };
}
