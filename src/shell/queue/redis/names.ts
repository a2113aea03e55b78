/** The queue's name and the names of its keys. One hash tag keeps all of them in one slot of a Cluster. */
export const QUEUE = 'documents';
export const PREFIX = '{kehoach}';

const DAY = 24 * 60 * 60;
/** Seconds for which Redis keeps what nobody has come for. */
export const KEEP = { bytes: DAY, result: 7 * DAY, pipelines: 7 * DAY, failed: 7 * DAY, suspect: DAY } as const;

export interface Names {
  /** Of the bytes of a job, for the store. */
  readonly bytes: (job: string) => string;
  readonly result: (job: string) => string;
  readonly blob: (name: string, part: number) => string;
  readonly pipelines: (fingerprint: string) => string;
  /** Who waits for a job's answer, each with the time until which that counts. */
  readonly claims: (job: string) => string;
  /** How often a job was read by itself and never ended. */
  readonly suspect: (job: string) => string;
  readonly workers: string;
  readonly runs: string;
  readonly schedules: string;
  /** Failed jobs whose bytes are kept for another try. */
  readonly kept: string;
}

export const namesUnder = (prefix: string): Names => ({
  bytes: (job) => `bytes-${job}`,
  result: (job) => `result-${job}`,
  blob: (name, part) => `${prefix}:blob:${name}:${part}`,
  pipelines: (fingerprint) => `${prefix}:pipelines:${fingerprint}`,
  claims: (job) => `${prefix}:claims:${job}`,
  suspect: (job) => `${prefix}:suspect:${job}`,
  workers: `${prefix}:workers`,
  runs: `${prefix}:runs`,
  schedules: `${prefix}:schedules`,
  kept: `${prefix}:kept`,
});
