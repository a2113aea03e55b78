import { expect, test } from 'vitest';
import { hear, type KnownFacts, type Page, type Witness } from '../../../src/extract/header/facts.ts';

const page = {} as Page;
const said = (gives: Witness['gives'], facts: KnownFacts): Witness => ({ gives, says: () => facts });

test('the first that knows a fact gives it', () => {
  const first = said(['number', 'issuedOn'], { number: '7/KH-UBND', issuedOn: null });
  const second = said(['number', 'issuedOn'], { number: '8/KH-UBND', issuedOn: '2022-03-02' });
  expect(hear([first, second], page)).toMatchObject({ number: '7/KH-UBND', issuedOn: '2022-03-02' });
});

test('a witness gives only what it is there for', () => {
  expect(hear([said(['title'], { title: 'Kế hoạch', number: '7/KH-UBND' })], page)).not.toHaveProperty('number');
});

test('nobody is asked for what is known', () => {
  const never: Witness = {
    gives: ['province'],
    says: () => {
      throw new Error('asked');
    },
  };
  expect(hear([said(['province'], { province: 'none' }), never], page)).toEqual({ province: 'none' });
});

test('a witness hears those before it', () => {
  const year: Witness = { gives: ['year'], says: (_, { issuedOn }) => ({ year: Number(issuedOn?.slice(0, 4)) }) };
  expect(hear([said(['issuedOn'], { issuedOn: '2022-03-02' }), year], page)).toMatchObject({ year: 2022 });
});

test('what nobody knows stays open', () => {
  expect(hear([said(['title'], {})], page).title).toBeUndefined();
});
