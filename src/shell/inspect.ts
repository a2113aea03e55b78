import { DEFAULT_LIMITS } from '../model/block.ts';
import { inspectDocument, type Recognition } from '../run.ts';
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

/**
 * Prints what is seen in one document, in this process and without an output folder.
 *
 * @returns the exit code
 * @throws {CallError} for an address, or a pipeline that is none
 */
export async function inspectFile(file: string, wanted: string, asked: ScansAsked, json: boolean): Promise<number> {
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
    return 0;
  } catch (error) {
    const { stage, code, message } = advised(reasonOf(error, 'read'), scans);
    process.stderr.write(`${printable(file)}: ${code} (${stage}): ${printable(message)}\n`);
    return 1;
  } finally {
    await recognition?.close();
  }
}

/** Says on a terminal how far it is: a page takes seconds. */
const pagesOn =
  (screen: NodeJS.WriteStream): Recognition['onPage'] =>
  (done, of) => {
    if (screen.isTTY) screen.write(done < of ? `\rPage ${done + 1} of ${of} …` : '\r\u001b[K');
  };
