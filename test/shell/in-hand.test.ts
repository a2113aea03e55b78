import { expect, test } from 'vitest';
import { openInHand } from '../../src/shell/in-hand.ts';

test('named is what was begun last and is not done', () => {
  const told: string[] = [];
  const { begin, end } = openInHand((source) => told.push(source));
  begin('a');
  begin('b');
  begin('c');
  end('b');
  end('c');
  end('a');
  begin('d');
  expect(told).toEqual(['a', 'b', 'c', 'c', 'a', 'd']);
});

test('pages of what is named are told, others when their turn comes', () => {
  const told: string[] = [];
  const { begin, pages, end } = openInHand((source) => told.push(source));
  begin('a');
  begin('b');
  pages('b', { done: 1, of: 3 });
  pages('a', { done: 4, of: 9 });
  end('b');
  pages('b', { done: 2, of: 3 });
  expect(told).toEqual([
    'a',
    'b',
    'b (page 1 of 3 from its image)',
    'b (page 1 of 3 from its image)',
    'a (page 4 of 9 from its image)',
  ]);
});
