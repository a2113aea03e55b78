import { expect, test } from 'vitest';
import { extractPlan, GENERAL, inspectDocument, type Pipeline, PlanError, processDocument } from '../src/index.ts';

const bytes = new TextEncoder().encode('KẾ HOẠCH\nCải cách hành chính năm 2021\n\n- Đạt 90% hồ sơ đúng hạn.\n');
const reform: Pipeline = { ...GENERAL, name: 'reform', match: { title: ['cải cách'], text: [], textAtLeast: 3 } };
const forests: Pipeline = { ...GENERAL, name: 'forests', match: { title: ['rừng'], text: [], textAtLeast: 3 } };

const WAYS: [name: string, way: (pipeline: string, pipelines?: Pipeline[]) => Promise<unknown>][] = [
  ['extractPlan', (pipeline, pipelines = [GENERAL]) => extractPlan(bytes, { pipeline, pipelines })],
  ['processDocument', (pipeline, pipelines = [GENERAL]) => processDocument(bytes, { uri: 'a', pipeline, pipelines })],
  ['inspectDocument', (pipeline, pipelines = [GENERAL]) => inspectDocument(bytes, { uri: 'a', pipeline, pipelines })],
];
test.each(WAYS)('%s: a pipeline that nobody knows is a PlanError that names the known ones', async (_, way) => {
  const error = await way('reforms', [GENERAL, reform]).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PlanError);
  expect(error).toMatchObject({
    code: 'pipeline-unknown',
    stage: 'extract',
    retryable: false,
    message: 'No pipeline is called "reforms". Give one of: auto, general, reform.',
  });
});

test('the name is looked at before the bytes are', async () => {
  await expect(extractPlan(new Uint8Array(), { pipeline: 'none' })).rejects.toMatchObject({ code: 'pipeline-unknown' });
  await expect(extractPlan(new Uint8Array())).rejects.toMatchObject({ code: 'file-empty' });
});

const KNOWN: Readonly<Record<string, Pipeline>> = { general: GENERAL, reform, forests };
const CHOICES: [pipeline: string | undefined, of: string[] | undefined, taken: string][] = [
  [undefined, undefined, 'general'],
  ['general', undefined, 'general'],
  ['forests', ['reform', 'forests'], 'forests'],
  ['auto', ['forests', 'reform'], 'reform'],
  // None fits and none is called general.
  ['auto', ['forests'], 'general'],
  ['auto', [], 'general'],
];
test.each(CHOICES)('%s of %j is %s', async (pipeline, of, taken) => {
  const pipelines = of?.flatMap((name) => KNOWN[name] ?? []);
  const options = {
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(pipelines === undefined ? {} : { pipelines }),
  };
  expect((await extractPlan(bytes, options)).pipeline.name).toBe(taken);
});
