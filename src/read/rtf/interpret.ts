import { equationText } from '../docx/equation-field.ts';
import { element, escapeXml, fonts } from '../docx/markup.ts';
import { endCell, endRow, type Merge, type TableBuilder, tableBuilder, writeTable } from '../docx/table-writer.ts';
import { characterOf } from '../encoding/codes.ts';

/** A piece of RTF: the beginning or end of a group, a control word with its number, or bytes of text. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly number: number | undefined }
  | { readonly kind: 'text'; readonly bytes: Uint8Array };

/** Stories of the document as WordprocessingML. */
export interface Stories {
  readonly body: string;
  readonly firstHeader: string;
  readonly header: string;
  readonly footer: string;
  readonly footnotes: readonly string[];
}

/** What a group inherits from the one around it, and gives back at its end. */
interface Format {
  font: number | undefined;
  bold: boolean;
  caps: boolean;
  hidden: boolean;
  struck: boolean;
  doubleStruck: boolean;
  /** By tracked changes. */
  deleted: boolean;
  moved: boolean;
  raised: boolean;
  /** Bytes that follow a `\u` for programs that know no Unicode. */
  unicodeSkip: number;
}

/** Words of the format that turn on, and off with a zero. */
const TOGGLES: Readonly<Record<string, 'bold' | 'caps' | 'hidden' | 'struck' | 'doubleStruck' | 'deleted' | 'moved'>> =
  {
    b: 'bold',
    caps: 'caps',
    v: 'hidden',
    strike: 'struck',
    striked: 'doubleStruck',
    deleted: 'deleted',
    mvf: 'moved',
  };

type Destination = 'body' | 'firstHeader' | 'header' | 'footer' | 'note' | 'label' | 'code' | 'fonts' | 'ignored';

type PageStory = 'body' | 'firstHeader' | 'header' | 'footer';

interface Group {
  readonly format: Format;
  readonly destination: Destination;
  /** Within an object. */
  readonly shown?: boolean;
}

/** The element of a tracked change around a run; "" where the run stays. */
type Change = 'del' | 'moveFrom' | '';

/** One story in the making. */
interface Story {
  readonly tables: TableBuilder[];
  blocks: string;
  runs: string;
  /**
   * Text of the run in the making, and its properties. RTF writes Vietnamese letter by letter; a run for each of them would
   * take a hundred times the memory of the text.
   */
  text: string;
  properties: string;
  change: Change;
  depth: number;
}

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  listtext: 'label',
  pntext: 'label',
  fldinst: 'code',
  footnote: 'note',
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'firstHeader',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
};
/** Groups without text of the document. */
const IGNORED = new Set(
  'colortbl stylesheet info listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata datastore latentstyles sp objclass objname objalias objsect objdata objtime bkmkstart bkmkend annotation atnid atnauthor ftnsep ftnsepc aftnsep aftnsepc nonshppict falt panose pgdsctbl pntxta pntxtb'.split(
    ' ',
  ),
);
/** Groups marked as unknown to old programs that do hold text or rows. */
const KEPT = new Set(['shpinst', 'nesttableprops', 'shppict', 'result', 'mmath', 'moMath', 'moMathPara']);
/** What a formula looks like, and the picture that old programs show for it. */
const FORMULA_PROPERTIES = /^m[a-zA-Z]{1,12}Pr$|^mmathPict$/u;
const SIGNS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '-',
  '-': '\u00ad',
  '{': '{',
  '}': '}',
  '\\': '\\',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};
/** What is shown but not read. */
const UNREAD = { pict: '<w:pict><w:imagedata/></w:pict>', object: '<w:object><w:OLEObject/></w:object>' } as const;
const VIETNAMESE_CHARSET = 163;
const fieldMark = (type: string): string => `<w:fldChar w:fldCharType="${type}"/>`;

/** Reads a document's tokens. */
export class Interpreter {
  readonly #groups: Group[] = [];
  #group: Group = { format: plain(1), destination: 'body' };
  readonly #stories: Record<PageStory, Story> = {
    body: story(),
    firstHeader: story(),
    header: story(),
    footer: story(),
  };
  readonly #notes: string[] = [];
  /** The story at hand; a note interrupts the one that refers to it. */
  #story: Story = this.#stories.body;
  readonly #outer: Story[] = [];
  readonly #fonts = new Map<number, { name: string; charset: number }>();
  #font = 0;
  #label = '';
  #code = '';
  /** Depths of the groups of formula fields that are open. */
  readonly #equations: number[] = [];
  #starred = false;
  #opened = false;
  #skip = 0;
  #edges: number[] = [];
  #merges: Merge[] = [];
  #merge: { joined: boolean; vertical: Merge['vertical'] } = { joined: false, vertical: undefined };

  take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.#open();
        return;
      case 'close':
        this.#close();
        break;
      case 'word':
        this.#word(token.word, token.number);
        break;
      case 'text':
        this.#bytes(token.bytes);
    }
    this.#opened = false;
  }

  end(): Stories {
    while (this.#groups.length > 0) this.#close();
    this.#endEquations();
    return {
      body: finish(this.#stories.body),
      firstHeader: finish(this.#stories.firstHeader),
      header: finish(this.#stories.header),
      footer: finish(this.#stories.footer),
      footnotes: this.#notes,
    };
  }

  #open(): void {
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, format: { ...this.#group.format } };
    this.#opened = true;
    this.#starred = false;
    this.#skip = 0;
  }

  #close(): void {
    const { destination } = this.#group;
    this.#endEquations();
    const outer = this.#groups.pop();
    if (outer === undefined) return;
    this.#group = outer;
    this.#skip = 0;
    if (destination === outer.destination) return;
    if (destination === 'label') this.#endLabel();
    else if (destination === 'code') this.#equation();
    else if (destination === 'note') {
      this.#notes.push(finish(this.#story));
      this.#story = this.#outer.pop() ?? this.#stories.body;
      this.#run(`<w:footnoteReference w:id="${this.#notes.length - 1}"/>`);
    } else if (isPart(destination)) {
      endParagraph(this.#story);
      this.#story = this.#outer.pop() ?? this.#stories.body;
    }
  }

  /** A formula field shows nothing but its code, where no result of it is stored: that is looked up where fields are read. */
  #equation(): void {
    const shown = equationText(this.#code);
    if (shown === undefined) return;
    if (this.#group.destination === 'label') {
      this.#text(shown);
      return;
    }
    this.#run(`${fieldMark('begin')}<w:instrText>${escapeXml(this.#code)}</w:instrText>${fieldMark('separate')}`);
    this.#equations.push(this.#groups.length);
  }

  #endEquations(): void {
    while (this.#equations.length > 0 && this.#equations.at(-1) === this.#groups.length) {
      this.#equations.pop();
      this.#run(fieldMark('end'));
    }
  }

  #word(word: string, number: number | undefined): void {
    if (word === '*') {
      this.#starred = true;
      return;
    }
    if (this.#opened || this.#starred) this.#begin(word);
    this.#starred = false;
    const { destination, format } = this.#group;
    if (destination === 'ignored') return;
    if (destination === 'fonts') {
      if (word === 'f') {
        this.#font = number ?? 0;
        this.#change({ name: '', charset: 0 });
      } else if (word === 'fcharset') this.#change({ charset: number ?? 0 });
      return;
    }
    const sign = SIGNS[word];
    if (sign !== undefined) this.#text(sign);
    else if (word === 'u') {
      this.#text(String.fromCharCode((number ?? 0) & 0xffff));
      this.#skip = format.unicodeSkip;
    } else if (word === 'uc') format.unicodeSkip = Math.max(0, number ?? 1);
    else if (destination !== 'code' && !this.#character(word, number)) this.#layout(word, number);
  }

  /** The first word of a group says what the group is. */
  #begin(word: string): void {
    const found = DESTINATIONS[word];
    const { format, destination } = this.#group;
    if (destination === 'ignored') return;
    if (destination === 'code') {
      if (this.#starred || found !== undefined) this.#group = { format, destination: 'ignored' };
      return;
    }
    if (
      IGNORED.has(word) ||
      FORMULA_PROPERTIES.test(word) ||
      (this.#starred && found === undefined && !KEPT.has(word))
    ) {
      this.#group = { format, destination: 'ignored' };
      return;
    }
    if (word === 'pict' || word === 'object') {
      // The picture of an object shows what that is; what it shows as text is read.
      if (word === 'object' || !this.#group.shown) this.#run(UNREAD[word]);
      this.#group = { format, destination: word === 'pict' ? 'ignored' : destination, shown: true };
    }
    if (found === undefined) {
      this.#formula(word);
      return;
    }
    this.#group = { format, destination: found };
    if (found === 'label') this.#label = '';
    if (found === 'code') this.#code = '';
    if (found !== 'note' && !isPart(found)) return;
    this.#outer.push(this.#story);
    this.#story = found === 'note' ? story() : this.#stories[found];
  }

  /** Parts of a formula are groups of their own: what they are is said in the text. */
  #formula(word: string): void {
    const { format } = this.#group;
    if (word === 'mden') this.#text('/');
    else if (word === 'mrad') this.#text('√');
    else if (word === 'msup') format.raised = true;
  }

  #character(word: string, number: number | undefined): boolean {
    const { format } = this.#group;
    const on = number !== 0;
    const toggle = TOGGLES[word];
    if (toggle !== undefined) format[toggle] = on;
    else if (word === 'f') format.font = number;
    else if (word === 'super') format.raised = on;
    // Half points; what is lifted less is no mark.
    else if (word === 'up') format.raised = (number ?? 6) >= 4;
    else if (word === 'sub' || word === 'dn' || word === 'nosupersub') format.raised = false;
    else if (word === 'plain') Object.assign(format, plain(format.unicodeSkip));
    else return false;
    return true;
  }

  #layout(word: string, number: number | undefined): void {
    const at = this.#story;
    if (word === 'par' || word === 'sect') endParagraph(at);
    else if (word === 'line' || word === 'lbr') this.#run('<w:br/>');
    else if (word === 'tab') this.#text('\t');
    else if (word === 'pard') at.depth = 0;
    else if (word === 'intbl') at.depth = Math.max(1, at.depth);
    else if (word === 'itap') at.depth = Math.min(10, number ?? 1);
    else if (word === 'cell' || word === 'nestcell') {
      if (word === 'cell') at.depth = 1;
      endParagraph(at, true);
    } else if (word === 'row' || word === 'nestrow') {
      const table = at.tables.at(-1);
      if (table !== undefined) endRow(table, { edges: this.#edges, merges: this.#merges });
    } else this.#row(word, number);
  }

  #row(word: string, number: number | undefined): void {
    if (word === 'trowd') {
      this.#edges = [];
      this.#merges = [];
    } else if (word === 'trleft') this.#edges[0] = number ?? 0;
    else if (word === 'clmrg') this.#merge.joined = true;
    else if (word === 'clvmgf') this.#merge.vertical = 'restart';
    else if (word === 'clvmrg') this.#merge.vertical = 'continue';
    else if (word === 'cellx') {
      if (this.#edges.length === 0) this.#edges.push(0);
      this.#edges.push(number ?? 0);
      this.#merges.push(this.#merge);
      this.#merge = { joined: false, vertical: undefined };
    }
  }

  #bytes(bytes: Uint8Array): void {
    const kept = bytes.subarray(this.#skip);
    this.#skip = Math.max(0, this.#skip - bytes.length);
    const { destination, format } = this.#group;
    if (destination === 'ignored' || kept.length === 0) return;
    if (destination === 'fonts') {
      const name = `${this.#fonts.get(this.#font)?.name ?? ''}${decode(kept, 0)}`;
      this.#change({ name: name.replace(/;.*$/u, '') });
      return;
    }
    this.#text(decode(kept, this.#fonts.get(format.font ?? 0)?.charset ?? 0));
  }

  #change(change: Partial<{ name: string; charset: number }>): void {
    this.#fonts.set(this.#font, { name: '', charset: 0, ...this.#fonts.get(this.#font), ...change });
  }

  #text(text: string): void {
    if (this.#group.destination === 'label') this.#label += text;
    else if (this.#group.destination === 'code') this.#code += text;
    else if (this.#group.destination !== 'ignored')
      for (const [index, piece] of text.split('\t').entries()) {
        if (index > 0) this.#run('<w:tab/>');
        if (piece === '') continue;
        const [properties, change] = [this.#properties(), this.#tracked()];
        if (this.#story.properties !== properties || this.#story.change !== change) endRun(this.#story);
        this.#story.properties = properties;
        this.#story.change = change;
        this.#story.text += piece;
      }
  }

  #run(content: string): void {
    if (this.#group.destination === 'ignored') return;
    endRun(this.#story);
    this.#story.runs += changed(this.#tracked(), element('r', element('rPr', this.#properties()) + content));
  }

  /** The tracked change that took away what comes next. */
  #tracked(): Change {
    const { deleted, moved } = this.#group.format;
    return deleted ? 'del' : moved ? 'moveFrom' : '';
  }

  /** Of what comes next. */
  #properties(): string {
    const { font, bold, caps, hidden, struck, doubleStruck, raised } = this.#group.format;
    const name = this.#fonts.get(font ?? 0)?.name;
    return [
      fonts(name, name),
      bold ? '<w:b/>' : '',
      caps ? '<w:caps/>' : '',
      hidden ? '<w:vanish/>' : '',
      struck ? '<w:strike/>' : '',
      doubleStruck ? '<w:dstrike/>' : '',
      raised ? '<w:vertAlign w:val="superscript"/>' : '',
    ].join('');
  }

  /** The label is stored as it was printed last; of bullets only "+" is more than a dash. */
  #endLabel(): void {
    const shown = this.#label.trim();
    const label = /[\p{L}\p{N}]/u.test(shown) ? shown : shown === '+' || shown === '\uf02b' ? '+' : '-';
    if (shown !== '') this.#text(`${label} `);
  }
}

const isPart = (destination: Destination): destination is Exclude<PageStory, 'body'> =>
  destination === 'firstHeader' || destination === 'header' || destination === 'footer';

function plain(unicodeSkip: number): Format {
  return {
    font: undefined,
    ...{ bold: false, caps: false, hidden: false, struck: false, doubleStruck: false, raised: false },
    ...{ deleted: false, moved: false },
    unicodeSkip,
  };
}

function story(): Story {
  return { tables: [], blocks: '', runs: '', text: '', properties: '', change: '', depth: 0 };
}

function endRun(story: Story): void {
  const { text, properties, change } = story;
  story.text = '';
  const written = escapeXml(text);
  if (written === '') return;
  const run = element('r', element('rPr', properties) + element('t', written, 'xml:space="preserve"'));
  story.runs += changed(change, run);
}

const changed = (change: Change, run: string): string => (change === '' ? run : element(change, run));

function endParagraph(story: Story, cell = false): void {
  setDepth(story, story.depth);
  endRun(story);
  const written = element('p', story.runs);
  story.runs = '';
  const table = story.tables.at(-1);
  if (table === undefined) story.blocks += written;
  else {
    table.content += written;
    if (cell) endCell(table);
  }
}

function setDepth(story: Story, depth: number): void {
  while (story.tables.length > depth) {
    const table = story.tables.pop();
    const outer = story.tables.at(-1);
    const written = table === undefined ? '' : writeTable(table);
    if (outer === undefined) story.blocks += written;
    else outer.content += written;
  }
  while (story.tables.length < depth) story.tables.push(tableBuilder());
}

function finish(story: Story): string {
  endRun(story);
  if (story.runs !== '') endParagraph(story);
  setDepth(story, 0);
  return story.blocks;
}

function decode(bytes: Uint8Array, charset: number): string {
  if (charset === VIETNAMESE_CHARSET) return new TextDecoder('windows-1258').decode(bytes);
  return [...bytes].map(characterOf).join('');
}
