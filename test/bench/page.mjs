// How fast the comparison page is over many plans: node test/bench/page.mjs [plans] [measures]. Needs a build and a Chromium. The
// plans are made up: each states some measures of the catalogue and some in words of its own.
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import { browserPath } from '../../scripts/browser.mjs';
import { CLI, node, print } from './measure.mjs';

const PLANS = Number(process.argv[2] ?? 500);
const MEASURES = Number(process.argv[3] ?? 5000);
/** Of the catalogue in each plan, and in words of its own. */
const [CODED, WORDED] = [40, 50];
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OBJECTS =
  'hồ sơ,trường học,trạm y tế,hợp tác xã,doanh nghiệp,tuyến đường,thôn bản,hộ gia đình,công trình,cán bộ,khu công nghiệp,di tích,thư viện,chợ,bến xe,hồ chứa'.split(
    ',',
  );
const STATES =
  'đạt chuẩn,được nâng cấp,được kiểm tra,được số hóa,kết nối mạng,có nước sạch,được đào tạo,hoàn thành,được công nhận,có hệ thống xử lý,được bảo trì,áp dụng tiêu chuẩn'.split(
    ',',
  );
const PLACES =
  'vùng núi,ven biển,đô thị,nông thôn,biên giới,hải đảo,trung du,đồng bằng,khu kinh tế,cụm dân cư,làng nghề,vùng đệm,lưu vực,cửa khẩu,hạ du,thượng nguồn,nội thành,ngoại thành,liên xã,tuyến huyện,khu mới,vùng sâu,vùng lõi,ven đô,vành đai,cửa sông'.split(
    ',',
  );

/** The same numbers in each run. */
let seed = 7;
const random = (n) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * n);
};

const { before } = JSON.parse(readFileSync(join(ROOT, 'src/knowledge/tables/provinces.json'), 'utf8'));
const { topic, indicators } = parse(readFileSync(join(ROOT, 'pipelines/administrative-reform.yaml'), 'utf8'));
const { indicators: more } = parse(readFileSync(join(ROOT, 'pipelines/digital-transformation.yaml'), 'utf8'));
const catalogue = [...indicators, ...more].filter(({ units }) => units === undefined || units.includes('%'));
const worded = Array.from({ length: Math.max(0, MEASURES - catalogue.length) }, (_, i) => {
  const at = (list, step) => list[Math.floor(i / step) % list.length];
  return `tỷ lệ ${at(OBJECTS, 1)} ${at(PLACES, OBJECTS.length)} ${at(STATES, OBJECTS.length * PLACES.length)} nhóm ${i}`;
});

function targetOf(document, n, code, text, area, value, year, start) {
  const quote = `Tỷ lệ ${text} đạt từ ${value}% trở lên`;
  return {
    document,
    id: `${document}#t${n}`,
    key: `k${n}`,
    kind: 'quantified',
    status: 'target',
    path: `II.${n}`,
    area,
    indicator: { text, under: [], code, ...(code === null ? {} : { match: { words: [], sure: 0.95 } }) },
    quantity: { comparator: '>=', value, valueMax: null, unit: '%', text: `từ ${value}% trở lên` },
    direction: 'reach',
    baseline: null,
    condition: null,
    levels: [],
    deadline: {
      text: `đến năm ${year}`,
      type: 'by',
      start: null,
      end: `${year}-12-31`,
      rrule: null,
      planYearOffset: 0,
      exclusive: false,
      basis: 'inherited',
    },
    agencies: [
      {
        role: 'lead',
        code: 'so-noi-vu',
        name: 'Sở Nội vụ',
        text: 'Sở Nội vụ',
        basis: 'explicit',
        source: { quote: 'Sở Nội vụ', start, end: start + 9, page: 2 },
      },
    ],
    source: { quote, start, end: start + quote.length, page: 1 + (n % 9) },
    confidence: 0.9,
  };
}

async function makeFolder(folder) {
  mkdirSync(join(folder, 'documents'), { recursive: true });
  const files = ['documents', 'targets'].map((name) => createWriteStream(join(folder, `${name}.ndjson`)));
  const areas = [...new Set(catalogue.map(({ area }) => area))];
  const names = before.map(({ code, name }) => ({ code, name }));
  const first = names.findIndex(({ name }) => name === 'Phú Thọ');
  for (let i = 0; i < PLANS; i++) {
    const { code, name } = names[(first + i) % names.length];
    const issued = 2016 + (Math.floor(i / names.length) % 8);
    const year = issued + 2 + random(3);
    const id = `plan-${i}`;
    files[0].write(
      `${JSON.stringify({
        id,
        form: 'plan',
        number: `${100 + i}/KH-UBND`,
        title: `Kế hoạch cải cách hành chính tỉnh ${name}, lần ${i}`,
        issuer: { code: 'ubnd-tinh', name: `Ủy ban nhân dân tỉnh ${name}` },
        province: { code, iso: null, name, set: 63, basis: 'header' },
        level: 'province',
        issuedOn: `${issued}-03-0${1 + (i % 9)}`,
        period: { start: `${issued}-01-01`, end: `${year}-12-31` },
        topic,
        signers: [],
        sha256: '0'.repeat(64),
        source: { uri: `plans/${id}.docx`, mediaType: 'text/plain', bytes: 1, pages: null },
        document: id,
        sections: 0,
        targets: CODED + WORDED,
        tasks: 0,
        references: 0,
        warnings: [],
        pipeline: { name: topic, version: '1.0.0' },
        schemaVersion: '1.4.0',
      })}\n`,
    );
    let text = '';
    const used = new Set();
    for (let n = 0; n < CODED + WORDED; n++) {
      const at = n < CODED ? random(catalogue.length) : catalogue.length + random(worded.length);
      if (used.has(at)) continue;
      used.add(at);
      const known = catalogue[at];
      const words = known === undefined ? worded[at - catalogue.length] : known.label.vi;
      const value = 40 + random(60);
      const due = random(3) === 0 ? year : 2025;
      const target = targetOf(
        id,
        n,
        known?.code ?? null,
        words,
        known?.area ?? areas[(at * 7) % areas.length],
        value,
        due,
        text.length,
      );
      text += `${target.source.quote}. Các cơ quan, đơn vị, địa phương rà soát, tổ chức thực hiện và báo cáo định kỳ.\n`;
      files[1].write(`${JSON.stringify(target)}\n`);
    }
    writeFileSync(join(folder, 'documents', `${id}.txt`), text);
  }
  for (const file of files) {
    file.end();
    await finished(file);
  }
}

const sizeOf = (path) => statSync(path).size / 1e6;

/** Milliseconds until the page has drawn what an action changes. */
const timed = (page, action) =>
  page.evaluate(`(async () => {
    const begin = performance.now();
    ${action};
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begin;
  })()`);

async function measured(page, url) {
  const found = {};
  const begin = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector('.strip .chip');
  found['first view'] = performance.now() - begin;
  await page.waitForTimeout(1500);
  const type = (text) =>
    `const box = document.querySelector('#search'); box.value = ${JSON.stringify(text)}; box.dispatchEvent(new Event('input', { bubbles: true }))`;
  found['search "ho so"'] = await timed(page, type('ho so'));
  found['search "lam dong"'] = await timed(page, type('lam dong'));
  found['search emptied'] = await timed(page, type(''));
  found['all measures'] = await timed(page, `document.querySelector('.told input').click()`);
  found['search in all'] = await timed(page, type('truong hoc nong thon'));
  found['emptied again'] = await timed(page, type(''));
  const begun = performance.now();
  await page.waitForSelector('[data-open]');
  await page.evaluate(`document.querySelector('[data-open]').click()`);
  await page.waitForSelector('.sheet blockquote');
  found['detail with its quote'] = performance.now() - begun;
  found['next measure'] = await timed(page, `dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }))`);
  found['detail closed'] = await timed(page, `dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))`);
  found.scrolled = await timed(page, 'scrollTo(0, document.body.scrollHeight / 2)');
  for (const view of ['matrix', 'cover', 'change', 'strips'])
    found[`view ${view}`] = await timed(page, `document.querySelector('#tab-${view}').click()`);
  found['nodes in the page'] = await page.evaluate('document.querySelectorAll("*").length');
  return found;
}

const executablePath = browserPath();
if (executablePath === undefined) {
  process.stdout.write('No Chromium was found: the page was not measured. Install one, or name it in CHROMIUM.\n');
  process.exit(0);
}
const folder = process.env.KEEP ?? mkdtempSync(join(tmpdir(), 'kehoach-bench-'));
try {
  await makeFolder(folder);
  const out = join(folder, 'page.html');
  const { wall, memory } = await node([CLI, 'compare', '--in', folder, '--format', 'html', '--out', out]);
  const beside = readdirSync(folder).includes('page_files') ? readdirSync(join(folder, 'page_files')) : [];
  const all = beside.reduce((sum, name) => sum + sizeOf(join(folder, 'page_files', name)), 0);
  print('the page', [
    ['made in s', 'MB of memory', 'page in MB', 'files beside it', 'their MB'],
    [wall.toFixed(1), Math.round(memory), sizeOf(out).toFixed(2), beside.length, all.toFixed(1)],
  ]);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const found = await measured(page, pathToFileURL(out).href);
  const measures = await page.evaluate('document.querySelector(".told b")?.textContent');
  print('in the browser', [['what', 'ms'], ...Object.entries(found).map(([what, ms]) => [what, Math.round(ms)])]);
  process.stdout.write(`${measures}\n`);
  await browser.close();
} finally {
  if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true });
}
