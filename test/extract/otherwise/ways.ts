import type { MadeUp } from './plans.ts';

/**
 * The same plan written otherwise. Each way is a habit of a program or an office, and none changes what a plan says. A way
 * takes a number, which draws what is free in it: a width, a sign, where it strikes.
 */

/** A plan on its way to a file. */
export interface Written {
  readonly head: readonly string[];
  /** Paragraphs, each of one line or more. */
  readonly body: readonly string[];
  readonly between: '\n' | '\n\n';
  readonly lineEnd: '\n' | '\r\n';
  readonly page: 'text' | 'markdown' | keyof typeof ELEMENTS;
  readonly form: 'NFC' | 'NFD';
}

export type Way = (written: Written, draw: number) => Written;

export const asIs = ({ head, body }: Pick<MadeUp, 'head' | 'body'>): Written => ({
  head,
  body,
  between: '\n',
  lineEnd: '\n',
  page: 'text',
  form: 'NFC',
});

/** What the file holds. */
export function textOf({ head, body, between, lineEnd, page, form }: Written): string {
  const paragraphs = [...head, ...body];
  const text = page === 'text' || page === 'markdown' ? paragraphs.join(between) : pageOf(paragraphs, page);
  return text.normalize(form).replaceAll('\n', lineEnd);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const ELEMENTS = {
  paragraphs: (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n'),
  divisions: (texts: readonly string[]) => texts.map((text) => `<div>${text}</div>`).join(''),
  breaks: (texts: readonly string[]) => `<div>${texts.join('<br>\n')}</div>`,
  spans: (texts: readonly string[]) =>
    texts.map((text) => `<p><span style="font-size:14pt">&nbsp;${text.replace(/ /u, '&nbsp;')}</span></p>`).join('\n'),
} as const;

const pageOf = (paragraphs: readonly string[], page: keyof typeof ELEMENTS): string => `<!doctype html>
<html><head><meta charset="utf-8"><title>Cổng thông tin</title></head><body>
<div class="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức</a></li><li><a href="/vb">Văn bản</a></li></ul></div>
<div class="content">
${ELEMENTS[page](paragraphs.map(escaped))}
</div>
<div class="footer"><p>Lượt truy cập: 1.254.879</p><p>Đang trực tuyến: 57</p></div></body></html>`;

const pick = <T>(values: readonly [T, ...T[]], draw: number): T => values[draw % values.length] ?? values[0];

/** Changes the paragraphs of the body by themselves. */
const inBody =
  (change: (paragraph: string, draw: number) => string): Way =>
  (written, draw) => ({ ...written, body: written.body.map((paragraph) => change(paragraph, draw)) });

/** The same for the letterhead too. */
const everywhere =
  (change: (paragraph: string, draw: number) => string): Way =>
  (written, draw) => ({
    ...inBody(change)(written, draw),
    head: written.head.map((line) => change(line, draw)),
  });

/** Counts the places at which a change could strike, and lets it strike at some of them. */
const atSome = (
  text: string,
  where: RegExp,
  draw: number,
  every: number,
  change: (found: string) => string,
): string => {
  let n = draw;
  return text.replace(where, (found: string) => (n++ % every === 0 ? change(found) : found));
};

const TONES = 'òa oà|óa oá|ỏa oả|õa oã|ọa oạ|òe oè|óe oé|ùy uỳ|úy uý|ủy uỷ|ũy uỹ|ụy uỵ'
  .split('|')
  .map((pair) => pair.split(' ') as [string, string])
  .flatMap(([a, b]) => [[a, b] as const, [upper(a), upper(b)] as const, [a.toUpperCase(), b.toUpperCase()] as const]);
function upper(pair: string): string {
  return pair.slice(0, 1).toUpperCase() + pair.slice(1);
}

/** Lines no longer than a width. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(/ +/u)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}

/**
 * Wraps every paragraph at one width, the first from the drawn one on at which nobody need guess: a paragraph that begins without
 * a label could go on with the one before it where that fills its last line.
 */
const wraps =
  (breakWords: (text: string, draw: number) => string): Way =>
  (written, draw) => {
    const { body } = written;
    const widths = Array.from({ length: 51 }, (_, i) => 50 + ((draw + i) % 51));
    const width = widths.find((at) =>
      body.slice(1).every((text, i) => {
        const last =
          wrapped(body[i] ?? '', at)
            .split('\n')
            .at(-1) ?? '';
        return LABELLED.test(text) || last.length + 12 < at;
      }),
    );
    if (width === undefined || written.body.some((text) => text.includes('\n'))) return written;
    const broken = body.map((text) => wrapped(text, width));
    // With a few broken lines nobody can tell that lines are broken.
    if ((broken.join('\n\n').match(/(?<!\n)\n\p{Ll}/gu)?.length ?? 0) < 5) return written;
    return { ...written, body: broken.map((text) => breakWords(text, draw)) };
  };
const LABELLED = /^\s*(?:phần |[-+•●*–✓\uf0b7]|o |\(?[\p{L}\d]{1,3}(?:\.\d+)*[.)/])/iu;

/** A heading by its label: "I. MỤC TIÊU", "1. Mục tiêu chung"; a sentence is none. */
const isHeading = (paragraph: string): boolean =>
  /^(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])(?:[.)/]|\s?[-–])\s/u.test(paragraph) &&
  paragraph.length < 90 &&
  !/[.;:,%]$/u.test(paragraph);
const isMainHeading = (paragraph: string): boolean => /^[IVX]+\. \p{Lu}/u.test(paragraph) && paragraph.length < 90;

const isHtml = ({ page }: Written): boolean => page in ELEMENTS;

const changesHeadings =
  (change: (heading: string, draw: number) => string): Way =>
  (written, draw) => {
    // With few headings nobody can tell that a text is Markdown.
    if (written.body.filter(isHeading).length < 3 || written.page !== 'text') return written;
    const body = written.body.map((paragraph) => (isHeading(paragraph) ? change(paragraph, draw) : paragraph));
    return { ...written, body, page: 'markdown', between: '\n\n' };
  };

/** No label of another part is named in the text, so that labels may change. */
const namesNoLabel = ({ body }: Written): boolean =>
  !body.some((text) => /(?:mục|phần|khoản|điểm|ý) (?:[IVX]+|\d+|[a-zđ]|thứ)[\s,;.]/iu.test(text));

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** The full name and what is written for it. */
export const SHORT: readonly (readonly [full: string, short: string])[] = [
  ['Ủy ban nhân dân', 'UBND'],
  ['Hội đồng nhân dân', 'HĐND'],
  ['thủ tục hành chính', 'TTHC'],
  ['công nghệ thông tin', 'CNTT'],
  ['Bộ Chỉ huy Quân sự', 'BCH Quân sự'],
  ['Sở Thông tin và Truyền thông', 'Sở TT&TT'],
  ['Sở Kế hoạch và Đầu tư', 'Sở KH&ĐT'],
  ['Sở Khoa học và Công nghệ', 'Sở KH&CN'],
  ['Sở Giáo dục và Đào tạo', 'Sở GD&ĐT'],
  ['Sở Lao động - Thương binh và Xã hội', 'Sở LĐTB&XH'],
  ['Sở Văn hóa, Thể thao và Du lịch', 'Sở VHTT&DL'],
  ['Phòng Nông nghiệp và Phát triển nông thôn', 'Phòng NN&PTNT'],
  ['Phòng Tài chính - Kế hoạch', 'Phòng TC-KH'],
  ['Mặt trận Tổ quốc', 'MTTQ'],
];

/** Words that say the same: ways put one for the other, and what is compared knows no difference. */
export const ALIKE: readonly (readonly [a: string, b: string])[] = [
  ['tối thiểu', 'ít nhất'],
  ['hằng năm', 'hàng năm'],
  ['hằng quý', 'hàng quý'],
  ['hằng tháng', 'hàng tháng'],
  ['tỷ lệ', 'tỉ lệ'],
  ['tỷ đồng', 'tỉ đồng'],
  ['bảo đảm', 'đảm bảo'],
];

const swapped =
  (a: string, b: string): Way =>
  (written, draw) =>
    inBody((text) => {
      const [from, to] = text.includes(a) || text.includes(upper(a)) || draw % 2 === 0 ? [a, b] : [b, a];
      return text.replaceAll(from, to).replaceAll(upper(from), upper(to));
    })(written, draw);

export const WAYS: Readonly<Record<string, Way>> = {
  /** As macOS and some writers of PDF give letters. */
  'decomposed letters': (written) => ({ ...written, form: 'NFD' }),
  'the other placement of tones': everywhere((text) =>
    TONES.reduce((changed, [a, b]) => changed.replaceAll(a, b), text),
  ),
  'Windows line ends': (written) => ({ ...written, lineEnd: '\r\n' }),
  'wide and no-break spaces': everywhere((text, draw) =>
    atSome(text, /(?<=[\p{L}\d,;%]) (?=[\p{L}\d(])/gu, draw, 2 + (draw % 3), () =>
      pick(['\u00a0', '\u3000', '\u2003', '\u2009'], draw),
    ),
  ),
  'double spaces': inBody((text, draw) => atSome(text, /(?<=\S) (?=\S)/gu, draw, 3 + (draw % 5), () => '  ')),
  'wrapped lines': wraps((text) => text),
  'words broken at line ends': (written, draw) =>
    // A page of the web breaks no words.
    isHtml(written)
      ? written
      : wraps((text) =>
          atSome(text, /(?<= )\p{Ll}{2,}\n\p{Ll}{4,}/gu, draw, 3, (found) => {
            const [last = '', first = ''] = found.split('\n');
            return `${last} ${first.slice(0, 2)}-\n${first.slice(2)}`;
          }),
        )(written, draw),
  'empty lines between paragraphs': (written) => ({ ...written, between: '\n\n' }),
  'soft line breaks': (written, draw) => ({
    ...inBody((text) => (text.includes('\n') ? text : atSome(text, / /gu, 1, 6 + (draw % 8), () => '\n')))(
      written,
      draw,
    ),
    between: '\n\n',
  }),
  'other bullets': inBody((text, draw) => {
    const [first, second] = pick(
      [
        ['•', 'o'],
        ['●', '○'],
        ['*', '-'],
        ['–', '+'],
        ['✓', '➢'],
        ['\uf0b7', '+'],
        ['—', '+'],
        ['·', '▪'],
        ['►', '◦'],
        ['−', '+'],
        ['‐', '•'],
      ],
      draw,
    ) as [string, string];
    return text.replace(/^[-+](?=\s\S)/u, (sign) => (sign === '-' ? first : second));
  }),
  'other dashes': inBody((text, draw) =>
    text.replace(
      /(?<=\d)\s?-\s?(?=\d+\s?%)|(?<=\d{4}) - (?=\d{4})/gu,
      pick(['–', ' – ', '-', ' - ', '—', '‑', ' − ', '‒'], draw),
    ),
  ),
  'letters with another mark': (written, draw) => {
    if (!namesNoLabel(written)) return written;
    return inBody((text) =>
      text.replace(/^(?<letter>[a-zđ])\)(?=\s)/u, pick(['$<letter>.', '$<letter>/', '($<letter>)'], draw)),
    )(written, draw);
  },
  'numbers with another mark': (written, draw) => {
    if (!namesNoLabel(written)) return written;
    return inBody((text) =>
      text
        .replace(/^(?<number>\d{1,2})\.(?=\s\p{Lu})/u, pick(['$<number>)', '$<number>/'], draw))
        .replace(/^(?<number>\d{1,2}\.\d{1,2})\.(?=\s)/u, '$<number>'),
    )(written, draw);
  },
  'Roman numbers with another mark': (written, draw) =>
    namesNoLabel(written)
      ? inBody((text) =>
          isMainHeading(text) ? text.replace(/(?<=^[IVX]+)\. /u, pick(['/ ', ' - ', ') ', ' – ', '. - '], draw)) : text,
        )(written, draw)
      : written,
  'parts for Roman numbers': (written, draw) => {
    if (!namesNoLabel(written) || written.body.filter(isMainHeading).length < 2) return written;
    return {
      ...written,
      body: written.body.flatMap((text) => {
        const [label = '', roman = ''] = isMainHeading(text) ? (/^(?<roman>[IVX]+)\. /u.exec(text) ?? []) : [];
        const at = ROMANS.indexOf(roman);
        const ordinal = ORDINALS[at];
        if (ordinal === undefined) return text;
        const rest = text.slice(label.length);
        return pick<readonly string[]>(
          [
            [`Phần thứ ${ordinal}`, rest],
            [`PHẦN THỨ ${ordinal.toUpperCase()}`, rest],
            [`PHẦN ${roman}`, rest],
            [`Phần ${roman}. ${rest}`],
            [`PHẦN ${roman}: ${rest}`],
            [`Phần ${at + 1}`, rest],
          ],
          draw,
        );
      }),
    };
  },
  'space before the percent sign': inBody((text) => text.replace(/(?<=\d)%/gu, ' %')),
  'headings in capitals': inBody((text) =>
    isHeading(text) ? text.replace(/(?<=^\S+\s).+/u, (title) => title.toUpperCase()) : text,
  ),
  'an HTML page': (written, draw) =>
    written.page === 'text' && !written.body.some((text) => /\p{Ll}-\n/u.test(text))
      ? { ...written, page: pick(['paragraphs', 'divisions', 'breaks', 'spans'], draw) }
      : written,
  'Markdown headings': changesHeadings(
    (heading, draw) =>
      `${draw % 2 === 0 && isMainHeading(heading) ? '#' : '##'}${/^[IVX]/u.test(heading) ? '' : '#'} ${heading.replaceAll('\n', ' ')}`,
  ),
  'Markdown bold': changesHeadings((heading, draw) =>
    draw % 2 === 0 ? `**${heading}**` : heading.replace(/^(?<label>\S+\s)(?<title>[\s\S]+)$/u, '$<label>**$<title>**'),
  ),
  'Markdown bold over a soft break': changesHeadings(
    (heading) => `**${heading.replace(/^(?<first>\S+ \S+) /u, '$<first>\n')}**`,
  ),
  'short names': inBody((text) =>
    SHORT.reduce((changed, [full, short]) => changed.replaceAll(new RegExp(`${full}(?! \\()`, 'gu'), short), text),
  ),
  'full names': inBody((text) =>
    SHORT.reduce(
      (changed, [full, short]) =>
        changed.replaceAll(new RegExp(`(?<!\\(|/|[-\\p{L}])${short}(?![\\p{L}\\d-])`, 'gu'), full),
      text,
    ),
  ),
  ...Object.fromEntries(ALIKE.map(([a, b]) => [`"${a}" and "${b}"`, swapped(a, b)])),
  'full-width digits': inBody((text) =>
    text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ),
  'letters that look alike': everywhere((text) => text.replaceAll('đ', '\u00f0').replaceAll('Đ', '\u00d0')),
  'invisible signs': everywhere((text, draw) =>
    atSome(text, /(?<=\p{L})(?=\p{L})/gu, draw, 9, () => pick(['\u200b', '\u00ad', '\ufeff'], draw)),
  ),
  'straight quotation marks': inBody((text) => text.replace(/[“”]/gu, '"')),
  'no space behind labels': (written, draw) =>
    inBody((text) => text.replace(/(?<=^(?:[-+]|[IVX]+\.|\d+\.|[a-zđ]\))) (?=\p{L})/u, draw % 2 === 0 ? '' : '  '))(
      written,
      draw,
    ),
  'a colon behind headings': inBody((text) => (isHeading(text) ? `${text}:` : text)),
  'dates written otherwise': inBody((text, draw) =>
    text.replace(
      /(?<![\d/])(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})(?!\d)/gu,
      (_, day: string, month: string, year: string) =>
        pick(
          [
            `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`,
            `${Number(day)}/${Number(month)}/${year}`,
            `${day}-${month}-${year}`,
            `${day}.${month}.${year}`,
            `${Number(day)} tháng ${Number(month)} năm ${year}`,
            `${day} / ${month} / ${year}`,
          ],
          draw,
        ),
    ),
  ),
  'small numbers with and without a zero': inBody((text, draw) =>
    draw % 2 === 0
      ? text.replace(/(?<![\d.,/])0(?=[1-9] \p{Ll})/gu, '')
      : text.replace(/(?<=\p{L} )(?=[1-9] \p{Ll})/gu, '0'),
  ),
  'percent in words': inBody((text) => text.replace(/(?<=\d)\s?%/gu, ' phần trăm')),
  'signs of comparison': inBody((text) => text.replace(/(?<=\s)(?:tối thiểu|ít nhất)(?= \d)/gu, '≥')),
  'dots in thousands': inBody((text, draw) =>
    text.replace(
      /(?<![\d.,/])(?<thousands>\d{1,3})\.(?<rest>\d{3})(?![\d.,/])/gu,
      pick(['$<thousands>$<rest>', '$<thousands> $<rest>'], draw),
    ),
  ),
  'a dot for the decimal comma': inBody((text) =>
    text.replace(/(?<![\d.,/])(\d{1,3}),(\d{1,2})(?![\d.,/])/gu, '$1.$2'),
  ),
  'ranges of shares in words': inBody((text, draw) =>
    text.replace(
      /(?<![\d.,/])(?<low>\d{1,3}(?:,\d+)?)\s?[-–]\s?(?<high>\d{1,3}(?:,\d+)?)\s?%/gu,
      pick(['$<low>% - $<high>%', '$<low> đến $<high>%', '$<low>% đến $<high>%', '$<low>-$<high>%'], draw),
    ),
  ),
  'quarters and months written otherwise': inBody((text, draw) =>
    text
      .replace(
        /(?<word>quý) (?<number>I{1,3}|IV)(?:\/| năm )(?<year>\d{4})/giu,
        (_, word: string, number: string, year: string) =>
          pick(
            [
              `${word} ${ROMANS.indexOf(number) + 1}/${year}`,
              `${word} ${number} năm ${year}`,
              `Quý ${number}/${year}`,
              `${word} ${number}-${year}`,
            ],
            draw,
          ),
      )
      .replace(/(?<=tháng )(?<month>\d{1,2})(?:\/| năm )(?<year>\d{4})/gu, (_, month: string, year: string) =>
        pick(
          [
            `${month.padStart(2, '0')}/${year}`,
            `${Number(month)} năm ${year}`,
            `${month} / ${year}`,
            `${Number(month)}-${year}`,
          ],
          draw,
        ),
      ),
  ),
  'periods written otherwise': inBody((text, draw) =>
    text.replace(
      /giai đoạn (?<from>\d{4}) ?[-–] ?(?<to>\d{4})/gu,
      pick(
        [
          'giai đoạn từ năm $<from> đến năm $<to>',
          'giai đoạn $<from> đến $<to>',
          'giai đoạn $<from>-$<to>',
          'giai đoạn từ $<from> - $<to>',
        ],
        draw,
      ),
    ),
  ),
  'names with other capitals': everywhere((text, draw) =>
    text
      .replaceAll('Ủy ban nhân dân', pick(['Ủy ban Nhân dân', 'Ủy Ban Nhân Dân'], draw))
      .replaceAll(/(?<=Sở )[\p{L}]+(?: và \p{L}+(?: \p{Ll}+)?)?/gu, (name) =>
        draw % 3 === 1 ? name.replace(/(?<= )\p{Ll}+/gu, (word) => (word === 'và' ? word : upper(word))) : name,
      ),
  ),
  'a page break in a sentence': (written, draw) =>
    isHtml(written) || written.body.some((text) => text.includes('\n'))
      ? written
      : inBody((text) => (text.length < 140 ? text : text.replace(/(?<=^.{75,105}\p{Ll}) (?=\p{Ll}{2,})/u, '\n\f')))(
          written,
          draw,
        ),
  'a stray line break': (written, draw) =>
    isHtml(written) || written.body.some((text) => text.includes('\n'))
      ? written
      : inBody((text) => (text.length < 140 ? text : text.replace(/(?<=^.{75,105}\p{Ll}) (?=\p{Ll}{2,})/u, '\n')))(
          written,
          draw,
        ),
  'tabs for indentation': inBody((text, draw) =>
    (draw % 3 === 1 ? text : `\t${text}`).replace(/(?<=^\t?\S{1,4}) (?=\S)/u, (space) =>
      draw % 3 === 0 || !/^\t?(?:[-+•●*]|\(?[\p{L}\d]{1,3}[.)/])\s/u.test(text) ? space : '\t',
    ),
  ),
};

const BREAKS: ReadonlySet<string> = new Set([
  'wrapped lines',
  'words broken at line ends',
  'soft line breaks',
  'a page break in a sentence',
  'a stray line break',
]);
const PAGES: ReadonlySet<string> = new Set(Object.keys(WAYS).filter((name) => /^(?:an HTML|Markdown)/u.test(name)));
/** Words come first, then lines are broken, then pages are made of them. No line is broken at a no-break space. */
const stageOf = (name: string): number =>
  PAGES.has(name) ? 3 : name === 'wide and no-break spaces' ? 2 : BREAKS.has(name) ? 1 : 0;

export interface Drawn {
  readonly way: string;
  readonly draw: number;
}

/** The text of a plan, written in several ways at once. */
export const otherwise = (plan: Pick<MadeUp, 'head' | 'body'>, ways: readonly Drawn[]): string =>
  textOf(
    [...ways]
      .sort((a, b) => stageOf(a.way) - stageOf(b.way))
      .reduce((written, { way, draw }) => WAYS[way]?.(written, draw) ?? written, asIs(plan)),
  );
