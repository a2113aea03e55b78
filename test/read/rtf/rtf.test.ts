import { expect, onTestFinished, test, vi } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import type { ErrorCode } from '../../../src/model/errors.ts';
import { Interpreter } from '../../../src/read/rtf/interpret.ts';
import { readRtf } from '../../../src/read/rtf/rtf.ts';

const FONTS =
  '{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman{\\*\\falt Tahoma};}{\\f1\\fcharset0 .VnTime;}{\\f2 .VnTimeH;}{\\f3\\fcharset163 Arial;}{\\f4 VNI-Times;}}';
/** A document, written with the escapes of RTF. */
const rtf = (content: string): Buffer =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}{\\info{\\title Tên tệp}}${content}}`, 'latin1');
/** Unicode text as Word escapes it. */
const u = (text: string): string =>
  [...text].map((letter) => (letter < '\u0080' ? letter : `\\u${letter.charCodeAt(0)}?`)).join('');
const read = async (content: string) => readRtf(rtf(content), DEFAULT_LIMITS, loadKnowledge());

const PRINTED: [name: string, content: string, printed: string[]][] = [
  [
    'Unicode letters, with as many bytes for old programs as are announced',
    `\\pard ${u('Kế hoạch')}\\par {\\uc2 h\\u7841\\'61\\'61n}\\par`,
    ['Kế hoạch', 'hạn'],
  ],
  ['a byte of Windows-1258 with its tone behind it', "\\f3 Vi\\'ea\\'f2t Nam\\par", ['Việt Nam']],
  [
    'fonts of TCVN3 and VNI',
    "\\f2 \\'f1y ban\\par \\f1 nh\\'a9n d\\'a9n t\\'d8nh\\par \\f4 thaønh phoá, quaän Thuû Ñöùc\\par",
    ['ỦY BAN', 'nhân dân tỉnh', 'thành phố, quận Thủ Đức'],
  ],
  [
    'labels as stored, bullets as a dash or a plus',
    `{\\listtext\\tab I.\\tab}${u('Mục tiêu')}\\par {\\*\\pn\\pnlvlblt}{\\pntext\\u8226?\\tab}${u('hồ sơ')}\\par {\\listtext +\\tab}x\\par`,
    ['I. Mục tiêu', '- hồ sơ', '+ x'],
  ],
  [
    'deleted and hidden text, codes of fields',
    `a{\\deleted b}{\\v c}{\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 7}}d\\par`,
    ['a7d'],
  ],
  [
    'signs and breaks',
    `12\\_15\\~t\\'fd{\\emdash}{\\ldblquote}x{\\rdblquote}\\line - y;\\par`,
    ['12-15 tý—“x”', '- y;'],
  ],
  [
    'unknown groups',
    `{\\*\\unknown bỏ}{\\pict 0102}{\\*\\shppict{\\pict 00}}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt khung\\par}}}x\\par`,
    ['khung', 'x'],
  ],
];
test.each(PRINTED)('%s', async (_, content, printed) => {
  const { blocks, mediaType } = await read(content);
  expect(mediaType).toBe('application/rtf');
  expect(blocks.map(({ text }) => text)).toEqual(printed);
});

test('what is struck out, hidden or deleted is left out and told', async () => {
  const { blocks, setAside, issues } = await read(
    `a {\\strike 80%} 90%{\\striked1  b}{\\striked0  c}\\strike  d\\strike0  e\\par {\\v 7%}f{\\deleted 6%}{\\mvf 5%}{\\strike\\plain g}\\par \\trowd\\cellx1000\\cellx2000\\intbl h{\\strike 4%}\\cell 3%\\cell\\row\\trowd\\cellx1000\\cellx2000\\intbl i\\cell j\\cell\\row\\pard`,
  );
  expect(blocks.map(({ text }) => text)).toEqual(['a 90% c e', 'fg', 'h', '3%', 'i', 'j']);
  expect(setAside?.map(({ reason, text }) => `${reason} ${text}`)).toEqual([
    'struck 6%',
    'struck 5%',
    'struck 80%',
    'struck b',
    'struck d',
    'hidden 7%',
    'struck 4%',
  ]);
  expect(issues.map(({ code }) => code)).toEqual(['struck-text', 'hidden-text']);
});

test.each([
  ['45{\\super 2} x', '45[2] x'],
  ['12{\\super 1}{\\super 2}% y', '12[12]% y'],
  ['3 x 10{\\super 6} USD', '3 x 10⁶ USD'],
  ['250 m{\\super 2}', '250 m2'],
  ['85{\\up6 1}%', '85[1]%'],
  ['CO{\\sub 2}', 'CO2'],
  ['45{\\super\\nosupersub 2} x', '452 x'],
  ['45\\super 2\\plain  x', '45[2] x'],
  ['a{\\up2 b} 45{\\up2 2}', 'ab 452'],
])('raised figures: %s', async (content, printed) => {
  const { blocks } = await read(`${content}\\par`);
  expect(blocks.map(({ text }) => text)).toEqual([printed]);
});

test('tables with cells merged both ways', async () => {
  const { blocks } = await read(
    [
      '\\trowd\\trleft0\\clvmgf\\cellx1000\\cellx2000\\clmrg\\cellx3000\\pard\\intbl TT\\cell Nam\\cell\\cell\\row',
      '\\trowd\\trleft0\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\intbl\\cell 2024\\cell 2025\\cell\\row',
      '\\trowd\\trleft0\\cellx1015\\cellx3000\\intbl 1\\cell 70%\\par 80%\\cell\\row\\pard sau\\par',
    ].join(''),
  );
  expect(blocks.map(({ text, cell }) => [text, cell?.row, cell?.column, cell?.rowSpan, cell?.columnSpan])).toEqual([
    ['TT', 0, 0, 2, 1],
    ['Nam', 0, 1, 1, 2],
    ['2024', 1, 1, 1, 1],
    ['2025', 1, 2, 1, 1],
    ['1', 2, 0, 1, 1],
    ['70%\n80%', 2, 1, 1, 2],
    ['sau', undefined, undefined, undefined, undefined],
  ]);
});

test('pictures and objects are told as not read; what an object shows as text is read', async () => {
  const { blocks, issues } = await read(
    'a{\\pict 00}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}{\\object\\objemb{\\*\\objclass Excel.Sheet.12}{\\*\\objdata 0105}{\\result{\\pict 00}b}}c\\par',
  );
  expect(blocks.map(({ text }) => text)).toEqual(['abc']);
  expect(issues.map(({ message }) => message)).toEqual([
    '2 pictures and 1 embedded object in the Word file were not read. Look there for figures of the plan.',
  ]);
});

test('formulas', async () => {
  const third =
    '{\\mmath{\\*\\moMath{\\mf{\\mfPr{\\*\\mctrlPr b}}{\\mnum{\\mr 2}}{\\mden{\\mr 3}}}}}{\\*\\mmathPict{\\pict 00}}';
  const power = '{\\mmath{\\*\\moMath{\\msSup{\\me{\\mr 10}}{\\msup{\\mr 6}}}}}';
  const { blocks } = await read(`a ${third} b, ${power} USD\\par`);
  expect(blocks.map(({ text }) => text)).toEqual(['a 2/3 b, 10⁶ USD']);
});

test('headers, footers and footnotes', async () => {
  const { blocks } = await read(
    '{\\header UBND\\par}{\\footer\\pard {\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par}m\\u7897?t{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} Theo Lu\\u7853?t.} hai\\par',
  );
  expect(blocks.map(({ kind, text, furniture }) => [kind, text, furniture])).toEqual([
    ['heading', 'UBND', 'page-header'],
    ['paragraph', 'một[1] hai', undefined],
    ['footnote', '[1] Theo Luật.', undefined],
    ['paragraph', '3', 'page-number'],
  ]);
});

const BAD: [name: string, bytes: Uint8Array, code: ErrorCode][] = [
  ['an empty file', new Uint8Array(), 'file-empty'],
  ['another file', Buffer.from('PK'), 'format-unsupported'],
  ['a file without text', rtf('\\par'), 'no-content'],
  ['a picture that is said to be larger than the file', rtf('{\\pict\\bin2000000000 x}abc\\par'), 'file-corrupt'],
];
test.each(BAD)('%s is refused', async (_, bytes, code) => {
  await expect(readRtf(bytes, DEFAULT_LIMITS, loadKnowledge())).rejects.toMatchObject({
    name: 'PlanError',
    code,
    stage: 'read',
  });
});

test('a file cut short, and one of nothing but groups', async () => {
  const { blocks } = await readRtf(rtf('a\\par b{\\b c').subarray(0, -1), DEFAULT_LIMITS, loadKnowledge());
  expect(blocks.map(({ text }) => text)).toEqual(['a', 'bc']);
  const deep = await readRtf(
    rtf(`${'{'.repeat(200_000)}x${'}'.repeat(200_000)}\\par`),
    DEFAULT_LIMITS,
    loadKnowledge(),
  );
  expect(deep.blocks.map(({ text }) => text)).toEqual(['x']);
});

test('letters that are written one by one are one run', () => {
  const interpreter = new Interpreter();
  for (const letter of 'Kế hoạch \u{1f600}\ud83d'.split(''))
    interpreter.take({ kind: 'word', word: 'u', number: letter.charCodeAt(0) });
  interpreter.take({ kind: 'word', word: 'b', number: undefined });
  interpreter.take({ kind: 'text', bytes: Buffer.from('?a') });
  interpreter.take({ kind: 'word', word: 'tab', number: undefined });
  interpreter.take({ kind: 'text', bytes: Buffer.from('b') });
  expect(
    [...interpreter.end().body.matchAll(/<w:t[ >][^<]*<|<w:tab\/>/gu)].map(([run]) => run.replace(/ .*?>/u, '>')),
  ).toEqual(['<w:t>Kế hoạch \u{1f600}<', '<w:t>a<', '<w:tab/>', '<w:t>b<']);
});

test('bytes in hexadecimal that are none are read as zero, without a word', async () => {
  const printed = vi.spyOn(console, 'warn').mockReturnValue();
  onTestFinished(() => printed.mockRestore());
  const { blocks } = await read(`a\\'4g \\\\'zz \\'zz\\'g1${"\\'--".repeat(1000)}x\\par`);
  expect(blocks.map(({ text }) => text)).toEqual(["a@ \\'zz x"]);
  expect(printed).not.toHaveBeenCalled();
});
