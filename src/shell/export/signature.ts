import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CallError } from '../call-error.ts';

/** Where the secret is looked for when no file is named. */
const SECRET_VARIABLE = 'KEHOACH_WEBHOOK_SECRET';

/** Bytes: HMAC-SHA256 is no stronger than a key that can be guessed. */
const SHORTEST = 16;

/**
 * The key of the signatures: `whsec_` and base64, as the Standard Webhooks write it, else the text itself.
 *
 * @throws {CallError} where there is none, or one that can be guessed. It never says what the secret is
 */
export async function readSecret(file: string | undefined, environment: NodeJS.ProcessEnv): Promise<Buffer> {
  const text = file === undefined ? environment[SECRET_VARIABLE] : await textOf(file);
  const secret = text?.trim() ?? '';
  if (secret === '') {
    throw new CallError(`--webhook needs a secret: set ${SECRET_VARIABLE}, or name a file by --webhook-secret-file.`);
  }
  const key = secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret, 'utf8');
  if (key.byteLength < SHORTEST) throw new CallError(`The secret of --webhook must have at least ${SHORTEST} bytes.`);
  return key;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new CallError(`--webhook-secret-file ${file} cannot be read.`);
  }
}

/** The headers of the Standard Webhooks: receivers have a library for them in any language. */
export function signedHeaders(key: Buffer, id: string, at: Date, body: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
