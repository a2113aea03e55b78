import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../model/block.ts';
import type { PlanRecord } from '../model/record.ts';
import { inspectDocument, type Recognition } from '../run.ts';
import { cacheFolder } from './cache-folder.ts';
import { CallError } from './call-error.ts';
import { reasonOf } from './failure.ts';
import { choosePipelines } from './pipelines.ts';
import { advised } from './recognition/advice.ts';
import { recognitionOf } from './recognition/recognition.ts';
import { type ScansAsked, scansOf } from './recognition/scans.ts';
import { fileSource } from './sources/file.ts';
import { withoutLogin } from './sources/http/login.ts';
import { account } from './terminal/account.ts';
import { printable, printableLines } from './terminal/printable.ts';

export interface InspectOptions {
  readonly json?: boolean;
  /** Folder for pictures of places. */
  readonly images?: string;
  /** What they show; doubtful figures unless told. */
  readonly image?: readonly string[];
}

/**
 * Prints what is seen in one document, in this process and without an output folder.
 *
 * @returns the exit code
 * @throws {CallError} for an address, a pipeline that is none, or a place that the document has not
 */
export async function inspectFile(
  file: string,
  wanted: string,
  asked: ScansAsked,
  { json = false, images, image = [] }: InspectOptions,
): Promise<number> {
  if (images === undefined && image.length > 0)
    throw new CallError('--image needs --images: the folder into which pictures are written.');
  if (/^https?:/iu.test(file)) {
    throw new CallError(
      `${withoutLogin(file)}: inspect reads files. Save what is there and give the file, or ingest the address.`,
    );
  }
  const { name: pipeline, pipelines } = await choosePipelines(wanted);
  const scans = await scansOf(asked, process.env);
  const recognition = await recognitionOf(scans, pagesOn(process.stderr));
  try {
    const bytes = await fileSource(file, file, {}).read(DEFAULT_LIMITS.maxBytes);
    const seen = await inspectDocument(bytes, {
      ...{ uri: file, pipelines, pipeline },
      ...(recognition === undefined ? {} : { recognition }),
    });
    process.stdout.write(json ? `${JSON.stringify(seen.record, null, 2)}\n` : `${printableLines(account(seen))}\n`);
    if (images !== undefined) await show(bytes, seen.record, images, image);
    return 0;
  } catch (error) {
    if (error instanceof CallError) throw error;
    const { stage, code, message } = advised(reasonOf(error, 'read'), scans);
    process.stderr.write(`${printable(file)}: ${code} (${stage}): ${printable(message)}\n`);
    return 1;
  } finally {
    await recognition?.close();
  }
}

/** Writes pictures of places, and says where. */
async function show(bytes: Uint8Array, record: PlanRecord, folder: string, asked: readonly string[]): Promise<void> {
  // Loaded where they are wanted: they bring the reader of PDFs along.
  const { drawPage } = await import('./images/draw.ts');
  const { openPageImages } = await import('./images/page-images.ts');
  const { writePlaces } = await import('./images/write-places.ts');
  const images = openPageImages({
    draw: (pdf, number) => drawPage(pdf, number, DEFAULT_LIMITS, process.env),
    folder: join(cacheFolder(process.env), 'pages'),
  });
  const document = { sha256: record.document.sha256, bytes: async () => bytes };
  const written = await writePlaces(record, document, images, folder, asked);
  const said =
    written.length > 0
      ? written.map((path) => `Written: ${printable(path)}`)
      : [
          'No picture was written: no figure is doubtful, or nothing tells where. --image t1 shows a record, --image 1 a page.',
        ];
  process.stderr.write(`${said.join('\n')}\n`);
}

/** Says on a terminal how far it is: a page takes seconds. */
const pagesOn =
  (screen: NodeJS.WriteStream): Recognition['onPage'] =>
  (done, of) => {
    if (screen.isTTY) screen.write(done < of ? `\rPage ${done + 1} of ${of} …` : '\r\u001b[K');
  };
