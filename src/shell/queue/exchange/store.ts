import type { RedisClient } from '../redis/client.ts';
import type { Names } from '../redis/names.ts';
import type { Stored } from './job.ts';

/** Where submitters and workers leave bytes for each other. */
export interface BlobStore {
  /** As the submitter names it: stands in every job. */
  readonly name: string;
  /** @param seconds for which it is kept if nobody comes for it, where the store can see to that */
  readonly put: (name: string, bytes: Uint8Array, seconds: number) => Promise<Stored>;
  /** Nothing where it is not there, or not whole. */
  readonly get: (name: string, stored: Stored) => Promise<Uint8Array | undefined>;
  readonly has: (name: string, stored: Stored) => Promise<boolean>;
  readonly drop: (name: string, stored: Stored) => Promise<void>;
}

/** The least that a server may be told to take as one value (proto-max-bulk-len): whatever it is told, parts pass. */
const PART = 1024 * 1024;

/** Bytes in Redis itself, in parts: no shared disk is needed, and no record is too large. */
export function redisStore(client: RedisClient, names: Names, part = PART): BlobStore {
  const partsOf = (size: number): number => Math.max(1, Math.ceil(size / part));
  return {
    name: 'redis',
    async put(name, bytes, seconds) {
      const parts = partsOf(bytes.byteLength);
      const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let i = 0; i < parts; i++) {
        await client.set(names.blob(name, i), whole.subarray(i * part, (i + 1) * part), 'EX', seconds);
      }
      return { parts, size: bytes.byteLength };
    },
    async get(name, { parts, size }) {
      // Nothing is asked for that could not be a part of it: who wrote it there may not be who was meant to.
      if (parts !== partsOf(size)) return undefined;
      const found: Buffer[] = [];
      for (let i = 0; i < parts; i++) {
        const expected = Math.min(part, size - i * part);
        const piece = await client.getrangeBuffer(names.blob(name, i), 0, expected);
        if (piece.byteLength !== expected) return undefined;
        found.push(piece);
      }
      if (size === 0 && (await client.exists(names.blob(name, 0))) === 0) return undefined;
      return found.length === 1 && found[0] !== undefined ? found[0] : Buffer.concat(found);
    },
    async has(name, { parts }) {
      for (let i = 0; i < parts; i++) if ((await client.exists(names.blob(name, i))) === 0) return false;
      return true;
    },
    async drop(name, { parts }) {
      for (let i = 0; i < parts; i++) await client.unlink(names.blob(name, i));
    },
  };
}
