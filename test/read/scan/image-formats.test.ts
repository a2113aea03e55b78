import { encode } from 'fast-png';
import utif from 'utif2';
import { expect, test } from 'vitest';
import { jpegOf, pngOf, tiffOf } from '../../../src/read/scan/image-formats.ts';

const asIs = (data: Uint8Array): Uint8Array => data;

test('a PNG of any kind becomes grey or coloured pixels on white, with its dots an inch', () => {
  const grey = encode({ width: 2, height: 1, data: Uint8Array.of(0, 200), channels: 1, depth: 8 });
  expect(pngOf(grey, asIs)).toMatchObject({ width: 2, height: 1, dpi: undefined, data: Uint8Array.of(0, 200) });
  expect(pngOf(grey, asIs).entries).toContain('DeviceGray');
  const clear = encode({
    width: 2,
    height: 1,
    data: Uint8Array.of(9, 9, 9, 0, 10, 20, 30, 255),
    channels: 4,
    depth: 8,
  });
  expect([...pngOf(clear, asIs).data]).toEqual([255, 255, 255, 10, 20, 30]);
  const deep = encode({ width: 1, height: 1, data: Uint16Array.of(0x8000), channels: 1, depth: 16 });
  expect([...pngOf(deep, asIs).data]).toEqual([128]);
});

test('a TIFF gives all its pages', () => {
  const page = utif.encodeImage(Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 255), 2, 1);
  const [only, ...others] = tiffOf(new Uint8Array(page), 10, asIs);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ width: 2, height: 1, data: Uint8Array.of(0, 255) });
  expect(() => tiffOf(new Uint8Array(page), 0, asIs)).toThrow(/1 pages, more than the 0 allowed/u);
});

/** The first segments of a JPEG. */
const jpeg = (width: number, height: number, components = 3): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0x01, 0x2c, 0x01, 0x2c, 0, 0],
    ...[0xff, 0xc4, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, components],
    ...Array<number>(12).fill(0),
  ]);

test('a JPEG stays as it is; its frame tells its size and colours, its head the dots an inch', () => {
  const found = jpegOf(jpeg(1240, 1754));
  expect(found).toMatchObject({ width: 1240, height: 1754, dpi: 300 });
  expect(found.entries).toContain('DeviceRGB');
  expect(jpegOf(jpeg(10, 10, 1)).entries).toContain('DeviceGray');
  expect(() => jpegOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9))).toThrow();
});

test('pictures with too many pixels are refused before they are unpacked', () => {
  expect(() => jpegOf(jpeg(60_000, 60_000))).toThrow(/3600 million pixels/u);
  const png = encode({ width: 1, height: 1, data: Uint8Array.of(0), channels: 1, depth: 8 });
  new DataView(png.buffer, png.byteOffset).setUint32(16, 100_000);
  new DataView(png.buffer, png.byteOffset).setUint32(20, 100_000);
  expect(() => pngOf(png, asIs)).toThrow(/10000 million pixels/u);
});
