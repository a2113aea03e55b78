import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/extract/document/text.ts';
import { extractRecord } from '../../../src/extract/extract.ts';
import { withLegibleHeader } from '../../../src/extract/header/legible.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Block, ReadResult } from '../../../src/model/block.ts';
import type { Declared } from '../../../src/model/declared.ts';
import { GENERAL } from '../../../src/model/pipeline.ts';

const LETTERHEAD = [
  'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ',
  'Số: 310/KH-UBND',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Phú Thọ, ngày 24 tháng 11 năm 2025',
  'KẾ HOẠCH',
  'Chuyển đổi số năm 2026',
];
const BODY = [
  'I. MỤC TIÊU',
  '1. Tỷ lệ hồ sơ trực tuyến đạt 90% vào năm 2026.',
  '2. Tỷ lệ văn bản được ký số đạt 100% vào năm 2026.',
];

/** A scan of these lines on which some words are doubtful. */
function scanOf(doubtful: readonly string[], pages: readonly number[] = [1]): ReadResult {
  const blocks = [...LETTERHEAD, ...BODY].map((text): Block => {
    const doubts = doubtful.flatMap((word) => {
      const start = text.indexOf(word);
      return start < 0 ? [] : [{ start, end: start + word.length }];
    });
    return { kind: 'paragraph', text, page: 1, ...(doubts.length === 0 ? {} : { doubts }) };
  });
  const recognised = { pages: [...pages], engine: 'none', data: 'none' };
  return { mediaType: 'application/pdf', blocks, pages: 1, issues: [], recognised };
}

const recordOf = (read: ReadResult) =>
  extractRecord(
    read,
    { uri: 'a.pdf', sha256: 'a'.repeat(64), bytes: 1 },
    { knowledge: loadKnowledge(), pipeline: 'auto', pipelines: [GENERAL] },
  ).record;

describe('figures that may be misread', () => {
  it('make the record on them worth less, with a warning at their place', () => {
    const [sure, doubted] = [recordOf(scanOf([])), recordOf(scanOf(['90%']))];
    const [first, second] = doubted.targets;
    expect(sure.targets.map(({ quantity }) => quantity?.value)).toEqual([90, 100]);
    expect(first?.confidence).toBeCloseTo((sure.targets[0]?.confidence ?? 0) / 2, 1);
    expect(second?.confidence).toBe(sure.targets[1]?.confidence);
    const warning = doubted.warnings.find(({ code }) => code === 'figure-doubtful');
    expect(warning?.source?.quote).toBe('90%');
    expect(sure.warnings.map(({ code }) => code)).not.toContain('figure-doubtful');
  });

  it('counts the year of the deadline', () => {
    const read = scanOf([]);
    const blocks = read.blocks.map((block) =>
      block.text.startsWith('1.') ? { ...block, doubts: [{ start: 42, end: 46 }] } : block,
    );
    expect(blocks.find(({ text }) => text.startsWith('1.'))?.text.slice(42, 46)).toBe('2026');
    const { warnings, targets } = recordOf({ ...read, blocks });
    expect(warnings.filter(({ code }) => code === 'figure-doubtful')).toHaveLength(1);
    expect(targets[0]?.confidence).toBeLessThan(targets[1]?.confidence ?? 0);
  });

  it('takes a quarter with its year, and no other time of that year', () => {
    const read = scanOf([]);
    const texts = [
      ...LETTERHEAD,
      'I. MỤC TIÊU',
      '1. Tỷ lệ hồ sơ số đạt 90% trong Quý II/2026.',
      '2. Tỷ lệ máy mới đạt 80%.',
    ];
    const blocks = texts.map((text): Block => {
      const start = text.indexOf('II/2026');
      return { kind: 'paragraph', text, page: 1, ...(start < 0 ? {} : { doubts: [{ start, end: start + 7 }] }) };
    });
    const [doubted, sure] = [blocks, blocks.map(({ doubts: _, ...block }) => block)].map((all) =>
      recordOf({ ...read, blocks: all }),
    );
    expect(sure?.targets.map(({ deadline }) => deadline?.end)).toEqual(['2026-06-30', '2026-12-31']);
    expect(doubted?.targets[0]?.confidence).toBeLessThan(sure?.targets[0]?.confidence ?? 0);
    expect(doubted?.targets[1]?.confidence).toBe(sure?.targets[1]?.confidence);
  });

  it('counts the cell of a time beside its task', () => {
    const rows = [
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian thực hiện'],
      ['1', 'Xây dựng phần mềm quản lý hồ sơ', 'Sở Nội vụ', 'Quý II/2026'],
      ['2', 'Tổ chức tập huấn cho cán bộ cấp xã', 'Sở Nội vụ', 'Quý II/2026'],
    ];
    const cells = rows.flatMap((row, i) =>
      row.map((text, column): Block => {
        const doubts = i === 1 && column === 3 ? [{ start: 4, end: 11 }] : [];
        const cell = { table: 0, row: i, column, rowSpan: 1, columnSpan: 1 };
        return { kind: 'cell', text, page: 1, cell, ...(doubts.length === 0 ? {} : { doubts }) };
      }),
    );
    const read = scanOf([]);
    const { tasks, warnings } = recordOf({ ...read, blocks: [...read.blocks, ...cells] });
    expect(tasks.map(({ deadline }) => deadline?.text)).toEqual(['Quý II/2026', 'Quý II/2026']);
    expect(tasks[0]?.confidence).toBeLessThan(tasks[1]?.confidence ?? 0);
    expect(warnings.filter(({ code }) => code === 'figure-doubtful')).toHaveLength(1);
  });

  it('warns of those that no record holds too, and lowers nothing for them', () => {
    const { warnings, targets } = recordOf(scanOf(['310']));
    const found = warnings.filter(({ code }) => code === 'figure-doubtful');
    expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(/^"310" .* No target and no task/u)]);
    expect(targets.map(({ confidence }) => confidence)).toEqual(recordOf(scanOf([])).targets.map((t) => t.confidence));
  });

  it('says nothing of labels, and how many figures more there are behind a hundred', () => {
    const read = scanOf(['1.', '2.']);
    const codes = recordOf(read).warnings.map(({ code }) => code);
    expect(codes).not.toContain('figure-doubtful');
    const many = Array.from({ length: 120 }, (_, i) => `số ${i + 500}`);
    const blocks = many.map((text): Block => ({ kind: 'paragraph', text, page: 1, doubts: [{ start: 3, end: 6 }] }));
    const warnings = recordOf({ ...read, blocks: [...read.blocks, ...blocks] }).warnings;
    const found = warnings.filter(({ code }) => code === 'figure-doubtful');
    expect(found).toHaveLength(100);
    expect(found.at(-1)?.message).toMatch(/20 more figures/u);
  });
});

describe('a number and date that may be misread', () => {
  const headerOf = (read: ReadResult, declared?: Declared) =>
    withLegibleHeader(read, layOut(read.blocks), {
      knowledge: loadKnowledge(),
      ...(declared === undefined ? {} : { declared }),
    });

  it('are there where nothing is doubtful', () => {
    const { header, warnings } = headerOf(scanOf([]));
    expect(header).toMatchObject({ number: '310/KH-UBND', issuedOn: '2025-11-24' });
    expect(warnings).toEqual([]);
  });

  it.each([
    [['310/KH-UBND'], { number: null, issuedOn: '2025-11-24' }, 'number'],
    [['24'], { number: '310/KH-UBND', issuedOn: null }, 'date'],
    [['310/KH-UBND', '11'], { number: null, issuedOn: null }, 'number and date'],
  ])('are null on %j', (words, fields, named) => {
    const { header, warnings } = headerOf(scanOf(words));
    expect(header).toMatchObject(fields);
    expect(warnings).toMatchObject([{ code: 'header-not-legible' }]);
    expect(warnings[0]?.message).toContain(`The ${named} of the document`);
  });

  it('are those that are declared, where they may be misread', () => {
    const declared = { number: '318/KH-UBND', issuedOn: '2024-11-21' };
    const { header, warnings } = headerOf(scanOf(['310/KH-UBND', '11']), declared);
    expect(header).toMatchObject(declared);
    expect(warnings).toEqual([]);
  });

  it('are their own, whatever is declared, where they are read surely', () => {
    const declared = { number: '318/KH-UBND', issuedOn: '2024-11-21' };
    expect(headerOf(scanOf([]), declared).header).toMatchObject({ number: '310/KH-UBND', issuedOn: '2025-11-24' });
    const { header, warnings } = headerOf(scanOf(['310/KH-UBND']), { issuedOn: '2024-11-21' });
    expect(header).toMatchObject({ number: null, issuedOn: '2025-11-24' });
    expect(warnings).toMatchObject([{ code: 'header-not-legible' }]);
  });

  it('stand though the year of the title or of the body is doubtful', () => {
    expect(headerOf(scanOf(['2026'])).header).toMatchObject({ number: '310/KH-UBND', issuedOn: '2025-11-24' });
  });

  it('are missed only on a first page that was read from an image', () => {
    const read = scanOf(['310/KH-UBND'], [2]);
    expect(headerOf(read).header.number).toBe('310/KH-UBND');
    const { recognised: _, ...painted } = read;
    expect(headerOf(painted).warnings).toEqual([]);
  });
});
