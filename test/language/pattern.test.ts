import { describe, expect, test } from 'vitest';
import {
  asWritten,
  inAllCases,
  vi,
  viAll,
  viCapitals,
  viMeaning,
  viPart,
  viSource,
  viWords,
} from '../../src/language/pattern.ts';

const PARTNER = viPart`với|cùng (với)?`;
const CASES: [name: string, pattern: RegExp, found: string[], silent: string[]][] = [
  [
    'a space is any white space, once or more',
    vi`phối hợp với`,
    ['phối hợp với', 'Phối  hợp\u00a0với', 'PHỐI HỢP\nVỚI'],
    ['phốihợp với'],
  ],
  [
    'an optional part takes its space along',
    vi`phối hợp (chặt chẽ)? với`,
    ['phối hợp với', 'phối hợp chặt chẽ với'],
    ['phối hợpvới', 'phối hợp chặt chẽvới', 'phối hợp lại với'],
  ],
  [
    'at the end the space before it',
    vi`trước ngày( \d+)?$`,
    ['trước ngày', 'trước ngày 30'],
    ['trước ngày30', 'trước ngày '],
  ],
  [
    'two optional parts at the end',
    vi`^báo cáo (hằng)? (năm)?$`,
    ['báo cáo', 'báo cáo hằng', 'báo cáo năm', 'báo cáo hằng năm'],
    ['báo cáohằng'],
  ],
  ['two optional parts in the midst', vi`^a (b)? (c)? d$`, ['a d', 'a b d', 'a c d', 'a b c d'], ['ad', 'a bc d']],
  ['one at the beginning', vi`^(các)? sở`, ['sở', 'các sở'], ['cácsở']],
  ['words are whole', vi`ban`, ['ban', 'Các ban.', '(ban)'], ['bản', 'bandân', 'ủyban', 'ban5']],
  ['edges are those of each alternative', vi`^ban|hội$|:`, ['ban', 'các hội', 'a:b'], ['các ban', 'hội viên', 'banh']],
  ['a sign at the end ends no word', vi`chủ trì:`, ['chủ trì:Sở', 'Chủ trì : '.replace(' :', ':')], ['chủ trì']],
  ['both placements of tones', vi`ủy quyền cho|hòa`, ['uỷ quyền cho', 'Ủy quyền cho', 'hoà', 'HÒA'], ['quyền cho']],
  [
    'plain groups capture nothing, named ones do',
    vi`(đến|hết) năm (?<year>\d{4})`,
    ['đến năm 2025'],
    ['đến năm 20255'],
  ],
  [
    'looks around stay as they are',
    vi`(?<!công tác )phối hợp(?! viên)`,
    ['phối hợp', 'và phối hợp'],
    ['công tác phối hợp', 'phối hợp viên'],
  ],
  ['repeated parts with their spaces', vi`^(rất )*tốt$`, ['tốt', 'rất tốt', 'rất rất tốt'], ['rấttốt']],
  [
    'lists and pieces may be put in',
    vi`phối hợp ${PARTNER} ${['sở', 'ủy ban']}`,
    ['phối hợp cùng với sở', 'phối hợp với uỷ ban'],
    ['phối hợp sở'],
  ],
  ['a class of signs at the end', vi`do[\s,;]`, ['do ', 'do,'], ['doanh ']],
];

describe.each(CASES)('%s', (_name, pattern, found, silent) => {
  test.each(found)('finds %j', (text) => expect(pattern.test(text)).toBe(true));
  test.each(silent)('stays silent in %j', (text) => expect(pattern.test(text)).toBe(false));
});

test('captures what is named and nothing else', () => {
  expect([...(vi`(đến|hết) năm (?<year>\d{4})`.exec('đến năm 2025') ?? [])]).toEqual(['đến năm 2025', '2025']);
  expect('sở và Sở'.match(viAll`sở`)).toEqual(['sở', 'Sở']);
});

test('what knows no Vietnamese, and brackets left open, are refused', () => {
  expect(() => vi`\bsở`).toThrow('knows no Vietnamese');
  expect(() => vi`(sở`).toThrow('not closed');
  expect(() => vi`sở)`).toThrow('bracket too many');
});

test('words in capitals alone, with both placements of tones', () => {
  const pattern = new RegExp(viSource`${viCapitals([{ word: 'ủy ban (kiểm tra)?' }, { word: 'mục \\d+' }])}`, 'u');
  for (const text of ['ỦY BAN', 'UỶ  BAN KIỂM TRA', 'MỤC 12']) expect(pattern.exec(text)?.[0]).toBe(text);
  for (const text of ['Ủy ban', 'ủy ban', 'ỦY BANG', 'mục 12']) expect(pattern.test(text)).toBe(false);
});

test('words as a table writes them', () => {
  const pattern = new RegExp(viSource`^${viWords([{ word: 'Ủy ban' }, { word: 'Căn cứ' }])}`, 'u');
  for (const text of ['Ủy ban', 'Uỷ ban', 'Căn cứ']) expect(pattern.test(text)).toBe(true);
  for (const text of ['ỦY BAN', 'ủy ban', 'căn cứ']) expect(pattern.test(text)).toBe(false);
});

test('words as they are written keep their case, in both placements of tones', () => {
  const name = new RegExp(`^${asWritten(['Ủy ban', 'Thừa Thiên - Huế'])}$`, 'u');
  expect(['Ủy ban', 'Uỷ  ban', 'Thừa Thiên – Huế'].filter((text) => name.test(text))).toHaveLength(3);
  expect(['ủy ban', 'UỶ BAN'].filter((text) => name.test(text))).toEqual([]);
  const party = new RegExp(`^${inAllCases(['ủy'])}$`, 'u');
  expect(['ủy', 'uỷ', 'Ủy', 'Uỷ', 'ỦY', 'UỶ'].filter((text) => party.test(text))).toHaveLength(6);
});

test('a table gives the words of a meaning', () => {
  const rows = [
    { word: 'giao (cho)?', means: ['hands'] },
    { word: 'gửi', means: ['informs'] },
  ];
  expect(['giao cho', 'giao', 'gửi'].filter((text) => vi`^${viMeaning(rows, 'hands')}$`.test(text))).toEqual([
    'giao cho',
    'giao',
  ]);
});
