import { Buffer } from 'node:buffer';
import { PlanError } from '../../../model/errors.ts';
import { isMail, MAIL_HEAD, type MailDocument, openMail } from '../../../read/mail/mail.ts';
import { openRegular, readFileWithin } from '../file.ts';
import type { GivenSource } from '../source.ts';

/**
 * The documents that are attached to a mail, each a source of its own: the mail's name, then that of the attachment. The mail
 * itself stays a source.
 *
 * @param path file with the mail's bytes
 * @returns none where it is no mail, or one that cannot be opened: the reader of documents says why
 */
export async function attachmentsOf(
  mail: GivenSource,
  path: string,
  maxBytes: number,
): Promise<readonly GivenSource[]> {
  if (!(await beginsAsMail(path))) return [];
  const documents = await openMail(await readFileWithin(path, maxBytes)).then(
    ({ documents: found }) => found,
    () => [],
  );
  return documents.map(({ name }, i): GivenSource => {
    const read = async (most: number): Promise<Uint8Array> => {
      const again = await openMail(await readFileWithin(path, maxBytes));
      return bytesWithin(again.documents[i], most);
    };
    return { uri: `${mail.uri}/${name}`, place: `${mail.place}/${name}`, declared: mail.declared, read };
  });
}

function bytesWithin(document: MailDocument | undefined, most: number): Uint8Array {
  if (document === undefined)
    throw new PlanError('file-unreadable', 'read', 'The mail changed while it was being read. Run again.');
  if (document.bytes.length > most)
    throw new PlanError(
      'file-too-large',
      'read',
      'The attachment is larger than --max-size. Raise it, or split the file.',
    );
  if (document.bytes.length === 0)
    throw new PlanError('file-empty', 'read', 'The attachment is empty. Ask for it again.');
  return document.bytes;
}

async function beginsAsMail(path: string): Promise<boolean> {
  const file = await openRegular(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAIL_HEAD), 0, MAIL_HEAD, 0);
    return isMail(buffer.subarray(0, bytesRead).toString('latin1'));
  } finally {
    await file.close();
  }
}
