import { expect, test } from 'vitest';
import { binary } from '../../../src/read/doc/binary.ts';
import { type Change, CODE } from '../../../src/read/doc/properties.ts';
import { type StorySource, writeStory } from '../../../src/read/doc/story.ts';

const on = (code: number): Change => ({ code, operand: binary(Uint8Array.of(1)) });

const none: readonly [number, number] = [0, 0];
/** One paragraph whose stretches of characters have these properties. */
function sourceOf(...stretches: (readonly [text: string, changes: readonly Change[]])[]): StorySource {
  const text = `${stretches.map(([own]) => own).join('')}\r`;
  let at = 0;
  const characters = stretches.map(([own, changes]) => {
    const start = at;
    at += own.length;
    return { start, end: at, changes };
  });
  return {
    text,
    offsets: Int32Array.from(text, (_, place) => place),
    stories: { body: [0, text.length], footnotes: none, headers: none, endnotes: none, textBoxes: none },
    characters,
    paragraphs: [{ start: 0, end: text.length, changes: [], style: 0 }],
    fonts: [],
    references: new Map(),
  };
}
const written = (source: StorySource): string =>
  writeStory(source, source.stories.body)
    .replaceAll('<w:rPr></w:rPr>', '')
    .replaceAll(' xml:space="preserve"', '')
    .replace('<w:pPr><w:pStyle w:val="s0"/></w:pPr>', '');

test('deleted text is written as deleted, so that it can be told', () => {
  expect(written(sourceOf(['đạt ', []], ['80%', [on(CODE.deleted)]], ['90%', []]))).toBe(
    '<w:p><w:r><w:t>đạt </w:t></w:r><w:del><w:r><w:t>80%</w:t></w:r></w:del><w:r><w:t>90%</w:t></w:r></w:p>',
  );
});

test('pictures and objects are written as what is not read, data of form fields is nothing', () => {
  const picture = { code: CODE.picture, operand: binary(new Uint8Array(4)) };
  expect(
    written(
      sourceOf(
        ['a', []],
        ['\u0001', [picture]],
        ['\u0001', [picture, on(CODE.isObject)]],
        ['\u0001', [picture, on(CODE.isData)]],
      ),
    ),
  ).toBe(
    '<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict><w:imagedata/></w:pict></w:r><w:r><w:object><w:OLEObject/></w:object></w:r><w:r><w:t></w:t></w:r></w:p>',
  );
});
