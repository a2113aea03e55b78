import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { Issue, SetAside } from '../../model/block.ts';
import { PlanError } from '../../model/errors.ts';
import { type AttachedFile, listed, named } from '../attached.ts';

/** A mail, or a page that a browser saved as one (MHTML), opened. */
export interface OpenMail {
  /** Its body; HTML where it has it. */
  readonly body: { readonly format: 'html' | 'text'; readonly text: string };
  readonly subject: string;
  /** Attachments that may be documents of their own, each under its own name. */
  readonly documents: readonly AttachedFile[];
  /** Names of other attachments: pictures, recordings. */
  readonly others: readonly string[];
}

/** Bytes of a file that tell whether it is a mail. */
export const MAIL_HEAD = 65_536;
const FIELD = /^(?<name>[a-z][a-z-]{1,40}):/iu;
/** One that begins a file of mail; and one that no letter on paper has. */
const FIRST =
  /^(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|content-type|reply-to|cc|x-[a-z-]+|dkim-signature|arc-[a-z-]+|authentication-results|thread-[a-z]+|snapshot-content-location)$/iu;
const SURE = /^(?:received|message-id|mime-version|content-type|content-transfer-encoding|dkim-signature|x-mailer)$/iu;

/** Whether a file begins with the fields of a mail. */
export function isMail(head: string): boolean {
  const names: string[] = [];
  for (const line of head
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart()
    .split(/\r?\n/u, 200)) {
    // The line of a mail in a mailbox, and what goes on from the field above.
    if (/^(?:From \S+@|[ \t]+\S)/u.test(line) && (names.length > 0 || line.startsWith('From '))) continue;
    const name = FIELD.exec(line)?.groups?.name;
    if (name === undefined) break;
    names.push(name);
  }
  return names.length >= 2 && FIRST.test(names[0] ?? '') && names.some((name) => SURE.test(name));
}

/** Parts within parts; mail that people send has three or four. */
const DEEPEST = 60;

/** @throws {PlanError} `file-corrupt` where its parts cannot be told apart */
export async function openMail(bytes: Uint8Array): Promise<OpenMail> {
  const mail = await parsed(bytes);
  const attached = mail.attachments.filter(
    ({ related, disposition }) => related !== true || disposition === 'attachment',
  );
  const documents = attached.filter((one) => !isOther(one) && !isSignature(one));
  const { html = '', text = '' } = mail;
  return {
    body: html.trim() === '' ? { format: 'text', text } : { format: 'html', text: html },
    subject: (mail.subject ?? '').trim(),
    documents: filesOf(documents),
    others: filesOf(attached.filter((one) => isOther(one) && one.disposition === 'attachment')).map(({ name }) => name),
  };
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST, forceRfc822Attachments: true });
  } catch (error) {
    throw new PlanError(
      'file-corrupt',
      'read',
      'The parts of this mail cannot be told apart. Save its text and its attachments from the mail program.',
      error,
    );
  }
}

const isOther = ({ mimeType }: Attachment): boolean =>
  /^(?:image|audio|video|font)\/|^text\/css|javascript/u.test(mimeType);
const isSignature = ({ mimeType }: Attachment): boolean =>
  /signature|pgp|vcard|calendar|\/ics$|delivery-status/u.test(mimeType);

const filesOf = (attachments: readonly Attachment[]): AttachedFile[] =>
  named(
    attachments.map(({ filename, content }) => ({
      name: filename ?? '',
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer),
    })),
  );

/** What of a mail is not in its text. */
export function notReadOf({ documents, others }: OpenMail): {
  readonly setAside: SetAside[];
  readonly issues: Issue[];
} {
  const names = [...documents.map(({ name }) => name), ...others];
  if (names.length === 0) return { setAside: [], issues: [] };
  const message = `The mail has attachments, which are no part of its text: ${listed(names)}. From a file that is ingested, those that are documents are read as documents of their own; else save them and give them.`;
  return {
    setAside: names.map((name) => ({ reason: 'not-read', characters: 0, where: `attachment ${name}` })),
    issues: [{ code: 'content-not-read', message }],
  };
}
