import { z } from 'zod';
import { ERROR_CODES, type ErrorCode, PlanError, type Stage } from '../model/errors.ts';
import { FolderError } from './call-error.ts';

/** One line of failures.ndjson: why one source gave no record, and what a person can do about it. */
export const Failure = z.object({
  source: z.string().describe('Path or URL as it was given'),
  stage: z.enum(['fetch', 'read', 'extract', 'write']).describe('What was being done'),
  code: z.enum(ERROR_CODES).describe('What went wrong'),
  message: z.string().describe('The same in a sentence, with what to do about it'),
});
export type Failure = z.infer<typeof Failure>;

/** What a task of a worker answers when a document fails: the line without its source. */
export type Reason = Omit<Failure, 'source'>;

/** Failures of one code: what they say, each sentence once, with the sources of which it is said. */
export interface Failed {
  readonly code: string;
  readonly documents: number;
  readonly said: readonly { readonly message: string; readonly sources: readonly string[] }[];
}

/** By code, the most frequent first. */
export function byCode(failures: readonly Failure[]): Failed[] {
  const codes = new Map<string, Map<string, string[]>>();
  for (const { source, code, message } of failures) {
    const said = codes.get(code) ?? new Map<string, string[]>();
    const sources = said.get(message) ?? [];
    sources.push(source);
    codes.set(code, said.set(message, sources));
  }
  return [...codes]
    .map(([code, said]): Failed => {
      const sentences = [...said].map(([message, sources]) => ({ message, sources }));
      return { code, documents: sentences.reduce((sum, { sources }) => sum + sources.length, 0), said: sentences };
    })
    .sort((a, b) => b.documents - a.documents || (a.code < b.code ? -1 : 1));
}

const SYSTEM_CODES: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['file-missing', 'There is no such file. Check the path.'],
  ENOTDIR: ['file-missing', 'There is no such file: a part of the path is not a folder. Check the path.'],
  EACCES: ['file-unreadable', 'The file may not be read. Give yourself the right to read it and run again.'],
  EPERM: ['file-unreadable', 'The file may not be read. Give yourself the right to read it and run again.'],
  ELOOP: ['file-unreadable', 'The link leads back to itself. Give the path of the file itself.'],
  ENAMETOOLONG: ['file-missing', 'The path is too long to be opened. Move its folder to a place with a shorter path.'],
  EISDIR: ['file-unreadable', 'This is a folder. Give the path of a file.'],
  ENXIO: ['file-unreadable', 'This is no file but a socket or a device. Give the document itself.'],
};

const WRITE_CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk of the output folder is full. Make room and run again.',
  EDQUOT: 'The quota of the output folder is used up. Make room and run again.',
  EACCES: 'The output folder may not be written. Give yourself the right to write it and run again.',
  EPERM: 'The output folder may not be written. Give yourself the right to write it and run again.',
  EROFS: 'The output folder may only be read. Choose another one with --out.',
  ELOOP: 'A link stands in the output folder where a file is written. Remove the link, or choose another folder.',
  ENOTDIR: 'A part of its path is a file and no folder. Choose another folder.',
  ENAMETOOLONG: 'The name of the file to be written is too long for this disk. Choose a shorter --out.',
};

/** Any error as the reason of a failure. Errors of the system while reading become a code and a sentence; the unknown is `internal`. */
export function reasonOf(error: unknown, stage: Stage): Reason {
  if (error instanceof PlanError) return { stage: error.stage, code: error.code, message: error.message };
  if (error instanceof FolderError) return { stage, code: 'output-unwritable', message: error.said };
  const system = systemCode(error);
  if (stage === 'write' && system !== undefined) {
    const message = WRITE_CODES[system] ?? `The output folder could not be written (${system}). Run again.`;
    return { stage, code: 'output-unwritable', message };
  }
  const known = system === undefined ? undefined : SYSTEM_CODES[system];
  if (known !== undefined) return { stage, code: known[0], message: known[1] };
  if (system !== undefined)
    return { stage, code: 'file-unreadable', message: `Reading failed (${system}). Run again.` };
  const detail = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0] ?? ''}` : String(error);
  return { stage, code: 'internal', message: `The program failed on this document (${detail}). Please report it.` };
}

/** "ENOENT" of an error that the operating system raised. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
