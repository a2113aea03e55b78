import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { type Claim, chooser } from '../../../src/read/encoding/choose.ts';
import type { LegacyEncoding } from '../../../src/read/encoding/encoding.ts';

const claim = (text: string, encoding?: LegacyEncoding): Claim => ({ text, encoding });
/** In what each paragraph is read where its font claims TCVN3, and where it claims nothing. */
const chosen = (...paragraphs: readonly (readonly Claim[])[]): (LegacyEncoding | undefined)[][] =>
  chooser(loadKnowledge())(paragraphs).map((choice) => [choice('tcvn3'), choice(undefined)]);

test('a font’s claim holds where the letters are those of its encoding', () => {
  expect(chosen([claim('KÕ ho¹ch c¶i c¸ch hµnh chÝnh', 'tcvn3')])).toEqual([['tcvn3', undefined]]);
});

test('Unicode text in a pre-Unicode font stays', () => {
  expect(chosen([claim('Kế hoạch cải cách hành chính', 'tcvn3')])).toEqual([[undefined, undefined]]);
});

test('a paragraph whose letters do not tell follows the others', () => {
  const bare = [claim('12 3456 ha', 'tcvn3')];
  expect(chosen(bare, [claim('KÕ ho¹ch c¶i c¸ch', 'tcvn3')])[0]).toEqual(['tcvn3', undefined]);
  expect(chosen(bare, [claim('Kế hoạch cải cách', 'tcvn3')])[0]).toEqual([undefined, undefined]);
});

test('where no font claims anything the letters decide', () => {
  const [found] = chosen([claim('KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña tØnh n¨m nay ®¹t nhiÒu kÕt qu¶ tèt')]);
  expect(found?.[1]).toBe('tcvn3');
});
