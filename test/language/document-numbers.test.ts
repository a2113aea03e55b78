import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { formOfSymbol, normalNumber, numberSourcesOf, typeOfDocument } from '../../src/language/document-numbers.ts';

const knowledge = loadKnowledge();

test.each([
  [{ serial: '12', joint: '/', symbol: 'KH-UBND' }, '12/KH-UBND'],
  [{ serial: '76', joint: '/', symbol: 'NQ - CP' }, '76/NQ-CP'],
  [{ serial: '43', year: '2019', joint: '/', symbol: 'QH14' }, '43/2019/QH14'],
  [{ serial: '44', joint: '/', symbol: 'KH/TU' }, '44-KH/TU'],
  [{ serial: '30', joint: '-', symbol: 'TB/TGV' }, '30-TB/TGV'],
  [{ serial: '12', joint: '/' }, undefined],
  [{ serial: '12', joint: '/', symbol: 'QĐUBND' }, '12/QĐ-UBND'],
  [{ serial: '12', joint: '/', symbol: 'CĐ-TW' }, '12/CĐ-TW'],
  [{ serial: '12', joint: '/', symbol: 'QĐBYT' }, '12/QĐ-BYT'],
  [{ serial: '12', joint: '/', symbol: 'NĐCP', year: '2018' }, '12/2018/NĐ-CP'],
  [{ serial: '12', joint: '/', symbol: 'KTN.UBND' }, '12/KTN.UBND'],
  [{ serial: '12', joint: '/', symbol: 'KH.UBND' }, '12/KH-UBND'],
  [{ serial: '12', joint: '/', symbol: 'QC-TT.HĐND-UBND' }, '12/QC-TT.HĐND-UBND'],
  [{ serial: '12', joint: '/', symbol: 'UBND' }, '12/UBND'],
])('the usual form of %j is %s', (groups, number) => {
  expect(normalNumber(knowledge, groups)).toBe(number);
});

test.each([
  ['Số 12/QĐUBND ngày', '12/QĐ-UBND'],
  ['Công văn số 12/UBND về', '12/UBND'],
  ['Công văn số 12 /UBND- KGVX ngày', '12/UBND-KGVX'],
  ['văn bản 12/UBND - Sở Y tế', '12/UBND'],
  ['công văn 12/UBND-NC', '12/UBND-NC'],
  ['bán 12/UBNDX', undefined],
  ['5/ UBND các xã: Xây dựng kế hoạch', undefined],
  ['Số: 12/KH-TTgCỘNG HÒA', '12/KH-TTg'],
  ['số 12/UBND- KGVX', '12/UBND-KGVX'],
  ['Số:  214 / VPCP - KTN', '214/VPCP-KTN'],
  ['văn bản số 35/ UBND –TH chỉ đạo', '35/UBND-TH'],
  ['công văn 18/SNV - 20 trang', undefined],
])('the number in %s is %s', (text, number) => {
  const groups = new RegExp(numberSourcesOf(knowledge).NUMBER, 'u').exec(text)?.groups ?? {};
  expect(normalNumber(knowledge, groups)).toBe(number);
});

test.each([
  [{ symbol: 'NQ-CP' }, 'resolution'],
  [{ symbol: 'QĐ-TTg' }, 'decision'],
  [{ symbol: 'QH14', word: 'Luật' }, 'law'],
  [{ symbol: 'TT-BNV' }, 'circular'],
  [{ symbol: 'TT/TU' }, 'other'],
  [{ symbol: 'UBND-NC' }, 'official-letter'],
])('the kind of %j is %s', (groups, type) => {
  expect(typeOfDocument(knowledge, groups)).toBe(type);
});

test.each([
  ['KH', 'plan'],
  ['QĐ', 'decision'],
  ['NQ', 'resolution'],
  ['X', 'other'],
  ['UBND', 'official-dispatch'],
  ['TB', 'notice'],
  [null, 'other'],
])('the form of the symbol %s is %s', (symbol, form) => {
  expect(formOfSymbol(knowledge, symbol)).toBe(form);
});
