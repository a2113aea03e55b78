import { expect, test } from 'vitest';
import { placeReader } from '../../src/compare/place.ts';
import { matterOf } from '../../src/extract/document/matter.ts';
import { roleOfTitle } from '../../src/extract/document/section-roles.ts';
import { extractRecord } from '../../src/extract/extract.ts';
import { type Header, readHeader } from '../../src/extract/header/header.ts';
import { giverIn, speaksForCentre } from '../../src/extract/header/issuer.ts';
import { countsDistricts, levelSpoken, levelTold } from '../../src/extract/header/level-told.ts';
import { reportOf as issueReported } from '../../src/extract/header/news-sentence.ts';
import { periodEnacted, periodIssued, periodOf, periodTold } from '../../src/extract/header/period.ts';
import { provinceInText, provinceOfPlace } from '../../src/extract/header/province.ts';
import { findAgencies } from '../../src/extract/mentions/agencies/find.ts';
import { readAgencyList } from '../../src/extract/mentions/agencies/list.ts';
import { findMentions } from '../../src/extract/mentions/find.ts';
import { useOf } from '../../src/extract/tables/column-use.ts';
import { roleOfHeader, saysAims, settleRoles } from '../../src/extract/tables/columns.ts';
import { saysNothing } from '../../src/extract/tables/heads.ts';
import { leansOn } from '../../src/extract/tables/rows.ts';
import { charge } from '../../src/extract/tasks/duty-sections.ts';
import { facetOf } from '../../src/extract/tasks/list-facets.ts';
import { isDueColumn } from '../../src/extract/tasks/of-tables.ts';
import { type Knowledge, loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { WORD_TABLE_NAMES, type WordTables } from '../../src/knowledge/word-tables.ts';
import { levelCounted, levelsOf } from '../../src/language/levels.ts';
import { isCountingHead } from '../../src/language/table-heads.ts';
import { GENERAL } from '../../src/model/pipeline.ts';
import type { PlanRecord } from '../../src/model/record.ts';
import { paragraph } from '../../src/read/blocks.ts';
import { isPrompt } from '../../src/read/docx/leave-out.ts';
import { markFurniture } from '../../src/read/furniture/furniture.ts';
import { blocksOfHtml } from '../../src/read/html/html.ts';
import { dangling, isKindLine, isOpening, isTableHead } from '../../src/read/line-words.ts';
import { splitAtLabels } from '../../src/read/text/inline-items.ts';
import { letterheadLines } from '../../src/read/text/letterhead.ts';
import { codeOf } from '../catalogue/make.ts';
import { PHU_THO, plan } from '../compare/make.ts';
import { laid, MOTTO } from '../extract/header/make.ts';
import { blocksOf, LETTERHEAD } from '../extract/make.ts';

/** What is read in an item of the objectives of a plan, or below a heading of its own where the example is one. */
const recordOf = (knowledge: Knowledge, ...lines: readonly string[]): PlanRecord =>
  recordOfText(knowledge, ...LETTERHEAD, ...lines);

/** The same before the parts of a report. */
const reportOf = (knowledge: Knowledge, ...lines: readonly string[]): PlanRecord =>
  recordOfText(knowledge, ...REPORT, ...lines, 'I. KẾT QUẢ', '1. Đã giải quyết 90% hồ sơ.');
const REPORT = [`UBND TỈNH AN GIANG | ${MOTTO}`, 'Số: 9/BC-UBND', 'BÁO CÁO', 'Công tác năm 2022'];

function recordOfText(knowledge: Knowledge, ...lines: readonly string[]): PlanRecord {
  const { record } = extractRecord(
    { mediaType: 'text/plain', blocks: blocksOf(lines), pages: null, issues: [] },
    { uri: 'test.txt', sha256: '0'.repeat(64), bytes: 1 },
    { knowledge, pipelines: [GENERAL], pipeline: 'general' },
  );
  return record;
}

const tasksOf = (knowledge: Knowledge, ...lines: readonly string[]): unknown =>
  recordOf(knowledge, ...lines).tasks.map(({ text, leads, cooperating, deadline }) => [
    text,
    leads,
    cooperating,
    deadline,
  ]);

/** Duties of a section that agencies share, in which an example may stand as the third. */
const SHARED = [
  '1. Sở Y tế: Bố trí xe cứu thương tại các bãi tắm.',
  '2. Công an tỉnh: Tuần tra trên biển trong mùa bão.',
];
const agenciesIn = (knowledge: Knowledge, says: string): unknown =>
  findAgencies(says, { knowledge, year: 2022, date: '2022-03-01', singleYear: true });

const listedIn = (knowledge: Knowledge, says: string): unknown =>
  readAgencyList(says, { knowledge, year: 2022, date: '2022-03-01', singleYear: true });

/** A plan that was run together, in which an example begins an item, stands before a number and heads a part. */
const runTogether = (says: string): string =>
  `${'Căn cứ chương trình phát triển của tỉnh. '.repeat(15)}I. PHẦN CHUNG 1. ${says} Mọi người dân đều biết 2. Nhóm việc - ${says} một 3. Xem ở ${says} 4. Việc sau II. PHẦN RIÊNG 1. Việc khác`;

/** A line wrapped before its last capital. */
const wrapped = (line: string): string[] => {
  const words = line.split(' ');
  const last = words.findLastIndex((word) => /^\p{Lu}/u.test(word));
  return [words.slice(0, last).join(' '), words.slice(last).join(' ')];
};
/** The header of a document of some lines; " // " ends a line, " | " a cell, " / " a line inside a cell. */
const headerOf = (knowledge: Knowledge, ...lines: readonly string[]): Header =>
  readHeader(laid(...lines.flatMap((line) => line.split(' // '))), { knowledge });
const PLAN_BEGINS = [`UBND TỈNH AN GIANG | ${MOTTO}`, 'Số: 1/KH-UBND', 'KẾ HOẠCH', 'Năm 2022', 'I. MỤC TIÊU'];
const quantitiesIn = (knowledge: Knowledge, says: string): unknown =>
  findMentions(says, { knowledge, year: 2022, date: null, singleYear: false });

/** What is read in a numbered item: of the objectives, and among the tasks, where a figure may be reported. */
const itemOf = (knowledge: Knowledge, says: string): unknown =>
  recordOf(knowledge, 'I. MỤC TIÊU', `1. ${says}`, 'II. NHIỆM VỤ', `1. ${says}`);

/** What is read in an article that begins with plans. */
const storyOf = (knowledge: Knowledge, says: string): unknown =>
  recordOfText(knowledge, 'Hội nghị bàn kế hoạch năm', says).targets;

/** How the example of a row is read, by table. */
const READ: { readonly [Name in keyof WordTables]: (knowledge: Knowledge, says: string) => unknown } = {
  bodyWords: (knowledge, says) => [agenciesIn(knowledge, says), listedIn(knowledge, says)],
  bodyOpenings: (knowledge, says) => [
    headerOf(knowledge, 'KẾ HOẠCH', says),
    headerOf(knowledge, 'KẾ HOẠCH', `${says}:`),
    headerOf(knowledge, 'KẾ HOẠCH', 'CẢI CÁCH HÀNH CHÍNH', says),
    headerOf(knowledge, `SỞ TÀI CHÍNH | ${MOTTO}`, 'Số:    /KH-STC', says),
  ],
  clauseWords: (knowledge, says) => [itemOf(knowledge, says), storyOf(knowledge, says)],
  columns: (knowledge, says) => {
    const heads = says
      .split(' | ')
      .map((header) => ({ role: roleOfHeader(knowledge, header), header, inner: header, heads: [header] }));
    return settleRoles(knowledge, heads).map((column) => [
      column.role,
      useOf(knowledge, column, 2022),
      saysAims(knowledge, column.header),
      isDueColumn(knowledge, column.header),
      facetOf(knowledge, `${column.header}: x`, false).facet,
    ]);
  },
  compounds: itemOf,
  counterparts: itemOf,
  countedParts: itemOf,
  documentKinds: (knowledge, says) => [
    itemOf(knowledge, says),
    headerOf(knowledge, `SỞ TÀI CHÍNH | ${MOTTO}`, 'Số: 1/KH-STC', says, 'I. MỤC TIÊU'),
  ],
  duties: (knowledge, says) => {
    if (says.includes(' // ')) return recordOfText(knowledge, ...says.split(' // ')).tasks;
    const lines = says.split(' / ');
    const shared = ['III. TỔ CHỨC THỰC HIỆN', ...SHARED, ...lines];
    return [
      charge(knowledge, says),
      tasksOf(knowledge, ...(/^\d/u.test(says) ? shared : ['II. PHẦN CHUNG', ...lines, ...shared])),
    ];
  },
  figureWords: quantitiesIn,
  furniture: (knowledge, says) => markFurniture(knowledge, [paragraph(says)]),
  headWords: (knowledge, says) => saysNothing({ knowledge }, says),
  headings: (knowledge, says) => [
    roleOfTitle(knowledge, says),
    recordOf(knowledge, 'I. PHẦN CHUNG', says, '- Hoàn thành 90%.', '- Sở Nội vụ báo cáo.'),
  ],
  issueWords: (knowledge, says) => [
    periodTold(knowledge, says, 2022),
    periodIssued(knowledge, says, 2022),
    periodEnacted(knowledge, says, 2022),
    periodOf(knowledge, says, 2022),
    issueReported(knowledge, says),
    levelTold(knowledge, 'Tin tức', says),
    levelTold(knowledge, says, ''),
    levelSpoken(knowledge, says),
    countsDistricts(knowledge, says),
    giverIn(knowledge, says),
    speaksForCentre(knowledge, says),
  ],
  items: (knowledge, says) => splitAtLabels(knowledge, runTogether(says)),
  linkWords: (knowledge, says) => [
    recordOf(knowledge, says, 'I. MỤC TIÊU', '1. 100% hồ sơ được giải quyết.').document.replaces,
    reportOf(knowledge, says).document.reportsOn,
  ],
  lines: (knowledge, says) => [
    dangling(knowledge, says),
    isKindLine(knowledge, says),
    isOpening(knowledge, says),
    letterheadLines(knowledge, wrapped(says)),
    isTableHead(knowledge, says),
    isCountingHead(knowledge, says),
  ],
  markup: (knowledge, says) =>
    blocksOfHtml(knowledge, `<div class="${says}">Tin</div><p>${'Tỉnh đề ra các chỉ tiêu cụ thể. '.repeat(9)}</p>`),
  measures: itemOf,
  mottoes: (knowledge, says) =>
    headerOf(knowledge, 'SỞ TÀI CHÍNH', 'Số: 41/KH-STC', says, 'PHÁT TRIỂN KINH TẾ SỐ NĂM 2022'),
  narrowingWords: (knowledge, says) => {
    const [unit = '', text = '', heading] = says.split(' | ');
    const under = heading === undefined ? {} : { indicator: { text: `${heading}: ${text}`, under: [heading] } };
    return codeOf(text, unit, { ...under, source: { quote: says } }, knowledge);
  },
  newsMarks: (knowledge, says) => headerOf(knowledge, 'Sở Nội vụ sơ kết công tác', says),
  officeWords: (knowledge, says) => [
    headerOf(knowledge, says),
    provinceInText(knowledge, says, null),
    headerOf(knowledge, ...PLAN_BEGINS, 'Nơi nhận:', says, 'Lê Văn Phước').signers,
    itemOf(knowledge, says),
  ],
  matterWords: (knowledge, says) => matterOf(knowledge, { form: 'other', title: says }),
  placeKinds: (knowledge, says) => [
    headerOf(knowledge, `${says} | ĐẢNG CỘNG SẢN VIỆT NAM`, 'Số 88-KH/TU'),
    provinceOfPlace(knowledge, says, null),
  ],
  reachWords: (knowledge, says) => placeReader(knowledge)(says, null, plan('d', PHU_THO, [])),
  timeWords: (knowledge, says) =>
    [false, true].map((singleYear) => findMentions(says, { knowledge, year: 2022, date: null, singleYear })),
  titleWords: (knowledge, says) => [
    headerOf(knowledge, says),
    headerOf(knowledge, 'KẾ HOẠCH', 'Năm 2022', says),
    headerOf(knowledge, `SỞ TÀI CHÍNH | ${MOTTO}`, 'Số: 41/QĐ-STC', says),
  ],
  statementWords: (knowledge, says) => [itemOf(knowledge, says), storyOf(knowledge, says)],
  verbs: itemOf,
  leanings: (knowledge, says) => leansOn(knowledge, says),
  levels: (knowledge, says) => [
    levelsOf(knowledge, says, '', null),
    levelsOf(knowledge, says, 'rank', null),
    levelCounted(knowledge, says),
  ],
  prompts: isPrompt,
  ranks: (knowledge, says) => [quantitiesIn(knowledge, says), itemOf(knowledge, says)],
  roles: agenciesIn,
};

/** Patterns are built anew for each row: the longest tables take half a minute where nothing else runs, and minutes where much does. */
const PATIENCE = 300_000;

test.each(WORD_TABLE_NAMES)('%s: no row that changes nothing', { timeout: PATIENCE }, (name) => {
  const knowledge = loadKnowledge();
  const rows: readonly { readonly word: string; readonly says: string }[] = knowledge[name];
  const read = (tables: Knowledge, says: string): string => JSON.stringify(READ[name](tables, says));
  const whole = rows.map(({ says }) => read(knowledge, says));
  const idle = rows.filter(
    ({ says }, i) =>
      read({ ...knowledge, [name]: rows.filter((_, other) => other !== i) } as Knowledge, says) === whole[i],
  );
  expect(idle.map(({ word }) => word)).toEqual([]);
});
