import type { Account, PlacedMention } from '../../index.ts';
import type { Agency, PlanRecord, Section, Target, Task } from '../../model/record.ts';
import { printable } from './printable.ts';
import { agencySaid, codeSaid, deadlineSaid, quantitySaid, saidBy } from './said.ts';

/** A record as a person reads it: header, outline, targets, tasks, references, warnings. */
export function account({ record, mentions, figures }: Account & { readonly record: PlanRecord }): string {
  const { sections, targets, tasks, references, warnings } = record;
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
    ...part(
      'Warnings',
      warnings.map(({ code, message }) => `${code}: ${message}`),
    ),
  ].join('\n');
}

function header({ document, pipeline }: PlanRecord): string[] {
  const { source, province, issuer, period, signers } = document;
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['id', document.id],
    [
      'source',
      `${printable(source.uri)} (${source.mediaType}, ${source.bytes} bytes${source.pages === null ? '' : `, ${source.pages} pages`})`,
    ],
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
    ['signed by', signers.map(({ name, title }) => (title === null ? name : `${name}, ${title}`)).join('; ')],
  ];
  return rows.flatMap(([name, value]) => (value == null || value === '' ? [] : [`${name.padEnd(10)} ${value}`]));
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
