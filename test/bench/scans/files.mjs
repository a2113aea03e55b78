// Pictures of pages as files: PDF, PNG, TIFF, PGM. The same pages give the same bytes.
import { crc32, deflateSync } from 'node:zlib';
import { faxCoded } from './fax.mjs';
import { coloured } from './pixels.mjs';

const text = (string) => Buffer.from(string, 'latin1');

/** Two tones as one bit a pixel, rows filled up to whole bytes; a bit that is set is white. */
function bits({ width, height, data }) {
  const row = Math.ceil(width / 8);
  const made = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (data[y * width + x] >= 128) made[y * row + (x >> 3)] |= 0x80 >> (x & 7);
  return made;
}

/** What stands in a PDF for one picture. */
function imageObject({ image, form = 'flate', jpeg }) {
  const { width, height, channels, data } = image;
  const space = channels === 1 ? '/DeviceGray' : '/DeviceRGB';
  const head = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}`;
  if (form === 'jpeg') return [`${head} /ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode`, jpeg];
  if (form === 'fax')
    return [
      `${head} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${width} /Rows ${height} >>`,
      faxCoded(image),
    ];
  const flate = '/Filter /FlateDecode';
  if (form === 'bits')
    return [`${head} /ColorSpace /DeviceGray /BitsPerComponent 1 ${flate}`, deflateSync(bits(image))];
  return [`${head} /ColorSpace ${space} /BitsPerComponent 8 ${flate}`, deflateSync(data)];
}

/**
 * A PDF whose pages are pictures, as scanners write them.
 *
 * @param pages of each the picture, its dots an inch, and how it is written: `flate`, `bits` (two tones), `fax` (CCITT Group 4),
 *   `jpeg` (whose bytes are `jpeg`). `strips`: in so many pictures below each other. `mark`: another picture over the page, grey,
 *   as a portal lays its name over what it shows. `turn`: /Rotate
 */
export function scannedPdf(pages) {
  const parts = [];
  const offsets = [];
  let length = 0;
  const put = (bytes) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (number, dictionary, stream) => {
    offsets[number] = length;
    put(text(`${number} 0 obj\n`));
    if (stream === undefined) put(text(`<< ${dictionary} >>`));
    else {
      put(text(`<< ${dictionary} /Length ${stream.length} >>\nstream\n`));
      put(stream);
      put(text('\nendstream'));
    }
    put(text('\nendobj\n'));
  };
  put(text('%PDF-1.7\n'));
  const kids = [];
  let next = 3;
  for (const { strips, mark, turn = 0, ...page } of pages) {
    const [wide, high] = [page.image, page.image].map(
      ({ width, height }, i) => ((i === 0 ? width : height) * 72) / page.dpi,
    );
    const placed = [];
    for (const strip of strips === undefined ? [page] : inStrips(page, strips)) {
      const top = ((strip.top ?? 0) * 72) / page.dpi;
      const tall = (strip.image.height * 72) / page.dpi;
      placed.push([next, `q ${wide} 0 0 ${tall} 0 ${high - top - tall} cm /I${next} Do Q`]);
      object(next++, ...imageObject(strip));
    }
    if (mark !== undefined) {
      const box = `${mark.image.width * 0.5} 0 0 ${mark.image.height * 0.5} ${wide * 0.15} ${high * 0.45}`;
      placed.push([next + 1, `q /G gs ${box} cm /I${next + 1} Do Q`]);
      const mask = { ...mark.image, data: mark.image.data.map((shade) => 255 - shade) };
      object(next, ...imageObject({ image: mask }));
      const grey = { ...mark.image, data: new Uint8Array(mark.image.data.length).fill(mark.shade ?? 120) };
      const [dictionary, stream] = imageObject({ image: grey });
      object(next + 1, `${dictionary} /SMask ${next} 0 R`, stream);
      next += 2;
    }
    const content = next++;
    object(content, '', text(placed.map(([, operators]) => operators).join('\n')));
    const images = placed.map(([number]) => `/I${number} ${number} 0 R`).join(' ');
    const resources = `/XObject << ${images} >> /ExtGState << /G << /ca 0.6 >> >>`;
    kids.push(next);
    object(
      next++,
      `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Rotate ${turn} /Contents ${content} 0 R /Resources << ${resources} >>`,
    );
  }
  object(1, '/Type /Catalog /Pages 2 0 R');
  object(2, `/Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}]`);
  const start = length;
  put(text(`xref\n0 ${next}\n0000000000 65535 f \n`));
  for (let i = 1; i < next; i++) put(text(`${String(offsets[i]).padStart(10, '0')} 00000 n \n`));
  put(text(`trailer\n<< /Size ${next} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function inStrips({ image, ...page }, count) {
  const high = Math.ceil(image.height / count);
  return Array.from({ length: count }, (_, i) => {
    const top = i * high;
    const height = Math.min(high, image.height - top);
    const row = image.width * image.channels;
    return { ...page, top, image: { ...image, height, data: image.data.subarray(top * row, (top + height) * row) } };
  });
}

/** A PNG of 8 bits a colour that tells its dots an inch. */
export function png({ width, height, channels, data }, dpi) {
  const row = width * channels;
  const raw = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y++) raw.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const chunk = (name, body) => {
    const tagged = Buffer.concat([text(name), body]);
    const made = Buffer.alloc(tagged.length + 8);
    made.writeUInt32BE(body.length, 0);
    tagged.copy(made, 4);
    made.writeUInt32BE(crc32(tagged), tagged.length + 4);
    return made;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8);
  const size = Buffer.alloc(9);
  const metre = Math.round(dpi / 0.0254);
  size.writeUInt32BE(metre, 0);
  size.writeUInt32BE(metre, 4);
  size[8] = 1;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('pHYs', size),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A TIFF of several pages; `form` of each: `plain`, `deflate`, `fax` (CCITT Group 4, two tones). */
export function tiff(pages) {
  const parts = [text('II*\0'), Buffer.alloc(4)];
  let length = 8;
  let link = parts[1];
  let linkAt = 0;
  const put = (bytes) => {
    const at = length;
    const even = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
    parts.push(even);
    length += even.length;
    return at;
  };
  for (const { image, dpi, form = 'plain' } of pages) {
    const { width, height, channels, data } = image;
    const fax = form === 'fax';
    const body = fax ? faxCoded(image) : form === 'deflate' ? deflateSync(data) : Buffer.from(data);
    const resolution = Buffer.alloc(8);
    resolution.writeUInt32LE(dpi, 0);
    resolution.writeUInt32LE(1, 4);
    const depth = Buffer.alloc(6);
    for (const at of [0, 2, 4]) depth.writeUInt16LE(8, at);
    const [bodyAt, resolutionAt, depthAt] = [put(body), put(resolution), put(depth)];
    const [SHORT, LONG, RATIONAL] = [3, 4, 5];
    const entries = [
      [256, LONG, 1, width],
      [257, LONG, 1, height],
      [258, SHORT, channels, fax ? 1 : channels === 1 ? 8 : depthAt],
      [259, SHORT, 1, fax ? 4 : form === 'deflate' ? 8 : 1],
      // A bit that is not set is white in what faxes send; 0 is black elsewhere.
      [262, SHORT, 1, fax ? 0 : channels === 1 ? 1 : 2],
      [273, LONG, 1, bodyAt],
      [277, SHORT, 1, channels],
      [278, LONG, 1, height],
      [279, LONG, 1, body.length],
      [282, RATIONAL, 1, resolutionAt],
      [283, RATIONAL, 1, resolutionAt],
      [296, SHORT, 1, 2],
    ];
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length, 0);
    for (const [i, [tag, type, count, value]] of entries.entries()) {
      const at = 2 + i * 12;
      directory.writeUInt16LE(tag, at);
      directory.writeUInt16LE(type, at + 2);
      directory.writeUInt32LE(count, at + 4);
      if (type === SHORT && count === 1) directory.writeUInt16LE(value, at + 8);
      else directory.writeUInt32LE(value, at + 8);
    }
    link.writeUInt32LE(put(directory), linkAt);
    [link, linkAt] = [directory, directory.length - 4];
  }
  return Buffer.concat(parts);
}

/** The same in colour where one page of them is. */
export const alike = (images) => (images.some(({ channels }) => channels === 3) ? images.map(coloured) : images);
