import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { processDocument } from '../../../src/run.ts';
import { reasonOf } from '../../../src/shell/failure.ts';
import { serialise } from '../../../src/shell/output/serialise.ts';
import type { PipelineChoice } from '../../../src/shell/pipelines.ts';
import type { Executor, Ran } from '../../../src/shell/pool/work.ts';

/** The extraction in the test's own process: one that reads documents takes a second to start. */
export const readHere = ({ pipelines }: PipelineChoice): Executor => ({
  width: 3,
  async run({ uri, alsoAt, made, bytes }): Promise<Ran> {
    const options = { uri, pipeline: made.choice, declared: made.told, pipelines, limits: DEFAULT_LIMITS };
    try {
      const { record, text } = await processDocument(await bytes(), options);
      const { source } = record.document;
      const placed = alsoAt.length === 0 ? source : { ...source, alsoAt: [...alsoAt] };
      const whole = { ...record, document: { ...record.document, source: placed } };
      const { id } = whole.document;
      return { done: { id, record: serialise(whole), text, pipeline: record.pipeline } };
    } catch (error) {
      return { failed: reasonOf(error, 'extract') };
    }
  },
  settled: async () => undefined,
  close: async () => undefined,
});
