import { expect, test } from 'vitest';
import { exportFolder } from '../../../src/shell/export/export.ts';
import { outputWith, record, target } from './make.ts';

test('more than Excel is given is refused', async () => {
  const many = record(
    'a',
    Array.from({ length: 100_001 }, (_, i) => target(i + 1, 'x', { agencies: [] })),
  );
  const folder = await outputWith(many);
  await expect(exportFolder({ folder, format: 'xlsx', out: `${folder}/x.xlsx` })).rejects.toThrow(/csv, parquet/u);
});
