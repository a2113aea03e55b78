/** Letters at a place on a page: points from the bottom left, as PDF counts. */
export interface Painted {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly font?: string;
  /** Text rendering mode; 3 paints nothing. */
  readonly mode?: number;
  /** Written from bottom to top. */
  readonly upright?: true;
  /** Degrees by which it is written slanting upwards. */
  readonly slant?: number;
  /** Red, green, blue, 0 to 1. */
  readonly colour?: readonly [number, number, number];
  /** Layer of the document, by its place in `layers`. */
  readonly layer?: number;
  /** Operators that paint before it. */
  readonly raw?: string;
}
export interface MadePage {
  readonly text: readonly Painted[];
  /** Lines from one point to another. */
  readonly rules?: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[];
  readonly rotate?: number;
  readonly size?: readonly [width: number, height: number];
  /** The part of it that is shown. */
  readonly crop?: readonly [x0: number, y0: number, x1: number, y1: number];
  /** Dictionaries of its annotations. */
  readonly annotations?: readonly string[];
  /** Operators that paint before all text. */
  readonly raw?: string;
}

/** Every letter of a made PDF is half as wide as its size. */
export const LETTER = 0.5;

export interface PdfOptions {
  readonly trailer?: string;
  /** Entries of the catalog. */
  readonly catalog?: string;
  /** Of each layer, whether it is on. */
  readonly layers?: readonly boolean[];
  /** Bodies of further objects, from number 1000 on. */
  readonly more?: readonly string[];
  /** Names of fonts without a map of their letters. */
  readonly unmapped?: readonly string[];
}

/** Writes a small PDF: fonts without outlines, all letters of one width, told by a ToUnicode map. */
export function makePdf(pages: readonly MadePage[], options: PdfOptions = {}): Uint8Array {
  const letters = [...new Set(pages.flatMap((p) => p.text.flatMap((t) => [...t.text])))];
  const names = [...new Set(['Times', ...pages.flatMap((p) => p.text.map((t) => t.font ?? 'Times'))])];
  const hex = (value: number): string => value.toString(16).padStart(4, '0');
  const codeOf = (letter: string): string => hex(letters.indexOf(letter) + 1);
  const utf16 = (letter: string): string =>
    [...Array(letter.length).keys()].map((i) => hex(letter.charCodeAt(i))).join('');

  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (body: string): string => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const layers = options.layers ?? [];
  const off = layers.flatMap((on, i) => (on ? [] : [`${3 + i} 0 R`]));
  const all = layers.map((_, i) => `${3 + i} 0 R`).join(' ');
  const shown = layers.length === 0 ? '' : `/OCProperties << /OCGs [${all}] /D << /OFF [${off.join(' ')}] >> >>`;
  add(`<< /Type /Catalog /Pages 2 0 R ${shown} ${options.catalog ?? ''} >>`);
  add('');
  for (const i of layers.keys()) add(`<< /Type /OCG /Name (L${i}) >>`);
  const blocks = Array.from({ length: Math.ceil(letters.length / 100) }, (_, i) =>
    letters.slice(i * 100, i * 100 + 100),
  );
  // One for each font: pdf.js takes fonts for one whose maps are the same.
  const maps = names.map((name) =>
    add(
      stream(
        `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /${name} def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks
          .map(
            (block) =>
              `${block.length} beginbfchar\n${block.map((l) => `<${codeOf(l)}> <${utf16(l)}>`).join('\n')}\nendbfchar`,
          )
          .join('\n')}\nendcmap end end`,
      ),
    ),
  );
  const fonts = names.map((name, i) => {
    const descriptor = add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>`,
    );
    const kid = add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${LETTER * 1000} /FontDescriptor ${descriptor} 0 R >>`,
    );
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${kid} 0 R] ${options.unmapped?.includes(name) === true ? '' : `/ToUnicode ${maps[i]} 0 R`} >>`,
    );
  });
  const properties = layers.map((_, i) => `/L${i} ${3 + i} 0 R`).join(' ');
  const resources = `<< /Font << ${fonts.map((id, i) => `/F${i} ${id} 0 R`).join(' ')} >> /Properties << ${properties} >> /XObject << /Im 1000 0 R /Fm 1001 0 R >> >>`;
  const place = ({ x, y, upright, slant }: Painted): string => {
    if (upright) return `0 1 -1 0 ${x} ${y} Tm`;
    if (slant === undefined) return `${x} ${y} Td`;
    const [cos, sin] = [Math.cos((slant * Math.PI) / 180), Math.sin((slant * Math.PI) / 180)].map((n) => n.toFixed(4));
    return `${cos} ${sin} -${sin} ${cos} ${x} ${y} Tm`;
  };
  const kids = pages.map(({ text, rules, rotate, size, crop, annotations, raw }) => {
    const painted = text.map((t) => {
      const colour = t.colour === undefined ? '' : `${t.colour.join(' ')} rg`;
      const letters = `BT /F${names.indexOf(t.font ?? 'Times')} ${t.size ?? 12} Tf ${t.mode ?? 0} Tr ${place(t)} <${[...t.text].map(codeOf).join('')}> Tj ET`;
      const layered = t.layer === undefined ? letters : `/OC /L${t.layer} BDC ${letters} EMC`;
      return `${t.raw ?? ''} q ${colour} ${layered} Q`;
    });
    const ruled = (rules ?? []).map(([x0, y0, x1, y1]) => `${x0} ${y0} m ${x1} ${y1} l S`);
    const content = add(stream([raw ?? '', ...ruled, ...painted].join('\n')));
    const [width, height] = size ?? [595, 842];
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${crop === undefined ? '' : `/CropBox [${crop.join(' ')}]`} /Annots [${(annotations ?? []).join(' ')}] /Rotate ${rotate ?? 0} /Resources ${resources} /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`;

  let file = '%PDF-1.5\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const more = (options.more ?? []).map((body, i) => {
    const at = file.length;
    file += `${1000 + i} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const entries = (of: readonly number[]): string =>
    of.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries(offsets)}`;
  if (more.length > 0) file += `1000 ${more.length}\n${entries(more)}`;
  file += `trailer\n<< /Size ${Math.max(objects.length + 1, 1000 + more.length)} /Root 1 0 R ${options.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** Lines one under another from the top of a page, 18 points apart. */
export const column = (x: number, y: number, lines: readonly string[], more: Partial<Painted> = {}): Painted[] =>
  lines.map((text, i) => ({ x, y: y - i * 18, text, ...more }));

/**
 * Files attached to a made PDF, each by its name.
 *
 * @param catalog further entries of the catalog
 */
export function attaching(files: Readonly<Record<string, Uint8Array | string>>, catalog = ''): PdfOptions {
  const streams = Object.values(files).map((content) => {
    const hex = Buffer.from(content).toString('hex');
    return `<< /Type /EmbeddedFile /Filter /ASCIIHexDecode /Length ${hex.length + 1} >>\nstream\n${hex}>\nendstream`;
  });
  const specs = Object.keys(files).map((name, i) => {
    const key = String(i).padStart(5, '0');
    return `(${key}) << /Type /Filespec /F (${name}) /EF << /F ${1002 + i} 0 R >> >>`;
  });
  return {
    catalog: `/Names << /EmbeddedFiles << /Names [${specs.join(' ')}] >> >> ${catalog}`,
    more: ['null', 'null', ...streams],
  };
}
