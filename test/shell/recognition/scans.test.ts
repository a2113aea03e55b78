import { expect, test } from 'vitest';
import type { PlanRecord } from '../../../src/model/record.ts';
import type { Reason } from '../../../src/shell/failure.ts';
import { advised } from '../../../src/shell/recognition/advice.ts';
import { DATA_NAME, type Engine } from '../../../src/shell/recognition/engine.ts';
import { type ScansMade, sameScans, scansIn, wantedScans } from '../../../src/shell/recognition/scans.ts';

const SAME: [what: string, before: ScansMade | undefined, now: ScansMade | undefined, same: boolean][] = [
  ['nothing is known of scans now', { ocr: 'auto', had: true }, undefined, true],
  ['nothing was known of scans before', undefined, { ocr: 'auto' }, false],
  ['no such pages: another engine', { ocr: 'auto', by: 'a', had: false }, { ocr: 'auto', by: 'b' }, true],
  ['no such pages: off', { ocr: 'auto', by: 'a', had: false }, { ocr: 'off' }, true],
  ['no such pages, but all are to be read', { ocr: 'auto', by: 'a', had: false }, { ocr: 'force', by: 'a' }, false],
  ['all were read, now only what must be', { ocr: 'force', by: 'a', had: true }, { ocr: 'auto', by: 'a' }, false],
  ['such pages: the same engine', { ocr: 'auto', by: 'a', had: true }, { ocr: 'auto', by: 'a' }, true],
  ['such pages: another engine', { ocr: 'auto', by: 'a', had: true }, { ocr: 'auto', by: 'b' }, false],
  ['such pages: an engine that was not there', { ocr: 'auto', had: true }, { ocr: 'auto', by: 'b' }, false],
  ['such pages: workers elsewhere', { ocr: 'auto', by: 'a', had: true }, { ocr: 'auto' }, true],
  ['such pages: off', { ocr: 'auto', by: 'a', had: true }, { ocr: 'off' }, false],
  ['such pages: more of them', { ocr: 'auto', pages: 2, by: 'a', had: true }, { ocr: 'auto', by: 'a' }, false],
  ['such pages: as many', { ocr: 'auto', pages: 2, by: 'a', had: true }, { ocr: 'auto', pages: 2, by: 'a' }, true],
];
test.each(SAME)('%s', (_, before, now, same) => {
  expect(sameScans(before, now)).toBe(same);
});

const ENGINE: Engine = { kind: 'program', name: 'tesseract 5.3', path: 'x' };

test('what is wanted is what is asked, by engine and data', () => {
  expect(wantedScans({ asked: { ocr: 'auto', pages: 3 }, engine: ENGINE })).toEqual({
    ocr: 'auto',
    pages: 3,
    by: `tesseract 5.3, ${DATA_NAME}`,
  });
  expect(wantedScans({ asked: { ocr: 'off' } })).toEqual({ ocr: 'off' });
});

/** Of a record only what is looked at. */
const record = (source: object, ...codes: string[]): PlanRecord =>
  ({ document: { source }, warnings: codes.map((code) => ({ code, message: '' })) }) as unknown as PlanRecord;

test('a record tells of pages that were read from images, or could have been', () => {
  const recognised = { pages: [1], engine: 'a 1.0', data: 'b 2' };
  expect(scansIn(record({ recognised }, 'page-recognised'))).toEqual({ by: 'a 1.0, b 2', had: true });
  expect(scansIn(record({}, 'page-without-text'))).toEqual({ had: true });
  expect(scansIn(record({}, 'figure-unused', 'page-unreadable'))).toEqual({ had: true });
  expect(scansIn(record({}, 'figure-unused'))).toEqual({ had: false });
});

const NO_TEXT: Reason = { stage: 'read', code: 'no-text-layer', message: 'No text.' };

test('a failure of images says what would let them be read, where nothing did', () => {
  expect(advised(NO_TEXT, { asked: { ocr: 'auto' } }).message).toBe(
    'No text. Install what reads images of text: npm install tesseract.js-core @tesseract.js-data/vie.',
  );
  expect(advised(NO_TEXT, { asked: { ocr: 'off' } }).message).toMatch(/^No text\. .*--ocr off/u);
  expect(advised(NO_TEXT, { asked: { ocr: 'auto' }, engine: ENGINE })).toEqual(NO_TEXT);
  expect(advised(NO_TEXT, undefined)).toEqual(NO_TEXT);
  const other: Reason = { ...NO_TEXT, code: 'file-corrupt' };
  expect(advised(other, { asked: { ocr: 'auto' } })).toEqual(other);
});
