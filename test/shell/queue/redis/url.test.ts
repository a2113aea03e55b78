import { expect, test } from 'vitest';
import { concealer, isLocal, readRedisUrl, redacted, shownUrl } from '../../../../src/shell/queue/redis/url.ts';

const GOOD: [url: string, expected: object][] = [
  ['redis://127.0.0.1', { kind: 'single', options: { host: '127.0.0.1', port: 6379, db: 0 } }],
  ['redis://h:7000/3', { options: { host: 'h', port: 7000, db: 3 } }],
  ['redis://:p%40ss@h', { options: { password: 'p@ss' } }],
  ['redis://:p@ss#w/o?rd@h:7000/3', { options: { password: 'p@ss#w/o?rd', host: 'h', port: 7000, db: 3 } }],
  ['redis://plans:a:b c@h', { options: { username: 'plans', password: 'a:b c', host: 'h' } }],
  ['rediss://user:pw@h:6380', { options: { username: 'user', password: 'pw', tls: {} } }],
  ['redis://[::1]:6379', { options: { host: '::1', port: 6379 } }],
  [
    'redis+sentinel://:pw@a,b:26380/main/2',
    {
      kind: 'single',
      options: {
        sentinels: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 26380 },
        ],
        name: 'main',
        db: 2,
        password: 'pw',
      },
    },
  ],
  [
    'rediss+cluster://u:pw@a:7000,b:7001',
    {
      kind: 'cluster',
      nodes: [
        { host: 'a', port: 7000 },
        { host: 'b', port: 7001 },
      ],
      options: { username: 'u', password: 'pw', tls: {} },
    },
  ],
];
test.each(GOOD)('%s', (url, expected) => {
  expect(readRedisUrl(url)).toMatchObject(expected);
});

test.each([
  'http://h:6379',
  'redis://',
  'redis://u:secret@h:port',
  'redis+sentinel://:secret@a,b',
  'redis://:secret@h/first',
  'localhost:6379',
  'rediss://:secret@h,,b',
  'redis://:secret',
  'redis://h/secret',
  'redis://:secret@h:99999',
  'redis://:secret@',
])('%s is a wrong call, told without its password', (url) => {
  expect(() => readRedisUrl(url)).toThrow(/^--redis: (?!.*secret)/su);
});

test.each([
  ['redis://user:secret@h:6379/0', 'redis://***@h:6379/0'],
  ['connect rediss://:secret@h failed', 'connect rediss://***@h failed'],
  ['redis://h:6379', 'redis://h:6379'],
])('%s is shown as %s', (text, shown) => {
  expect(redacted(text)).toBe(shown);
});

test('what strikes a login out of any text', () => {
  const conceal = concealer('redis://plans:p%40ss w"rd@h');
  expect(conceal('p@ss w"rd and p%40ss%20w%22rd and p%40ss w"rd')).toBe('*** and *** and ***');
  expect(conceal(JSON.stringify({ said: 'p@ss w"rd' }))).toBe('{"said":"***"}');
  expect(shownUrl('redis://:a b@c@h/0')).toBe('redis://***@h/0');
});

test.each([
  ['redis://localhost', true],
  ['redis://127.0.0.1:7000', true],
  ['redis://[::1]', true],
  ['redis://redis', false],
  ['redis://10.0.0.1', false],
  ['redis+cluster://127.0.0.1,h', false],
  ['redis+sentinel://127.0.0.1/main', false],
])('%s leads nowhere but to this machine: %j', (url, local) => {
  expect(isLocal(readRedisUrl(url))).toBe(local);
});
