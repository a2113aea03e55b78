import type { Account, PlacedMention } from '../../index.ts';
import type { Agency, Coverage, PlanRecord, Section, Target, Task } from '../../model/record.ts';
import { printable } from './printable.ts';
import { agencySaid, codeSaid, deadlineSaid, quantitySaid, saidBy } from './said.ts';

/** A record as a person reads it: header, outline, targets, tasks, references, warnings. */
export function account({
  record,
  mentions,
  figures,
}: Omit<Account, 'furniture'> & { readonly record: PlanRecord }): string {
  const { sections, targets, tasks, references, warnings, coverage } = record;
  const unused = figures.filter(({ reason }) => reason !== null);
  return [
    ...header(record),
    ...part('Outline', sections.map(section)),
    ...part('Targets', targets.flatMap(target)),
    ...part('Tasks', tasks.flatMap(task)),
    ...part(
      'References',
      references.map(({ number, type, date }) => `${number} (${type}${date === null ? '' : `, ${date}`})`),
    ),
    ...part('Mentions', mentions.map(mentioned)),
    ...part(
      'Figures that are in no target',
      unused.map(({ path, text, reason }) => `${path ?? '–'} "${text}": ${reason}`),
    ),
    ...part('Set aside', coverage?.setAside.map(leftOut) ?? []),
    ...part(
      'Warnings',
      warnings.map(({ code, message }) => `${code}: ${message}`),
    ),
  ].join('\n');
}

/** Text of the file that is no part of its document, and the figures in it. */
function leftOut({ reason, characters, text, where, page }: Coverage['setAside'][number]): string {
  const place = [page === undefined ? '' : `page ${page}`, where ?? ''].filter((said) => said !== '').join(', ');
  return `${reason}${place === '' ? '' : ` (${place})`}: ${text === undefined ? `${characters} letters and digits` : `"${text.replace(/\s+/gu, ' ')}"`}`;
}

function header({ document, pipeline, coverage }: PlanRecord): string[] {
  const { source, province, issuer, period, signers } = document;
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['id', document.id],
    [
      'source',
      `${printable(source.uri)} (${source.mediaType}, ${source.bytes} bytes${source.pages === null ? '' : `, ${source.pages} pages`})`,
    ],
    ['images', source.recognised === undefined ? null : imagesSaid(source.recognised)],
    ['form', document.form],
    ['number', document.number],
    ['title', document.title?.replace(/\s+/gu, ' ')],
    ['issuer', issuer === null ? null : `${issuer.name} (${issuer.code})`],
    [
      'province',
      province === null ? null : `${province.name} (${province.code} of ${province.set}, from ${province.basis})`,
    ],
    ['level', document.level],
    ['issued on', document.issuedOn],
    ['period', period === null ? null : `${period.start ?? '…'} to ${period.end ?? '…'}`],
    ['pipeline', `${pipeline.name} ${pipeline.version}`],
    ['read', coverage === undefined ? null : coverageSaid(coverage)],
    ['signed by', signers.map(({ name, title }) => (title === null ? name : `${name}, ${title}`)).join('; ')],
  ];
  return rows.flatMap(([name, value]) => (value == null || value === '' ? [] : [`${name.padEnd(10)} ${value}`]));
}

/** "6 pages by tesseract 5.3, vie best_int 4.0.0" */
function imagesSaid({ pages, engine, data }: NonNullable<PlanRecord['document']['source']['recognised']>): string {
  return `${pages.length} ${pages.length === 1 ? 'page' : 'pages'} by ${engine}, ${data}`;
}

function coverageSaid({ read, furniture, setAside }: Coverage): string {
  const aside = setAside.reduce((sum, { characters }) => sum + characters, 0);
  return `${read} letters and digits; ${furniture} of page and site, ${aside} set aside`;
}

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [
        '',
        `${title} (${lines.filter((line) => !line.startsWith('    ')).length})`,
        ...lines.map((line) => `  ${line}`),
      ];

function mentioned({ path, mention }: PlacedMention): string {
  return `${path ?? '–'} ${mention.kind} "${mention.text.replace(/\s+/gu, ' ')}" by ${mention.rule}: ${saidBy(mention)}`;
}

function section({ path, title, area }: Section): string {
  return `${'  '.repeat(path.split('.').length - 1)}${path} ${title}${area === null ? '' : ` [${area}]`}`;
}

function target({
  path,
  area,
  kind,
  status,
  indicator,
  quantity: amount,
  direction,
  deadline: due,
  agencies,
  source,
  confidence,
}: Target): string[] {
  const said = amount === null ? kind : quantitySaid(amount);
  return [
    `${path ?? '–'} ${indicator.text}: ${direction} ${said}${status === 'result' ? ' (result)' : ''}`,
    detail([codeSaid(indicator), area, due === null ? null : deadlineSaid(due), names(agencies), sure(confidence)]),
    `    "${source.quote.replace(/\s+/gu, ' ')}"`,
  ];
}

function task({ path, number, area, text, product, leads, cooperating, deadline: due, confidence }: Task): string[] {
  return [
    `${number ?? path ?? '–'} ${text}`,
    detail([
      area,
      product,
      due === null ? null : deadlineSaid(due),
      names(leads),
      names(cooperating),
      sure(confidence),
    ]),
  ];
}

const detail = (facts: readonly (string | null)[]): string =>
  `    ${facts.filter((fact) => fact !== null && fact !== '').join(' · ')}`;

const names = (agencies: readonly Agency[]): string => agencies.map(agencySaid).join('; ');

const sure = (confidence: number): string => `confidence ${confidence}`;
