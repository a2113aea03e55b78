import { strToU8 } from 'fflate';
import type { Parts } from './container.ts';
import { element, part } from './markup.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const FIRST = 'firstHeader';

/** What a reader of another format has made of a document. */
export interface WrittenParts {
  /** Paragraphs and tables, as WordprocessingML; "" for a header or footer that is not there. */
  readonly body: string;
  /** Of the first page alone. */
  readonly firstHeader: string;
  readonly header: string;
  readonly footer: string;
  /** Whole further parts by the name that Word gives them: "styles", "footnotes". */
  readonly others: Readonly<Record<string, string>>;
}

/** The parts of a DOCX that say what another format said. */
export function writeParts({ body, firstHeader, header, footer, others }: WrittenParts): Parts {
  const use = (kind: string, content: string, id = kind, type = 'default'): string =>
    content === '' ? '' : `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
  const section = element(
    'sectPr',
    use('header', firstHeader, FIRST, 'first') +
      use('header', header) +
      use('footer', footer) +
      (firstHeader === '' ? '' : '<w:titlePg/>'),
  );
  const linked = {
    [FIRST]: part('hdr', firstHeader),
    header: part('hdr', header),
    footer: part('ftr', footer),
    ...others,
  };
  const links = Object.keys(linked).map(
    (name) => `<Relationship Id="${name}" Type="${OFFICE}/${name === FIRST ? 'header' : name}" Target="${name}.xml"/>`,
  );
  const files: readonly (readonly [path: string, text: string])[] = [
    ['word/document.xml', part('document', element('body', body + section))],
    ['word/_rels/document.xml.rels', `<Relationships xmlns="${PACKAGE}">${links.join('')}</Relationships>`],
    ...Object.entries(linked).map(([name, text]) => [`word/${name}.xml`, text] as const),
  ];
  return new Map(files.map(([path, text]) => [path, strToU8(text)]));
}
