import '../v8.ts';
import './no-canvas.ts';
import { worker, workerEmit } from 'workerpool';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { PlanError } from '../../model/errors.ts';
import type { PlanRecord } from '../../model/record.ts';
import type { ScanPart } from '../../read/scan/page-read.ts';
import { inspectDocument, processDocument } from '../../run.ts';
import { type Reason, reasonOf } from '../failure.ts';
import { serialise } from '../output/serialise.ts';
import { advised } from '../recognition/advice.ts';
import { recognitionOf } from '../recognition/recognition.ts';
import { scansIn } from '../recognition/scans.ts';
import type {
  AccountAnswer,
  Answer,
  Answered,
  Apart,
  DrawAnswer,
  DrawTask,
  FromChild,
  PagesAnswer,
  PagesRead,
  PagesTask,
  PoolTask,
  SizesAnswer,
  WorkerSetup,
} from './task.ts';
import { type Held, unpacked } from './unpacked.ts';

/** What leaves the reading of a document whose pages are to be read by other processes too. */
class ReadApart extends Error {
  override readonly name = 'ReadApart';
  readonly parts: readonly ScanPart[];
  constructor(parts: readonly ScanPart[]) {
    super();
    this.parts = parts;
  }
}

/** Runs in a process of the pool: bytes in, the document's two files out. */
async function read(task: PoolTask, setup: WorkerSetup): Promise<Answered<Answer | Apart>> {
  const answer = await answerTo(task, setup);
  return answered(answer);
}

/** The answer, and what the process has taken. */
function answered<T>(answer: T): Answered<T> {
  const { user, system } = process.cpuUsage();
  return { answer, rss: process.memoryUsage.rss(), cpu: (user + system) / 1e6 };
}

async function answerTo(
  { bytes, uri, alsoAt, pipeline, declared, read }: PoolTask,
  setup: WorkerSetup,
): Promise<Answer | Apart> {
  const onRead = (): void => workerEmit({ read: true } satisfies FromChild);
  const { pipelines, limits, scans } = setup;
  const apart = async (parts: readonly ScanPart[]): Promise<PagesRead> => {
    if (read === undefined) throw new ReadApart(parts);
    return read;
  };
  try {
    const recognition = await recognitionOf(scans, onPage);
    const options = { uri, pipeline, declared, pipelines, limits, onRead };
    const { record, text } = await processDocument(bytes, {
      ...options,
      ...(recognition === undefined ? {} : { recognition: { ...recognition, apart } }),
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
    if (error instanceof ReadApart) return { apart: error.parts };
    return { failed: advised(failureOf(error, 'extract'), scans) };
  }
}

const onPage = (done: number, of: number): void => workerEmit({ pages: { done, of } } satisfies FromChild);

/** Reads some pages of a PDF from their images. */
async function readPages({ bytes, pages }: PagesTask, { scans }: WorkerSetup): Promise<Answered<PagesAnswer>> {
  const { readParts } = await import('../../read/pdf/scanned-pages.ts');
  const answer = await recognitionOf(scans, onPage)
    .then((recognition) =>
      recognition === undefined ? new Map() : readParts(bytes, [pages], { recognition, knowledge: loadKnowledge() }),
    )
    .then(
      (read) => ({ pages: read }),
      (error: unknown) => ({ failed: failureOf(error, 'read') }),
    );
  return answered(answer);
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

/** Draws a page. */
async function draw({ bytes, page }: DrawTask, { limits }: WorkerSetup): Promise<Answered<DrawAnswer>> {
  const { drawPage } = await import('../images/draw.ts');
  const answer = await drawPage(bytes, page, limits, process.env).then(
    (drawn) => (drawn === undefined ? {} : { drawn }),
    (error: unknown) => ({ failed: failureOf(error, 'read') }),
  );
  return answered(answer);
}

async function sizes(bytes: Uint8Array, { limits }: WorkerSetup): Promise<Answered<SizesAnswer>> {
  const { pageSizes, pdfWithin } = await import('../../read/pdf/page-view.ts');
  const answer = await pdfWithin(bytes, limits)
    .then(pageSizes)
    .then(
      (all) => ({ sizes: all }),
      (error: unknown) => ({ failed: failureOf(error, 'read') }),
    );
  return answered(answer);
}

async function account(task: PoolTask, { pipelines, limits }: WorkerSetup): Promise<Answered<AccountAnswer>> {
  const { bytes, uri, pipeline, declared } = task;
  const answer = await inspectDocument(bytes, { uri, pipeline, declared, pipelines, limits }).then(
    ({ figures, furniture }) => ({ figures, furniture }),
    (error: unknown) => ({ failed: failureOf(error, 'extract') }),
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

worker({ read, readPages, unpack, draw, sizes, account });
