import type { RedisClient } from '../redis/connection.ts';
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
  return {
    name: 'redis',
    async put(name, bytes, seconds) {
      const parts = Math.max(1, Math.ceil(bytes.byteLength / part));
      const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let i = 0; i < parts; i++) {
        await client.set(names.blob(name, i), whole.subarray(i * part, (i + 1) * part), 'EX', seconds);
      }
      return { parts, size: bytes.byteLength };
    },
    async get(name, { parts, size }) {
      const found: Buffer[] = [];
      for (let i = 0; i < parts; i++) {
        const piece = await client.getBuffer(names.blob(name, i));
        if (piece === null) return undefined;
        found.push(piece);
      }
      const whole = found.length === 1 && found[0] !== undefined ? found[0] : Buffer.concat(found);
      return whole.byteLength === size ? whole : undefined;
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
