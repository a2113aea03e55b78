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
