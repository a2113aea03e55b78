import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { S3mini } from 's3mini';
import { PlanError } from '../../../model/errors.ts';
import { CallError } from '../../call-error.ts';
import { systemCode } from '../../failure.ts';
import { DRAFT } from '../../output/replace-file.ts';
import { redacted } from '../redis/url.ts';
import type { BlobStore } from './store.ts';

/**
 * Where `--blobs` says that documents and records are exchanged: a folder that all machines share, or a bucket.
 *
 * @throws {CallError} when it cannot be used
 */
export async function storeAt(location: string): Promise<BlobStore> {
  if (!/^[a-z][a-z\d+.-]*:\/\//iu.test(location)) return folderStore(location);
  const { bucket, path = '' } = /^s3:\/\/(?<bucket>[^/@]+)(?:\/(?<path>.*))?$/u.exec(location)?.groups ?? {};
  if (bucket === undefined)
    throw new CallError(`--blobs: give a folder or s3://bucket/path, not ${redacted(location)}`);
  return bucketStore(bucket, path.replace(/\/+$/u, ''), process.env);
}

/** Whoever works on the queue must see the same folder, under whatever name. */
export async function folderStore(folder: string): Promise<BlobStore> {
  const root = resolve(folder);
  try {
    await mkdir(root, { recursive: true });
  } catch (error) {
    throw new CallError(`--blobs ${folder}: the folder cannot be made (${systemCode(error) ?? String(error)})`);
  }
  const at = (name: string): string => join(root, named(name));
  const absent = (error: unknown): undefined => {
    if (systemCode(error) !== 'ENOENT') throw error;
    return undefined;
  };
  return {
    name: root,
    async put(name, bytes) {
      const draft = `${at(name)}.${process.pid}.${Math.random().toString(36).slice(2)}${DRAFT}`;
      try {
        await writeFile(draft, bytes);
        await rename(draft, at(name));
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw error;
      }
      return { parts: 1, size: bytes.byteLength };
    },
    async get(name, { size }) {
      const bytes = await readFile(at(name)).catch(absent);
      return bytes?.byteLength === size ? bytes : undefined;
    },
    async has(name, { size }) {
      const info = await stat(at(name)).catch(absent);
      return info?.size === size;
    },
    async drop(name) {
      await rm(at(name), { force: true });
    },
  };
}

/**
 * A bucket of S3 or of whatever speaks like it: the usual variables tell the way (AWS_ENDPOINT_URL_S3, AWS_REGION,
 * AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY). What nobody comes for is left to the bucket's own rules of expiry.
 */
export function bucketStore(
  bucket: string,
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): BlobStore {
  const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1';
  const endpoint = env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL ?? `https://s3.${region}.amazonaws.com`;
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
  if (accessKeyId === '' || secretAccessKey === '') {
    throw new CallError('--blobs s3://…: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_ENDPOINT_URL_S3).');
  }
  const s3 = new S3mini({
    endpoint: `${endpoint.replace(/\/+$/u, '')}/${bucket}`,
    ...{ region, accessKeyId, secretAccessKey },
    requestAbortTimeout: 60_000,
    fetch: sendUncounted,
  });
  const at = (name: string): string => (path === '' ? named(name) : `${path}/${named(name)}`);
  return {
    name: `s3://${bucket}/${path}`,
    async put(name, bytes) {
      await s3.putAnyObject(at(name), bytes, 'application/octet-stream');
      return { parts: 1, size: bytes.byteLength };
    },
    async get(name, { size }) {
      const bytes = await s3.getObjectArrayBuffer(at(name));
      return bytes?.byteLength === size ? new Uint8Array(bytes) : undefined;
    },
    async has(name) {
      return (await s3.objectExists(at(name))) === true;
    },
    async drop(name) {
      await s3.deleteObject(at(name));
    },
  };
}

/**
 * Whoever sends a body tells its length: told by the caller as well it becomes "8, 8", which undici refuses, and Node's own
 * fetch goes through undici once a document was fetched from a URL.
 */
const sendUncounted: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.delete('content-length');
  return fetch(input, { ...init, headers });
};

/**
 * The name itself, where it is one of this program's. Whoever asks for another has it from somewhere else, and it might lead
 * out of the folder.
 */
function named(name: string): string {
  if (/^[a-z0-9-]{1,200}$/u.test(name)) return name;
  throw new PlanError('internal', 'fetch', 'This is no name of anything in the store of the queue.');
}
