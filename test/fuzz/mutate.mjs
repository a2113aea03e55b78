// Inputs that are almost documents: the same bytes for the same format and seed.
import { deflateSync, inflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { basesOf, FORMATS } from './bases.mjs';
import { randomOf } from './random.mjs';

/** What stands in a format for structure; it is multiplied, and nested. */
const MARKS = {
  html: [
    '<td>',
    '<tr>',
    '<table>',
    '</table>',
    '<div>',
    '<p>',
    '<b>',
    '<ul><li>',
    '<td colspan=9999 rowspan=9999>',
    '<!--',
    '<',
    '>',
    '&',
    '&#x10ffff;',
    '"',
  ],
  xml: [
    '<w:p>',
    '<w:r>',
    '<w:tbl><w:tr><w:tc>',
    '<w:tc>',
    '<w:p/>',
    '<w:ins>',
    '<w:txbxContent>',
    '<w:gridSpan w:val="9999"/>',
    '<w:vMerge/>',
    '<w:tab/>',
    '<w:footnoteReference w:id="2"/>',
    '<',
    '>',
    '&lt;',
    '"',
  ],
  rtf: [
    '{',
    '}',
    '\\',
    '{\\*',
    '\\cell ',
    '\\row ',
    '\\trowd ',
    '\\cellx1 ',
    '\\u-1?',
    '\\bin9 ',
    "\\'",
    '\\par ',
    '{\\field{\\fldrslt ',
    '\\itap9 ',
    '\\uc999 ',
  ],
  pdf: [
    '[',
    ']',
    '<<',
    '>>',
    '(',
    ')',
    'q ',
    'Q ',
    'BT ',
    'ET ',
    '4 0 R ',
    '/F0 ',
    '0 0 m ',
    '9 9 l S ',
    '<0001> ',
    'obj ',
    'endobj ',
    'stream\n',
    '1 0 0 1 9 9 cm ',
  ],
  text: [
    '|',
    ' | ',
    '-',
    '#',
    '>',
    '*',
    '**',
    '[',
    '](',
    '`',
    '_',
    '\n',
    '\r',
    '\t',
    ' ',
    '(',
    '"',
    '.',
    '...',
    ';\n',
    '1. ',
    'a) ',
    '- ',
    '%',
    'Điều 1. ',
    'Sở Nội vụ, ',
    '90% ',
  ],
};
const KIND = {
  html: 'html',
  docx: 'xml',
  rtf: 'rtf',
  pdf: 'pdf',
  portfolio: 'pdf',
  txt: 'text',
  md: 'text',
  zip: 'text',
};

const HUGE = [
  '-1',
  '0',
  '65536',
  '2147483647',
  '2147483648',
  '4294967295',
  '-2147483648',
  '99999999999999',
  '1e308',
  '0.0000001',
  '9'.repeat(400),
  '-',
];
const EXTREME = [
  0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fff, 0x8000, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];
const ODD = [
  '\0',
  '\ufeff',
  '\u0301',
  '\u202e',
  '\u00ad',
  '\u200b',
  '\ufffd',
  '\u{1f600}',
  '\u{10ffff}',
  '\u2028',
  '\u1ec7',
  'e\u0323\u0302',
];
/** Beyond this nothing is added to an input: what is long is slow for good reason. */
const MOST = 400_000;

/** A stretch of the bytes, mostly short. */
function stretch({ below, chance }, bytes) {
  const from = below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + below(chance(0.8) ? 64 : bytes.length + 1))];
}
const splice = (bytes, from, to, middle) => Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]);
const repeated = (bytes, times) =>
  Buffer.concat(Array(Math.max(1, Math.min(times, Math.floor(MOST / (bytes.length + 1))))).fill(bytes));

const BYTES = {
  flip(random, bytes) {
    const changed = Buffer.from(bytes);
    for (let n = 1 + random.below(8); n > 0 && changed.length > 0; n--)
      changed[random.below(changed.length)] ^= 1 << random.below(8);
    return changed;
  },
  run(random, bytes) {
    const [from, to] = stretch(random, bytes);
    const byte = random.oneOf([0, 0xff, 0x80, 0x20, random.below(256)]);
    return Buffer.from(bytes).fill(byte, from, Math.min(to, from + 256));
  },
  cut(random, bytes) {
    const [from, to] = stretch(random, bytes);
    return random.chance(0.2) ? bytes.subarray(0, from) : splice(bytes, from, to, Buffer.alloc(0));
  },
  duplicate(random, bytes) {
    const [from, to] = stretch(random, bytes);
    return splice(bytes, to, to, repeated(bytes.subarray(from, to), random.oneOf([1, 2, 10, 300])));
  },
  swap(random, bytes) {
    const [a, b, c, d] = [...stretch(random, bytes), ...stretch(random, bytes)].sort((x, y) => x - y);
    return Buffer.concat([
      bytes.subarray(0, a),
      bytes.subarray(c, d),
      bytes.subarray(b, c),
      bytes.subarray(a, b),
      bytes.subarray(d),
    ]);
  },
  digits(random, bytes) {
    const text = bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d+/gu)];
    if (numbers.length === 0) return bytes;
    const { 0: number, index } = random.oneOf(numbers);
    return splice(bytes, index, index + number.length, Buffer.from(random.oneOf(HUGE)));
  },
  integer(random, bytes) {
    const changed = Buffer.from(bytes);
    const size = random.oneOf([1, 2, 4]);
    if (changed.length < size) return changed;
    const at = random.below(changed.length - size + 1);
    const value = random.oneOf(EXTREME) % 256 ** size;
    if (random.chance(0.8)) changed.writeUIntLE(value, at, size);
    else changed.writeUIntBE(value, at, size);
    return changed;
  },
};

/** At a place where something begins or ends rather than in the midst of a word. */
function placeIn(random, bytes) {
  const from = random.below(bytes.length + 1);
  const next = bytes
    .subarray(from)
    .findIndex((byte) => byte === 0x3c || byte === 0x0a || byte === 0x5c || byte === 0x20);
  return next < 0 || random.chance(0.2) ? from : from + next;
}
const MARKED = {
  multiply(random, bytes, kind) {
    const at = placeIn(random, bytes);
    return splice(bytes, at, at, repeated(Buffer.from(random.oneOf(MARKS[kind])), random.oneOf([2, 10, 100, 3000])));
  },
  nest(random, bytes, kind) {
    const mark = random.oneOf(MARKS[kind]);
    const depth = random.oneOf([3, 50, 500, 5000]);
    const [from, to] = stretch(random, bytes);
    const close =
      mark.startsWith('<w:') || /^<[a-z]/u.test(mark)
        ? [...mark.matchAll(/<(?<name>[\w:]+)/gu)]
            .reverse()
            .map(({ groups }) => `</${groups.name}>`)
            .join('')
        : ({ '{': '}', '[': ']', '(': ')', '<<': '>>', 'q ': 'Q ' }[mark] ?? mark);
    return Buffer.concat([
      bytes.subarray(0, from),
      repeated(Buffer.from(mark), depth),
      bytes.subarray(from, to),
      repeated(Buffer.from(close), depth),
      bytes.subarray(to),
    ]);
  },
  letters(random, bytes) {
    const at = placeIn(random, bytes);
    return splice(bytes, at, at, repeated(Buffer.from(random.oneOf(ODD)), random.oneOf([1, 5, 2000])));
  },
};

function mutated(random, bytes, kind) {
  const ways = [
    ...Object.values(BYTES),
    ...(kind === undefined ? [] : Object.values(MARKED)),
    ...(kind === 'html' ? [rearranged] : []),
  ];
  let changed = bytes;
  for (let n = random.oneOf([1, 1, 2, 4]); n > 0; n--) changed = random.oneOf(ways)(random, changed, kind);
  return changed.subarray(0, MOST * 2);
}

/** From the start of an element to its end; undefined where it has none. */
function elementAt(text, start) {
  const name = /^<(?<name>[\w:]+)/u.exec(text.slice(start, start + 60))?.groups.name;
  if (name === undefined) return undefined;
  let depth = 0;
  const tags = new RegExp(`<(?<close>/?)${name}(?=[\\s/>])[^>]*?(?<empty>/?)>`, 'gu');
  tags.lastIndex = start;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    if (tag.groups.empty === '') depth += tag.groups.close === '' ? 1 : -1;
    if (depth === 0) return tags.lastIndex;
  }
  return undefined;
}

/** XML that stays well-formed: an element is repeated, put elsewhere, taken away or put around another. */
function rearranged(random, bytes) {
  const text = bytes.toString('utf8');
  const starts = [...text.matchAll(/<[\w:]/gu)].map(({ index }) => index).slice(1);
  if (starts.length === 0) return bytes;
  const [from, at] = [random.oneOf(starts), random.oneOf(starts)];
  const to = elementAt(text, from);
  const end = elementAt(text, at);
  if (to === undefined || end === undefined) return bytes;
  const element = text.slice(from, to);
  const times = Math.min(random.oneOf([1, 1, 5, 500]), Math.ceil(MOST / 2 / element.length));
  switch (random.below(4)) {
    case 0:
      return Buffer.from(text.slice(0, at) + element.repeat(times) + text.slice(at));
    case 1:
      return Buffer.from(text.slice(0, from) + text.slice(to));
    case 2:
      return Buffer.from(text.slice(0, at) + element + text.slice(end));
    default: {
      const open = /^<[^>]*[^/]>/u.exec(element)?.[0];
      if (open === undefined) return bytes;
      const close = `</${/^<(?<name>[\w:]+)/u.exec(open)?.groups.name}>`;
      const depth = random.oneOf([1, 3, 50]);
      return Buffer.from(
        text.slice(0, at) + open.repeat(depth) + text.slice(at, end) + close.repeat(depth) + text.slice(end),
      );
    }
  }
}

/** Within one part of a container, which stays whole itself. */
function mutatedPart(random, parts, kind) {
  const name =
    random.chance(0.5) && 'word/document.xml' in parts ? 'word/document.xml' : random.oneOf(Object.keys(parts));
  let part = Buffer.from(parts[name]);
  if (kind === 'xml' && random.chance(0.7))
    for (let n = random.oneOf([1, 2, 5]); n > 0; n--) part = random.oneOf([rearranged, BYTES.digits])(random, part);
  else part = mutated(random, part, kind);
  const changed = { ...parts, [name]: part };
  if (random.chance(0.05)) delete changed[name];
  return Buffer.from(zipSync(changed, { level: 1 }));
}

/** Within one packed stream of a PDF. Where the stream gets no longer, all that follows stays in its place. */
function mutatedStream(random, bytes) {
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/FlateDecode[\s\S]{0,200}?stream\r?\n(?<packed>[\s\S]*?)\r?\nendstream/dgu)];
  if (streams.length === 0) return mutated(random, bytes, 'pdf');
  const [from, to] = random.oneOf(streams).indices.groups.packed;
  let content;
  try {
    content = inflateSync(bytes.subarray(from, to));
  } catch {
    return mutated(random, bytes, 'pdf');
  }
  const packed = deflateSync(mutated(random, content, 'pdf'), { level: 9 });
  const padded = packed.length < to - from ? Buffer.concat([packed, Buffer.alloc(to - from - packed.length)]) : packed;
  return splice(bytes, from, to, padded);
}

/** The input of a format and seed. */
export function inputOf(format, seed) {
  const random = randomOf(Math.imul(seed + 1, 0x9e3779b1) ^ (FORMATS.indexOf(format) + 1));
  const { bytes, parts } = random.oneOf(basesOf(format));
  if (parts !== undefined && random.chance(0.8)) return mutatedPart(random, parts, KIND[format]);
  if (format === 'pdf' && random.chance(0.7)) return mutatedStream(random, bytes);
  return mutated(random, bytes, parts === undefined ? KIND[format] : undefined);
}
