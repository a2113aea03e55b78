import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { PlanRecord } from '../../src/model/record.ts';
import { processDocument } from '../../src/run.ts';
import { PIPELINES } from './make.ts';

// The annotated real plans, changed in ways that must not change what is found.
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const NAMES = ['phu-tho-2021-2025.txt', 'thua-thien-hue-2019.txt', 'tp-hcm-174-2025.txt', 'dong-thap-552-2035.txt'];
const there = existsSync(CORPUS);
if (!there) console.warn('skipped: the annotated plans (../shared/corpus) are not here');

/** What is found, without places and without white space. */
function found({ targets, tasks }: PlanRecord): string[] {
  const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');
  return [
    ...targets.map((t) =>
      [
        t.kind,
        t.status,
        t.path,
        t.area,
        t.quantity?.comparator,
        t.quantity?.value,
        t.quantity?.valueMax,
        t.quantity?.unit,
        t.direction,
        t.deadline?.type,
        t.deadline?.end,
        t.deadline?.rrule,
        t.agencies.map((a) => a.code).join(),
        plain(t.source.quote),
      ].join('|'),
    ),
    ...tasks.map((t) =>
      [
        t.path,
        plain(t.text),
        t.leads.map((a) => a.code).join(),
        t.cooperating.map((a) => a.code).join(),
        t.deadline?.type,
        t.deadline?.end,
        t.deadline?.rrule,
      ].join('|'),
    ),
  ];
}

async function read(text: string): Promise<PlanRecord> {
  return (await processDocument(new TextEncoder().encode(text), { uri: 'plan.txt', pipelines: PIPELINES })).record;
}

const CHANGES: [name: string, change: (text: string) => string, back?: (found: string) => string][] = [
  ['decomposed letters', (text) => text.normalize('NFD')],
  ['Windows line ends', (text) => text.replace(/\r?\n/gu, '\r\n')],
  ['no-break spaces', (text) => text.replace(/(?<=\p{L}) (?=\p{Ll})/gu, '\u00a0')],
  [
    'the other placement of tones',
    (text) => text.replaceAll('hóa', 'hoá').replaceAll('hòa', 'hoà').replaceAll('thủy', 'thuỷ').replaceAll('Ủy', 'Uỷ'),
    (f) => f.replaceAll('hoá', 'hóa').replaceAll('hoà', 'hòa').replaceAll('thuỷ', 'thủy').replaceAll('Uỷ', 'Ủy'),
  ],
  [
    'en dashes for hyphens in ranges',
    (text) => text.replace(/(?<=\d) - (?=\d)/gu, ' – '),
    (f) => f.replaceAll('–', '-'),
  ],
  [
    'a decimal that says the same',
    (text) => text.replace(/(?<![\d.,/])100%/gu, '100,0%'),
    (f) => f.replaceAll('100,0%', '100%'),
  ],
];

for (const name of NAMES) {
  /** Of the text as it stands, read once for all its changes. */
  let before: Promise<string[]> | undefined;
  test.skipIf(!there).each(CHANGES)(`${name}: %s`, async (_, change, back = (f) => f) => {
    const text = readFileSync(new URL(name, CORPUS), 'utf8');
    before ??= read(text).then(found);
    expect((await before).length).toBeGreaterThan(8);
    expect(found(await read(change(text))).map(back)).toEqual((await before).map(back));
  });
}

test.skipIf(!there)(
  'another province, letters with dots instead of brackets, "đến hết năm": the same figures',
  async () => {
    const text = readFileSync(new URL('phu-tho-2021-2025.txt', CORPUS), 'utf8');
    const figures = ({ targets }: PlanRecord): string[] =>
      targets.map((t) =>
        [t.path, t.quantity?.value, t.quantity?.comparator, t.deadline?.end, t.direction, t.levels.join()].join('|'),
      );
    const before = await read(text);
    const moved = await read(text.replaceAll('Phú Thọ', 'Quảng Nam').replaceAll('PHÚ THỌ', 'QUẢNG NAM'));
    expect(figures(moved)).toEqual(figures(before));
    expect(moved.document.province?.name).toBe('Quảng Nam');
    expect(figures(await read(text.replace(/^(\p{Ll})\) /gmu, '$1. ')))).toEqual(figures(before));
    expect(figures(await read(text.replace(/[Đđ]ến năm 2025/gu, 'đến hết năm 2025')))).toEqual(figures(before));
  },
);
