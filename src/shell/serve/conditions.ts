import { ChangedMeanwhile } from '../corrections/changed.ts';

/** Of the ETag of an answer: that of a record is the hash of its file. */
export const ETAG_BY = 'sha256';

/** What a sender says that he has seen (`If-Match`): whether a document, by the SHA-256 of its record, is still that. */
export function seenBy(ifMatch: string | undefined): (record: string) => void {
  const tags = (ifMatch ?? '*').split(',').map((tag) => tag.trim());
  if (tags.includes('*')) return () => undefined;
  const seen = new Set(tags.map((tag) => /^"(?<hash>.*)"$/u.exec(tag)?.groups?.hash));
  return (record) => {
    if (!seen.has(Buffer.from(record, 'hex').toString('base64'))) throw new ChangedMeanwhile();
  };
}
