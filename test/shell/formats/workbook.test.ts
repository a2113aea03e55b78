import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Sheet, workbook } from '../../../src/shell/formats/workbook.ts';

const SHEET: Sheet = {
  name: 'Số liệu',
  heads: ['Tên', 'Giá trị'],
  headStyle: { fontWeight: 'bold' },
  rows: [],
  widths: [20],
  fixed: 1,
  wrapped: false,
};

async function partsOf(...sheets: Sheet[]): Promise<(name: string) => string> {
  const parts = unzipSync(new Uint8Array(await workbook(sheets)));
  return (name) => strFromU8(parts[`xl/${name}.xml`] ?? new Uint8Array());
}

test('rows stand behind the head, each text once, text as text', async () => {
  const rows = [
    ['=1+1', 2.5],
    ['Tên', null],
    [null, ''],
    [true, '<&>'],
  ];
  const part = await partsOf({ ...SHEET, rows });
  const sheet = part('worksheets/sheet1');
  expect(/<sheetData>(?<rows>.*)<\/sheetData>/u.exec(sheet)?.groups?.rows).toBe(
    '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>2.5</v></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>0</v></c></row>' +
      '<row r="4"/>' +
      '<row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="s"><v>3</v></c></row>',
  );
  expect(sheet).toContain('<autoFilter ref="A1:B5"/>');
  expect(part('sharedStrings')).toMatch(
    /<si><t>Tên<\/t><\/si><si><t>Giá trị<\/t><\/si><si><t>=1\+1<\/t><\/si><si><t>&lt;&amp;&gt;<\/t><\/si><\/sst>$/u,
  );
});

test('cells for people are wrapped, numbers stand at the top; texts are counted through all sheets', async () => {
  const part = await partsOf(
    { ...SHEET, rows: [['một', 1]] },
    {
      ...SHEET,
      name: 'Hai',
      wrapped: true,
      rows: [
        ['hai', 2],
        [' một ', 3],
      ],
    },
  );
  const [, second = ''] = part('worksheets/sheet2').split('</row>');
  const style = (cell: string): string | undefined =>
    new RegExp(`r="${cell}" s="(?<style>\\d+)"`, 'u').exec(second)?.groups?.style;
  const styles = part('styles').match(/<xf [^>]*>(?:<alignment[^>]*>)?/gu) ?? [];
  expect(styles[Number(style('A2'))]).toContain('wrapText="1"');
  expect(styles[Number(style('B2'))]).toContain('<alignment vertical="top"/>');
  expect(part('worksheets/sheet2')).toContain('<c r="A1" s="1" t="s"><v>0</v></c>');
  expect(part('sharedStrings')).toContain('<si><t xml:space="preserve"> một </t></si>');
});

test('more texts than are made into bytes at a time, and longer than a cell holds', async () => {
  const rows = Array.from({ length: 3000 }, (_, i): [string, number] => [`${i} ${'kế hoạch '.repeat(20)}`, i]);
  const part = await partsOf({ ...SHEET, rows: [...rows, ['x'.repeat(40_000), 0]] });
  const texts = part('sharedStrings').match(/<si>/gu);
  expect(texts).toHaveLength(2 + rows.length + 1);
  expect(part('sharedStrings').match(/x+/gu)?.at(-1)).toHaveLength(32_767);
  expect(part('worksheets/sheet1').match(/<row r="\d+">/gu)).toHaveLength(rows.length + 2);
});
