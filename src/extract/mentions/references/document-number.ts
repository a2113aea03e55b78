import { built } from '../../../knowledge/knowledge.ts';
import { isoDate } from '../../../language/calendar.ts';
import { normalNumber, numberSourcesOf, typeOfDocument } from '../../../language/document-numbers.ts';
import { issuerAt } from '../agencies/names.ts';
import type { MentionRule } from '../engine/rule.ts';

const NGAY = '(?:ngày|Ngày|NGÀY)';
const THANG = '(?:tháng|THÁNG)';
const NAM = '(?:năm|NĂM)';
const WRITTEN = String.raw`(?<day>\d{1,2})\s{1,3}${THANG}\s{1,3}(?<month>\d{1,2})\s{1,3}${NAM}\s{1,3}(?<of>\d{4})`;
const SHORT = String.raw`(?<day2>\d{1,2})\s?[/.-]\s?(?<month2>\d{1,2})\s?[/.-]\s?(?<of2>\d{4})`;
const DATE = String.raw`\s{0,3},?\s{0,3}(?:${NGAY}\s{1,3})+(?:${WRITTEN}|${SHORT})`;
/** Looked at, not taken: another number may stand in it. */
const BY = String.raw`(?=(?:\s{0,3},?\s{0,3}(?:của|CỦA)\s{1,3}(?<by>[^;:.,()]{2,90}))?)`;

/**
 * "Kế hoạch số 526/KH-UBND ngày 08/02/2021 của UBND tỉnh" · "Chương trình hành động số 01-CTr/TU" · "Nghị định 107/2020/NĐ- CP" ·
 * "Luật số 35/2024/QH15" · "Công văn số 8935/BNV-CTTN&BĐG ngày 03 tháng 10 năm 2025"
 */
export const documentNumber = built(
  ['documentSymbols'],
  (tables): MentionRule<'reference'> => ({
    id: 'reference.number',
    kind: 'reference',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}]|\d[.,/])(?:${numberSourcesOf(tables).KIND})?${numberSourcesOf(tables).NUMBER}(?:${DATE})?${BY}`,
      'gu',
    ),
    read(groups, { knowledge }) {
      const number = normalNumber(knowledge, groups);
      if (number === undefined) return undefined;
      const { day, month, of, day2, month2, of2, by } = groups;
      const year = of ?? of2;
      const date = year === undefined ? undefined : isoDate(year, month ?? month2 ?? '', day ?? day2 ?? '');
      return {
        value: {
          number,
          type: typeOfDocument(knowledge, groups),
          date: date ?? null,
          issuer: by === undefined ? null : (issuerAt(knowledge, by) ?? null),
        },
      };
    },
  }),
);
