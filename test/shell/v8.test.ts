import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

test('settings of V8 are made by what is started, before anything else, and by nothing that others import', () => {
  const files = globSync('src/**/*.{ts,tsx}').sort();
  const importers = files.filter((file) =>
    /from '[./]+v8\.ts'|^import '[./]+v8\.ts'/mu.test(readFileSync(file, 'utf8')),
  );
  expect(importers).toEqual(['src/shell/cli.ts', 'src/shell/pool/worker.ts']);
  for (const file of importers) expect(/^import .*$/mu.exec(readFileSync(file, 'utf8'))?.[0]).toMatch(/v8\.ts'/u);
});
