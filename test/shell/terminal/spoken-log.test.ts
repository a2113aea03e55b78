import { expect, test } from 'vitest';
import { openSpokenLog } from '../../../src/shell/terminal/spoken-log.ts';

test('a server says in words what goes wrong, and nothing that a terminal would obey', () => {
  const said: string[] = [];
  const log = openSpokenLog({ quiet: false, json: false }, (text) => void said.push(text));
  log.info({ url: 'http://127.0.0.1' }, 'server started');
  log.warn({ source: 'upload:1/\u001b[2J.pdf', code: 'file-corrupt', message: 'Fetch it again.' }, 'document failed');
  log.error({ url: '/documents', error: 'Error: x\n    at y' }, 'request failed');
  expect(said.map((line) => line.replace(/^\S+ /u, ''))).toEqual([
    'document failed: upload:1/\\u001b[2J.pdf file-corrupt Fetch it again.\n',
    'request failed: /documents Error: x\n    at y\n',
  ]);
});
