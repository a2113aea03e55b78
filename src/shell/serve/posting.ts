import { SCHEMA_VERSION } from '../../model/record.ts';
import type { Webhook } from '../export/webhook.ts';
import type { Log } from '../log.ts';
import type { Job } from './desk/job.ts';

/** Tells another system of jobs that are done. */
export interface JobPosting {
  readonly tell: (job: Job) => void;
  /** Waits for what is on its way. */
  readonly close: () => Promise<void>;
}

/** Each job is posted once, tried again as the webhook does; what is not taken then is logged: the job itself stays to be asked for. */
export function openJobPosting(webhook: Pick<Webhook, 'post' | 'close'>, log: Log): JobPosting {
  const told = new Set<string>();
  const under = new Set<Promise<void>>();
  return {
    tell(job) {
      if (job.state !== 'done' || told.has(job.id)) return;
      told.add(job.id);
      const body = JSON.stringify({ schemaVersion: SCHEMA_VERSION, type: 'job.done', job });
      const posting = webhook
        .post(`job_${job.id}`, body)
        .then((why) => {
          if (why !== undefined) log.warn({ job: job.id, why }, 'webhook not taken');
        })
        .finally(() => under.delete(posting));
      under.add(posting);
    },
    async close() {
      await Promise.all(under);
      await webhook.close();
    },
  };
}
