import { expect, test } from 'vitest';
import { folderWith, ingestWith, snapshot } from '../make.ts';
import { openBench, until } from './make.ts';

test('1,000 small documents, and Redis keeps no more of them than are under way', async () => {
  const bench = await openBench();
  const files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, i) => [`in/${i}.txt`, `Số ${i}\n- Đạt ${i % 97}%`]),
  );
  const folder = await folderWith(files);
  await Promise.all([bench.worker(), bench.worker()]);
  let most = 0;
  let over = false;
  const looking = until(async () => {
    const blobs = (await bench.keys()).filter((key) => key.includes(':blob:')).length;
    most = Math.max(most, blobs);
    return over;
  }, 200);
  const result = await bench.submit([`${folder}/in`], `${folder}/out`, { inFlight: 24 });
  over = true;
  await looking;
  expect(result.outcomes).toMatchObject({ new: 1000, failed: 0 });
  // Of each at most the bytes and the answer.
  expect(most).toBeLessThanOrEqual(48);
  await ingestWith([`${folder}/in`], `${folder}/plain`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
}, 120_000);
