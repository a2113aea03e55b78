import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Extraction, extractRecord } from '../../src/extract/extract.ts';
import { type AnyRule, scan } from '../../src/extract/mentions/engine/rule.ts';
import type { Context } from '../../src/knowledge/context.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Block } from '../../src/model/block.ts';
import type { Mention } from '../../src/model/mention.ts';
import { Pipeline } from '../../src/model/pipeline.ts';
import type { Target } from '../../src/model/record.ts';

const pipelineOf = (name: string): Pipeline =>
  Pipeline.parse(parse(readFileSync(new URL(`../../pipelines/${name}.yaml`, import.meta.url), 'utf8')));
export const PIPELINES = ['administrative-reform', 'general'].map(pipelineOf);

/** One paragraph for each line; a line "a | b | c" is a row of the table around it, "" in a cell is an empty one. */
export function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let table = -1;
  let row = 0;
  for (const [i, line] of lines.entries()) {
    const cells = line.split(' | ');
    if (cells.length === 1) {
      blocks.push({ kind: 'paragraph', text: line, page: null });
      continue;
    }
    if (!(lines[i - 1]?.includes(' | ') ?? false)) {
      table++;
      row = 0;
    }
    for (const [column, text] of cells.entries()) {
      blocks.push({
        kind: 'cell',
        text: text.trim(),
        page: null,
        cell: { table, row, column, rowSpan: 1, columnSpan: 1 },
      });
    }
    row++;
  }
  return blocks;
}

/** A letterhead of a province that no rule names. */
export const LETTERHEAD = [
  'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Số: 77/KH-UBND',
  'Quảng Trị, ngày 12 tháng 3 năm 2022',
  'KẾ HOẠCH',
  'Cải cách hành chính giai đoạn 2022 - 2026',
];

/** What is extracted from lines of text that stand below a letterhead. */
export const extracted = (lines: readonly string[], letterhead: readonly string[] = LETTERHEAD): Extraction =>
  extractedOf(blocksOf([...letterhead, ...lines]));

/** What is extracted from the blocks of a text. */
export function extractedOf(blocks: readonly Block[]): Extraction {
  return extractRecord(
    { mediaType: 'text/plain', blocks: [...blocks], pages: null, issues: [] },
    { uri: 'test.txt', sha256: '0'.repeat(64), bytes: 1 },
    { knowledge: loadKnowledge(), pipelines: PIPELINES, pipeline: 'auto' },
  );
}

export const targetsOf = (lines: readonly string[]): readonly Target[] => extracted(lines).record.targets;

/** What one rule finds by itself, wherever in the text it may begin. */
export function scanAny(rule: AnyRule, text: string, context: Context): Mention[] {
  switch (rule.kind) {
    case 'quantity':
      return scan(rule, text, context);
    case 'deadline':
      return scan(rule, text, context);
    case 'agency':
      return scan(rule, text, context);
    case 'reference':
      return scan(rule, text, context);
    case 'inner':
      return scan(rule, text, context);
  }
}
