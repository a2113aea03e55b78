// Writes docs/indicators.md: every indicator code of the pipelines, what it means and how it is told. `--check` only looks.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const FILE = 'docs/indicators.md';
const BETTER = { higher: '↑', lower: '↓', neither: '' };
const cell = (text) => text.replaceAll('|', '\\|');

const parts = readdirSync('pipelines')
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => parse(readFileSync(`pipelines/${name}`, 'utf8')))
  .filter(({ indicators }) => indicators.length > 0)
  .map(({ name, version, areas, indicators }) => [
    `## ${name} ${version}`,
    ...areas.flatMap((area) => {
      const own = indicators.filter((indicator) => indicator.area === area.code);
      if (own.length === 0) return [];
      return [
        `### ${area.code}: ${area.label.vi} · ${area.label.en}`,
        [
          '| code | chỉ tiêu | indicator | unit | better | told by | told apart by | asked for by |',
          '| --- | --- | --- | --- | --- | --- | --- | --- |',
          ...own.map(({ code, label, unit, better, change, mean, all, none = [], source = [] }) => {
            const words = all.map((group) => group.join(' / ')).join(' **and** ');
            const kind =
              [unit].flat().join(' / ') + (change === undefined ? '' : mean === true ? ', mean change' : ', change');
            const cells = [
              label.vi,
              label.en,
              kind,
              BETTER[better],
              words,
              none.join(' / '),
              [source].flat().join(', '),
            ];
            return `| \`${code}\` | ${cells.map(cell).join(' | ')} |`;
          }),
        ].join('\n'),
      ];
    }),
  ]);
const page = `${[
  '# Indicator codes',
  'Made from `pipelines/*.yaml` by `npm run indicators`. A target carries a code where each group of words is met by what it measures, none of the words that tell it apart stands there, and the unit is the same; of several codes the one with the longest words, and none where two fit alike. Abbreviations are written out first (TTHC: thủ tục hành chính). A code means the same in every pipeline; ↑ more is better, ↓ less is better.',
  'A code means the whole measure. What is counted first ("hợp tác xã", "hồ sơ") must be what the indicator counts; a kind, a group or a place that is less than the whole ("chăn nuôi", "trẻ em", "miền núi") must be named by the indicator itself; what stands behind "so với" or "trên tổng số" is only compared with. A unit with "change" is a rise or a cut and never a level, one without it never a rise, and a cut is no rise; a mean change is that of several years. These words are in `src/knowledge/tables/narrowing-words.json`, one list for every indicator.',
  ...parts.flat(),
].join('\n\n')}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, page);
else if (readFileSync(FILE, 'utf8') !== page) {
  process.stderr.write(`${FILE} is not what the pipelines say: run npm run indicators\n`);
  process.exit(1);
}
