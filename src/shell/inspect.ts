import { DEFAULT_LIMITS } from '../model/block.ts';
import { inspectDocument } from '../run.ts';
import { CallError } from './call-error.ts';
import { reasonOf } from './failure.ts';
import { choosePipelines } from './pipelines.ts';
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
export async function inspectFile(file: string, wanted: string, json: boolean): Promise<number> {
  if (/^https?:/iu.test(file)) {
    throw new CallError(
      `${withoutLogin(file)}: inspect reads files. Save what is there and give the file, or ingest the address.`,
    );
  }
  const { name: pipeline, pipelines } = await choosePipelines(wanted);
  try {
    const bytes = await fileSource(file, file, {}).read(DEFAULT_LIMITS.maxBytes);
    const seen = await inspectDocument(bytes, { uri: file, pipelines, pipeline });
    process.stdout.write(json ? `${JSON.stringify(seen.record, null, 2)}\n` : `${printableLines(account(seen))}\n`);
    return 0;
  } catch (error) {
    const { stage, code, message } = reasonOf(error, 'read');
    process.stderr.write(`${printable(file)}: ${code} (${stage}): ${printable(message)}\n`);
    return 1;
  }
}
