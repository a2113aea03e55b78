import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Block } from '../../src/model/block.ts';
import { judgeLetters } from '../../src/read/vietnamese.ts';

const PLAN =
  'Kế hoạch phát triển du lịch năm 2026. Mục tiêu: đón 450 nghìn lượt khách, tỷ lệ phòng nghỉ được sử dụng đạt 65%. Sở Văn hóa chủ trì, phối hợp với các sở, ngành và địa phương triển khai thực hiện; báo cáo kết quả trước ngày 15 tháng 12 hằng năm.';
const bare = (text: string): string =>
  text.replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFD').replace(/\p{M}/gu, '');

const NAMES =
  'An Giang,Bac Kan,Ben Tre,Ca Mau,Can Tho,Cao Bang,Dak Lak,Dien Bien,Dong Nai,Gia Lai,Ha Nam,Hoa Binh,Ha Noi,Hai Phong'.split(
    ',',
  );

/** What is said of a text: a code of a warning or of a failure. */
function judged(text: string, more: Partial<Block> = {}): string {
  try {
    return judgeLetters(loadKnowledge(), [{ kind: 'paragraph', text, page: null, ...more }])
      .map(({ code }) => code)
      .join();
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test.each([
  ['in good order', PLAN, ''],
  ['in capitals', PLAN.toUpperCase(), ''],
  ['without marks', bare(PLAN), 'text-unreadable'],
  ['without marks, in capitals', bare(PLAN).toUpperCase(), 'text-unreadable'],
  ['with signs for letters', PLAN.replace(/[^\0-\u007f]/gu, '?'), 'text-unreadable'],
  ['with boxes for letters', PLAN.replace(/[^\0-\u007f]/gu, '\ufffd'), 'text-unreadable'],
  [
    'in English',
    'The province will welcome four hundred thousand visitors in 2026, with 65% of all rooms in use; the department reports on the results before 15 December of every year, and all districts take part in the work.',
    'not-vietnamese',
  ],
  [
    'a table of names in English',
    `Hotel rooms by province\n${NAMES.map((name, i) => `${i + 1}\n${name}\n${i + 40}`).join('\n')}`,
    'not-vietnamese',
  ],
  [
    'a list of names without marks',
    `Ten tinh\n${NAMES.map((name, i) => `${name} ${i + 40} xa`).join('\n')}`,
    'not-vietnamese',
  ],
  [
    'a long list of names without marks',
    NAMES.map((name, i) => `${name} ${i + 40} xa, ${i} phuong`).join('\n'),
    'not-vietnamese',
  ],
  ['a list of names in good order', NAMES.map((name, i) => `${name}, Quảng Ngãi: ${i + 40} xã`).join('\n'), ''],
  [
    'a short plan without marks, with names',
    `${bare(PLAN).slice(0, 170)} ${NAMES.slice(0, 4).join(', ')}`,
    'text-unreadable',
  ],
  ['too short to tell', 'Ke hoach nam 2026', ''],
  ['half of it without marks', `${PLAN} ${bare(PLAN)}`, ''],
  [
    'names beside Vietnamese',
    `${PLAN} Microsoft Windows Server, Google Chrome, Red Hat Enterprise Linux, Oracle Database`,
    '',
  ],
  ['questions', `${PLAN} Ai làm? Làm gì? Bao giờ? Vì sao?và ở đâu?`, ''],
])('%s', (_, text, code) => expect(judged(text)).toBe(code));

test('menus are not judged', () => expect(judged(bare(PLAN), { furniture: 'menu' })).toBe(''));
