import { expect, test } from 'vitest';
import { binary } from '../../../src/read/doc/binary.ts';
import { type Change, CODE } from '../../../src/read/doc/properties.ts';
import { type StorySource, writeStory } from '../../../src/read/doc/story.ts';

const on = (code: number): Change => ({ code, operand: binary(Uint8Array.of(1)) });

test('deleted text is written as deleted, so that it can be told', () => {
  const text = 'đạt 80%90%\r';
  const none: readonly [number, number] = [0, 0];
  const source: StorySource = {
    text,
    offsets: Int32Array.from(text, (_, at) => at),
    stories: { body: [0, text.length], footnotes: none, headers: none, endnotes: none, textBoxes: none },
    characters: [
      { start: 0, end: 4, changes: [] },
      { start: 4, end: 7, changes: [on(CODE.deleted)] },
      { start: 7, end: 11, changes: [] },
    ],
    paragraphs: [{ start: 0, end: 11, changes: [], style: 0 }],
    fonts: [],
    references: new Map(),
  };
  const run = (content: string): string => `<w:r><w:rPr></w:rPr><w:t xml:space="preserve">${content}</w:t></w:r>`;
  expect(writeStory(source, [0, text.length])).toBe(
    `<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr>${run('đạt ')}<w:del>${run('80%')}</w:del>${run('90%')}</w:p>`,
  );
});
