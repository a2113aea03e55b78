import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserPath } from '../../../scripts/browser.mjs';
import { comparePlans } from '../../../src/compare/compare.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Comparison } from '../../../src/model/comparison.ts';
import type { Target } from '../../../src/model/record.ts';
import { comparisonHtml, type PageLimits } from '../../../src/shell/formats/comparison-html.ts';
import { choosePipelines } from '../../../src/shell/pipelines.ts';
import { due, HUE, LAM_DONG, PHU_THO, PHU_THO_NEW, plan, target } from '../../compare/make.ts';

/** A browser of the system's; the tests of the page are left out where there is none. */
export const BROWSER = browserPath();

export const QUOTE = '80% hồ sơ <b>nộp</b> trực tuyến';
const AN_GIANG = { code: '89', iso: null, name: 'An Giang', set: 63, basis: 'header' } as const;
const NAM_DINH = { code: '36', iso: null, name: 'Nam Định', set: 63, basis: 'header' } as const;

const coded = (code: string, value: number, more: Partial<Target> = {}): Target =>
  target(`đo ${code}`, value, { indicator: { text: `đo ${code}`, code }, area: 'digital-government', ...more });

const FILES = 'digital-government.files-online';
const WORK = 'digital-government.work-files-online';
const RANK = 'outcomes.par-index-rank';
const Y2026 = { deadline: due('2026-12-31') };
const P2026 = { start: '2026-01-01', end: '2026-12-31' };

function rank(value: number): Target {
  return coded(RANK, 0, {
    quantity: { comparator: '<=', value, valueMax: null, unit: 'rank', text: '' },
    area: 'outcomes',
    ...Y2026,
  });
}

/** Phú Thọ in two plans beside five others and the country: every kind of figure once. */
export const PLANS = [
  plan(
    'a',
    PHU_THO,
    [
      coded(FILES, 70),
      target('chi cho công chức được bồi dưỡng', { value: 1250.5e9, unit: 'VND' }, { area: 'civil-service' }),
    ],
    { number: '10/KH-UBND', issuedOn: '2021-02-03', title: 'KẾ HOẠCH cải cách hành chính giai đoạn 2021 - 2025' },
  ),
  plan(
    'b',
    PHU_THO_NEW,
    [
      coded(FILES, 80, {
        ...Y2026,
        source: { quote: QUOTE, start: 6, end: 6 + QUOTE.length, page: 2 },
        quantity: { comparator: '>=', value: 80, valueMax: null, unit: '%', text: '80%' },
      }),
      coded(WORK, 100, Y2026),
      rank(10),
    ],
    {
      number: '20/KH-UBND',
      issuedOn: '2026-01-05',
      period: P2026,
      issuer: { code: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh Phú Thọ' },
      title: 'KẾ HOẠCH cải cách hành chính năm 2026 & 100% {số}',
    },
  ),
  plan('c', LAM_DONG, [coded(FILES, 75, Y2026), coded(WORK, 100, Y2026), rank(8)], {
    number: '907/KH-UBND',
    issuedOn: '2025-12-26',
    period: P2026,
  }),
  plan('d', HUE, [coded(FILES, 90, Y2026), target('số trạm y tế xã', { value: 12, unit: 'trạm' }, { area: null })], {
    number: '30/KH-UBND',
    issuedOn: '2026-01-02',
    period: P2026,
  }),
  plan(
    'e',
    NAM_DINH,
    [
      coded(FILES, 95, {
        deadline: due('2030-12-31'),
        indicator: { text: `đo ${FILES}`, code: FILES, match: { words: [], sure: 0.6 } },
      }),
    ],
    {
      number: '40/KH-UBND',
      issuedOn: '2026-01-03',
    },
  ),
  plan('g', AN_GIANG, [coded(FILES, 72, { deadline: due('2025-12-31') })], {
    number: '60/KH-UBND',
    issuedOn: '2021-03-03',
  }),
  plan('f', null, [coded(FILES, 85, { deadline: due('2030-12-31') })], {
    level: 'central',
    number: '50/QĐ-TTg',
    issuedOn: '2025-05-05',
    issuer: { code: 'thu-tuong', name: 'Thủ tướng Chính phủ' },
  }),
];

/** The page in a browser, with all that went wrong in it. */
export interface Shown {
  readonly page: Page;
  readonly comparison: Comparison;
  readonly url: string;
  readonly folder: string;
  readonly faults: string[];
  readonly end: () => Promise<void>;
}

export async function show(plans: Parameters<typeof comparePlans>[1] = PLANS, limits?: PageLimits): Promise<Shown> {
  const folder = await mkdtemp(join(tmpdir(), 'kehoach-'));
  await mkdir(join(folder, 'documents'));
  await writeFile(join(folder, 'documents', 'b.txt'), `Trước ${QUOTE} sau đó`);
  await writeFile(
    join(folder, 'failures.ndjson'),
    `${JSON.stringify({ source: 'plans/<i>scan</i>.pdf', stage: 'read', code: 'no-text-layer', message: 'Run OCR first.' })}\n`,
  );
  const lines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');
  const source = { uri: 'https://vi.example/ke-hoach.pdf', mediaType: 'application/pdf', bytes: 1, pages: 3 };
  await writeFile(join(folder, 'documents.ndjson'), lines(plans.map(({ header }) => ({ ...header, source }))));
  await writeFile(join(folder, 'tasks.ndjson'), '');
  await writeFile(join(folder, 'targets.ndjson'), lines(plans.flatMap(({ targets }) => targets)));
  const { pipelines } = await choosePipelines();
  const comparison = comparePlans(loadKnowledge(), plans, { pipelines, base: [PHU_THO, PHU_THO_NEW] });
  const out = join(folder, 'page.html');
  const { page: text, folder: beside, files } = await comparisonHtml(comparison, pipelines, { folder, out, limits });
  await writeFile(out, text);
  if (files.size > 0) await mkdir(join(folder, beside));
  for (const [name, part] of files) await writeFile(join(folder, beside, name), part());
  const browser: Browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:file|blob):/u.test(request.url())) faults.push(request.url());
  });
  return {
    page,
    comparison,
    url: pathToFileURL(out).href,
    folder,
    faults,
    end: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
