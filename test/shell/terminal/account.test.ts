import { expect, test } from 'vitest';
import type { Coverage } from '../../../src/model/record.ts';
import { account } from '../../../src/shell/terminal/account.ts';
import { extracted } from '../../extract/make.ts';

const printed = (coverage: Coverage): string => {
  const { record } = extracted(['I. MỤC TIÊU', '1. Tối thiểu 80% hồ sơ giải quyết đúng hạn.']);
  return account({ record: { ...record, coverage }, mentions: [], figures: [] });
};

test('what was set aside is said with reason, place and words', () => {
  const said = printed({
    read: 40,
    furniture: 3,
    setAside: [
      { reason: 'struck', characters: 11, text: 'đạt 70%\nhồ sơ', page: 2 },
      { reason: 'not-read', characters: 0, where: 'word/embeddings/bang.xlsx' },
    ],
  });
  expect(said).toContain('read       40 letters and digits; 3 of page and site, 11 set aside');
  expect(said).toContain('Set aside (2)\n  struck (page 2): "đạt 70% hồ sơ"');
  expect(said).toContain('  not-read (word/embeddings/bang.xlsx): 0 letters and digits');
});

test('where nothing was set aside, nothing is said of it', () => {
  expect(printed({ read: 40, furniture: 0, setAside: [] })).not.toContain('Set aside (');
});

test('pages that were read from images are counted, and what read them', () => {
  const { record } = extracted(['I. MỤC TIÊU', '1. Tối thiểu 80% hồ sơ giải quyết đúng hạn.']);
  const { document } = record;
  const recognised = { pages: [1, 3], engine: 'tesseract 5.3', data: 'vie best_int 4.0.0' };
  const source = { ...document.source, recognised };
  const said = account({ record: { ...record, document: { ...document, source } }, mentions: [], figures: [] });
  expect(said).toContain('images     2 pages by tesseract 5.3, vie best_int 4.0.0');
  expect(account({ record, mentions: [], figures: [] })).not.toContain('images  ');
});
