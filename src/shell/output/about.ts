import { type DocumentHeader, SCHEMA_VERSION } from '../../model/record.ts';

/** What a Data Package says of a text that it was made from. */
export interface PackageSource {
  readonly title: string;
  readonly path?: string;
}

/** A description is read whole by everyone: of more documents the table of documents tells. */
const MOST_SOURCES = 1000;

/**
 * What others may do with the data: what the program makes of the texts, and the texts themselves. Names are those of the
 * Open Definition, which CKAN and Zenodo use too: `other-pd` is "Other (Public Domain)", what nobody has rights in.
 */
const LICENCES = [
  {
    name: 'MIT',
    title: 'MIT License: tables, codes and labels as kehoach makes them',
    path: 'https://opensource.org/license/mit',
  },
  {
    name: 'other-pd',
    title:
      'Other (Public Domain): quotes and figures of official documents of Vietnam (Law on Intellectual Property 50/2005/QH11, Article 15: no copyright in legal and administrative documents, their official translations, figures, and mere news). Other articles of the press remain those of the press',
  },
];

/** "Ủy ban nhân dân tỉnh Phú Thọ, 12/KH-UBND, 2021-05-05: KẾ HOẠCH …", with its address where it came from the web. */
export function packageSource({ id, issuer, number, issuedOn, title, source }: DocumentHeader): PackageSource {
  const which = [issuer?.name, number, issuedOn].filter((part) => part != null).join(', ');
  const said = [which, title ?? ''].filter((part) => part !== '').join(': ');
  return {
    title: said === '' ? id : said.replace(/\s+/gu, ' '),
    // A path of the machine that read it leads nowhere, and is nobody's business.
    ...(/^https?:\/\//iu.test(source.uri) && URL.canParse(source.uri) ? { path: source.uri } : {}),
  };
}

/** A Data Package (version 2) of tables: what it is called, whose it is, and its files. */
export function dataPackageOf(
  name: string,
  sources: readonly PackageSource[],
  resources: readonly unknown[],
): Readonly<Record<string, unknown>> {
  const more = sources.length - MOST_SOURCES;
  const told = [
    ...sources.slice(0, MOST_SOURCES),
    ...(more > 0 ? [{ title: `${more} more: see the table of documents` }] : []),
  ];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: 'Targets, tasks, agencies and deadlines of Vietnamese public plans',
    version: SCHEMA_VERSION,
    licenses: LICENCES,
    ...(told.length === 0 ? {} : { sources: told }),
    resources,
  };
}
