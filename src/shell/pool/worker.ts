import '../v8.ts';
import './no-canvas.ts';
import { worker, workerEmit } from 'workerpool';
import { PlanError } from '../../model/errors.ts';
import type { PlanRecord } from '../../model/record.ts';
import { processDocument } from '../../run.ts';
import { type Reason, reasonOf } from '../failure.ts';
import { serialise } from '../output/serialise.ts';
import { advised } from '../recognition/advice.ts';
import { recognitionOf } from '../recognition/recognition.ts';
import { scansIn } from '../recognition/scans.ts';
import type { Answer, Answered, FromChild, PoolTask, WorkerSetup } from './task.ts';
import { type Held, unpacked } from './unpacked.ts';

/** Runs in a process of the pool: bytes in, the document's two files out. */
async function read(task: PoolTask, setup: WorkerSetup): Promise<Answered> {
  const answer = await answerTo(task, setup);
  return answered(answer);
}

/** The answer, and what the process has taken. */
function answered<T>(answer: T): Answered<T> {
  const { user, system } = process.cpuUsage();
  return { answer, rss: process.memoryUsage.rss(), cpu: (user + system) / 1e6 };
}

async function answerTo({ bytes, uri, alsoAt, pipeline, declared }: PoolTask, setup: WorkerSetup): Promise<Answer> {
  const onRead = (): void => workerEmit({ read: true } satisfies FromChild);
  const { pipelines, limits, scans } = setup;
  const onPage = (done: number, of: number): void => workerEmit({ pages: { done, of } } satisfies FromChild);
  try {
    const recognition = await recognitionOf(scans, onPage);
    const options = { uri, pipeline, declared, pipelines, limits, onRead };
    const { record, text } = await processDocument(bytes, {
      ...options,
      ...(recognition === undefined ? {} : { recognition }),
    });
    const { source } = record.document;
    const whole: PlanRecord = {
      ...record,
      document: { ...record.document, source: alsoAt.length === 0 ? source : { ...source, alsoAt: [...alsoAt] } },
    };
    if (text.trim() === '') {
      throw new PlanError(
        'no-content',
        'read',
        'No text was found in it. Open it: a document without text cannot be read.',
      );
    }
    const { id } = whole.document;
    return { done: { id, record: serialise(whole), text, pipeline: record.pipeline, scans: scansIn(whole) } };
  } catch (error) {
    return { failed: advised(failureOf(error, 'extract'), scans) };
  }
}

/** Opens a PDF for what is attached to it. */
async function unpack(bytes: Uint8Array, { limits }: WorkerSetup): Promise<Answered<Held | { failed: Reason }>> {
  const { openAttachments } = await import('../../read/pdf/attachments.ts');
  const answer = await openAttachments(bytes, limits).then(
    ({ documents, isCover }) => unpacked(documents, isCover, limits.maxBytes),
    (error: unknown) => ({ failed: failureOf(error, 'read') }),
  );
  return answered(answer);
}

/** @throws what says that there was no more memory */
function failureOf(error: unknown, stage: 'read' | 'extract'): Reason {
  // A library that asks for more than there is gets an error before the process is at its end: the same cap was met.
  if (
    error instanceof RangeError &&
    /allocation failed|failed to allocate|invalid (?:typed )?array/iu.test(error.message)
  )
    throw error;
  return reasonOf(error, stage);
}

worker({ read, unpack });
