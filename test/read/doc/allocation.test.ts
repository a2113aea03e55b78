import { readFileSync } from 'node:fs';
import { find, read, write } from 'cfb';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { chainsEnd } from '../../../src/read/doc/allocation.ts';
import { openWordFile } from '../../../src/read/doc/container.ts';
import { numberingPart } from '../../../src/read/doc/lists.ts';

const plan = readFileSync(new URL('plan.doc', import.meta.url));
const SECTOR = 512;

/** The file with entries of its FAT changed: what follows each sector. */
function relinked(change: (next: (sector: number, follower?: number) => number) => void): Buffer {
  const bytes = Buffer.from(plan);
  const fat = (bytes.readInt32LE(76) + 1) * SECTOR;
  change((sector, follower) => {
    if (follower !== undefined) bytes.writeInt32LE(follower, fat + sector * 4);
    return bytes.readInt32LE(fat + sector * 4);
  });
  return bytes;
}

const START = plan.readInt32LE(48);
/** The file with one link of the directory changed. */
function withLink(entry: number, link: number, to: number, of: Buffer = plan): Buffer {
  const bytes = Buffer.from(of);
  bytes.writeInt32LE(to, (START + 1) * SECTOR + entry * 128 + link);
  return bytes;
}
const BROKEN: [what: string, bytes: Buffer][] = [
  ['a sector that follows itself', relinked((next) => next(START, START))],
  [
    'a chain that leads back to its beginning',
    relinked((next) => next(next(1) > 0 ? next(1) : 2, 1) && next(1, 2) && next(2, 1)),
  ],
  ['an entry of the directory that is its own sibling', withLink(1, 68, 1)],
  ['two entries that are siblings of each other', withLink(1, 72, 2, withLink(2, 68, 1))],
  ['an entry below two others', withLink(1, 76, 3, withLink(2, 76, 3))],
  ['the root below another', withLink(2, 76, 0)],
  ['a sector size that there is not', Buffer.from(plan).fill(0xff, 30, 32)],
];
test.each(BROKEN)('%s is refused before the container is opened', (_, bytes) => {
  expect(chainsEnd(bytes)).toBe(false);
  expect(() => openWordFile(bytes, DEFAULT_LIMITS)).toThrow(expect.objectContaining({ code: 'file-corrupt' }));
});

test('chains that all run into one long one are refused', () => {
  const sectors = 4000;
  const perFat = SECTOR / 4;
  const fats = Math.ceil(sectors / perFat);
  const bytes = Buffer.alloc((sectors + 1) * SECTOR, 0xff);
  plan.copy(bytes, 0, 0, 76);
  bytes.writeInt32LE(-2, 68);
  for (let i = 0; i < fats; i++) bytes.writeInt32LE(i, 76 + i * 4);
  const half = sectors / 2;
  for (let i = 0; i < sectors; i++) {
    // The first half each begin a chain that runs through the whole second half.
    const follower = i < half ? half : i + 1 < sectors ? i + 1 : -2;
    bytes.writeInt32LE(follower, (1 + Math.floor(i / perFat)) * SECTOR + (i % perFat) * 4);
  }
  expect(chainsEnd(bytes)).toBe(false);
});

test('a list of the FAT that never ends is refused', () => {
  const bytes = Buffer.from(plan);
  bytes.writeInt32LE(2, 68);
  bytes.writeInt32LE(2, 3 * SECTOR + SECTOR - 4);
  expect(chainsEnd(bytes)).toBe(false);
});

test('what is whole is opened', () => {
  expect(chainsEnd(plan)).toBe(true);
  expect(openWordFile(plan, DEFAULT_LIMITS).main.length).toBeGreaterThan(0);
});

test('more lists than there is room for are not made up', () => {
  const container = read(plan, { type: 'buffer' });
  const main = find(container, '/WordDocument');
  const table = find(container, '/1Table') ?? find(container, '/0Table');
  if (main === null || table === null) throw new Error('plan.doc has no such streams');
  const at = Buffer.from(main.content).readUInt32LE(0x9a + 73 * 8);
  table.content[at] = 0xff;
  table.content[at + 1] = 0xff;
  const changed = Buffer.from(write(container, { type: 'buffer' }));
  const written = numberingPart(openWordFile(changed, DEFAULT_LIMITS), []);
  expect(written.match(/<w:abstractNum /gu)?.length).toBeLessThan(20);
});
