// Who may use whom in src/: held by layers.test.ts, told in docs/ARCHITECTURE.md.

export interface Layer {
  /** Other folders of src/ (or files on its top level) that it may import. */
  readonly siblings: readonly string[];
  readonly packages: readonly string[];
  /** Files that read the tables that come with the program: the one door to the disk. */
  readonly loaders?: RegExp;
}

/** What each folder of src/ may import; shell/ and tests are free. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  model: { siblings: [], packages: ['zod'] },
  knowledge: { siblings: ['model'], packages: ['zod'], loaders: /^knowledge\/[^/]+\.ts$/u },
  language: { siblings: ['model', 'knowledge'], packages: [] },
  catalogue: { siblings: ['model', 'knowledge', 'language'], packages: [] },
  read: {
    siblings: ['model', 'knowledge', 'language'],
    packages: [
      '@xmldom/xmldom',
      'cfb',
      'cheerio',
      'fast-png',
      'fflate',
      'file-type',
      'mammoth',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'micromark-extension-gfm',
      'pdfjs-dist',
      'postal-mime',
      'rtf-stream-parser',
      'utif2',
    ],
  },
  extract: { siblings: ['model', 'knowledge', 'language', 'catalogue'], packages: ['@eslint-community/regexpp'] },
  corrections: { siblings: ['model'], packages: ['zod'] },
  compare: { siblings: ['model', 'knowledge', 'language', 'catalogue'], packages: [] },
  'run.ts': { siblings: ['model', 'knowledge', 'read', 'extract'], packages: [] },
  'index.ts': { siblings: ['model', 'knowledge', 'extract', 'run.ts'], packages: [] },
};

/** What the rooms of a layer may import of their own layer, besides their own files and the rooms within them. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'extract/mentions/engine': [],
  'extract/mentions/agencies': ['extract/mentions/engine'],
  'extract/mentions/quantities': ['extract/mentions/engine'],
  'extract/mentions/times': ['extract/mentions/engine'],
  'extract/mentions/references': ['extract/mentions/engine', 'extract/mentions/agencies'],
  'extract/document': ['extract/mentions'],
  'extract/header': ['extract/document', 'extract/mentions'],
  'extract/citations': ['extract/document'],
  'extract/statements': ['extract/document', 'extract/mentions'],
  'extract/tables': ['extract/document', 'extract/statements', 'extract/mentions'],
  'extract/record': ['extract/document', 'extract/statements'],
  'extract/tasks': ['extract/document', 'extract/tables', 'extract/record', 'extract/mentions'],
  'extract/targets': [
    'extract/document',
    'extract/mentions',
    'extract/statements',
    'extract/tables',
    'extract/record',
    'extract/tasks',
  ],
  'extract/review': ['extract/document', 'extract/statements', 'extract/tables', 'extract/tasks'],
  'read/encoding': [],
  'read/scan': ['read/encoding'],
  'read/furniture': ['read/labels.ts'],
  'read/text': ['read/blocks.ts', 'read/labels.ts', 'read/line-words.ts', 'read/furniture'],
  'read/html': [
    'read/blocks.ts',
    'read/labels.ts',
    'read/line-words.ts',
    'read/text',
    'read/encoding',
    'read/furniture',
  ],
  'read/markdown': ['read/blocks.ts', 'read/sniff.ts', 'read/text', 'read/html', 'read/furniture'],
  'read/mail': ['read/attached.ts'],
  'read/docx': ['read/size.ts', 'read/html', 'read/encoding'],
  'read/doc': ['read/size.ts', 'read/docx', 'read/encoding'],
  'read/rtf': ['read/size.ts', 'read/docx', 'read/encoding'],
  'read/pdf': [
    'read/size.ts',
    'read/sniff.ts',
    'read/attached.ts',
    'read/blocks.ts',
    'read/html/raised.ts',
    'read/encoding',
    'read/scan',
  ],
  'shell/queue/redis': [],
  'shell/queue/exchange': ['shell/queue/redis'],
  'shell/queue/submit': ['shell/queue/redis', 'shell/queue/exchange'],
  'shell/queue/work': ['shell/queue/redis', 'shell/queue/exchange'],
  'shell/queue/watch': ['shell/queue/redis', 'shell/queue/exchange', 'shell/queue/submit', 'shell/queue/work'],
};
