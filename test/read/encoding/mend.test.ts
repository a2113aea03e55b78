import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { menderOf } from '../../../src/read/encoding/mend.ts';

const PLAN = 'Kế hoạch năm 2026: tỷ lệ hồ sơ trực tuyến đạt trên 90% vào cuối năm.';
const latin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

test('a text in good order is let be', () => expect(menderOf(loadKnowledge(), PLAN)).toBeUndefined());

test('what was done several times over is undone step by step', () => {
  const entities = [...PLAN].map((c) => (c > '\u007f' ? `&#${c.charCodeAt(0)};` : c)).join('');
  const found = menderOf(
    loadKnowledge(),
    Array.from({ length: 5 }, () => entities.replaceAll('&', '\\u0026')).join('\\n- '),
  );
  expect(found?.mend(`${entities}\\n`)).toBe(`${PLAN}\n`);
  expect(found?.issues).toHaveLength(2);
});

test('more lost words than a reader can do without are a failure', () => {
  const lossy = latin(`${PLAN} ${PLAN} Thọ ngọn giờ đề nghị, giờ thề, họ mọi người về`).replace(
    /[\u0080-\u009f]/gu,
    '',
  );
  expect(() => menderOf(loadKnowledge(), lossy)).toThrow(expect.objectContaining({ code: 'text-unreadable' }));
});
