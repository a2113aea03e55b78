import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { readDocx } from '../../../src/read/docx/docx.ts';
import { makeDocx, p, r } from './make-docx.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"';
const C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const O = 'xmlns:o="urn:schemas-microsoft-com:office:office"';
const drawing = (content: string): string => `<w:r><w:drawing>${content}</w:drawing></w:r>`;
const picture = (id: string): string => drawing(`<a:blip ${A} r:embed="${id}"/>`);
const chart = drawing(`<c:chart ${C} r:id="chart"/>`);
const diagram = drawing(`<dgm:relIds ${DGM} r:dm="data" r:lo="x"/>`);
const object = (program: string, id: string): string =>
  `<w:r><w:object><v:shape><v:imagedata r:id="p1"/></v:shape><o:OLEObject ${O} ProgID="${program}" r:id="${id}"/></w:object></w:r>`;
const links = (...targets: [id: string, type: string, target: string][]): string =>
  targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('');
const LINKS = links(
  ['p1', 'image', 'media/image1.png'],
  ['p2', 'image', 'media/image2.png'],
  ['chart', 'chart', 'charts/chart1.xml'],
  ['data', 'diagramData', 'diagrams/data1.xml'],
  ['book', 'package', 'embeddings/so-lieu.xlsx'],
  ['bin', 'oleObject', 'embeddings/oleObject1.bin'],
);
const pt = (id: string, text: string, type = 'node'): string =>
  `<dgm:pt modelId="${id}" type="${type}"><dgm:t><a:p><a:r><a:t>${text}</a:t></a:r></a:p></dgm:t></dgm:pt>`;
const cxn = (from: string, to: string, order: number, type = 'parOf'): string =>
  `<dgm:cxn type="${type}" srcId="${from}" destId="${to}" srcOrd="${order}"/>`;
const FILES = {
  'word/charts/chart1.xml': `<c:chartSpace ${C} ${A}><c:chart><c:title><a:t>Tỷ lệ </a:t><a:t>hộ nghèo</a:t></c:title><c:v>12</c:v></c:chart></c:chartSpace>`,
  'word/diagrams/data1.xml': `<dgm:dataModel ${DGM} ${A}><dgm:ptLst>${pt('0', '', 'doc')}${pt('3', 'Sở Nội vụ')}${pt('1', 'UBND tỉnh')}${pt('2', 'Đạt 90%')}${pt('4', 'đường nối', 'parTrans')}${pt('5', 'rời')}</dgm:ptLst><dgm:cxnLst>${cxn('1', '3', 1)}${cxn('1', '2', 0)}${cxn('0', '1', 0)}${cxn('0', '4', 0, 'presOf')}</dgm:cxnLst></dgm:dataModel>`,
};
const read = async (body: string) =>
  readDocx(makeDocx({ body, links: LINKS, files: FILES }), DEFAULT_LIMITS, loadKnowledge());

const NOT_READ: [name: string, content: string, message: string | undefined, where: string[]][] = [
  ['nothing', '', undefined, []],
  [
    'a logo',
    picture('p1'),
    '1 picture in the Word file was not read. Look there for figures of the plan.',
    ['word/media/image1.png'],
  ],
  [
    'pictures, one of them twice, and a chart',
    picture('p1') + picture('p2') + picture('p1') + chart,
    '3 pictures and 1 chart (“Tỷ lệ hộ nghèo”, word/charts/chart1.xml) in the Word file were not read. Look there for figures of the plan.',
    ['word/media/image1.png', 'word/media/image2.png', 'word/charts/chart1.xml'],
  ],
  [
    'objects, whose pictures show them',
    object('Excel.Sheet.12', 'book') + object('Package', 'bin') + object('Equation.DSMT4', 'bin2'),
    '1 embedded workbook (word/embeddings/so-lieu.xlsx), 1 formula as an object and 1 embedded object (word/embeddings/oleObject1.bin) in the Word file were not read. Look there for figures of the plan.',
    ['word/embeddings/so-lieu.xlsx', 'word/embeddings/oleObject1.bin', 'formula as an object'],
  ],
];
test.each(NOT_READ)('one message says what was not read: %s', async (_, content, message, where) => {
  const { blocks, issues, setAside = [] } = await read(`<w:p>${r('một')}${content}</w:p>`);
  expect(blocks.map(({ text }) => text)).toEqual(['một']);
  expect(issues.map((issue) => issue.message)).toEqual(message === undefined ? [] : [message]);
  expect(issues.every(({ code }) => code === 'content-not-read')).toBe(true);
  expect(setAside.map((one) => one.where)).toEqual(where);
  expect(setAside.every(({ reason }) => reason === 'not-read')).toBe(true);
});

test('a diagram is read, its shapes below those that they hang from', async () => {
  const { blocks, issues, setAside } = await read(`<w:p>${r('Sơ đồ')}${diagram}</w:p>${p('sau')}`);
  expect(blocks.map(({ text }) => text)).toEqual(['Sơ đồ', 'UBND tỉnh', 'Đạt 90%', 'Sở Nội vụ', 'rời', 'sau']);
  expect([issues, setAside]).toEqual([[], undefined]);
});

test('a picture in a text box is counted once, and its text is read', async () => {
  const box = drawing(
    `<wps:txbx><w:txbxContent>${p('trong khung')}<w:p>${picture('p1')}</w:p></w:txbxContent></wps:txbx>`,
  );
  const { blocks, issues } = await read(`<w:p>${r('một')}${box}</w:p>`);
  expect(blocks.map(({ text }) => text)).toEqual(['một', 'trong khung']);
  expect(issues.map(({ message }) => message.slice(0, 9))).toEqual(['1 picture']);
});

test('a file of nothing but an embedded workbook says so', async () => {
  await expect(read(`<w:p>${object('Excel.Sheet.12', 'book')}</w:p>`)).rejects.toMatchObject({
    code: 'no-content',
    message: expect.stringMatching(/holds no text\. 1 embedded workbook \(word\/embeddings\/so-lieu\.xlsx\)/u),
  });
});
