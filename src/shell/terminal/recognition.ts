import stringWidth from 'string-width';
import type { Range } from '../../language/sentences.ts';
import type { Mention } from '../../model/mention.ts';
import type { RuledTarget, TextRecognition } from '../recognise.ts';
import { agencySaid, codeSaid, datesSaid, quantitySaid, saidBy } from './said.ts';
import { drawTable } from './table.ts';
import { wrappedLines } from './wrap.ts';

/**
 * A text with its mentions marked below it, then a list of them, the targets, and the figures that are in none.
 *
 * @param width columns of the terminal
 */
export function recognition({ text, mentions, targets, unused }: TextRecognition, width: number): string {
  return [
    ...marked(text, mentions, width),
    '',
    ...(mentions.length === 0 ? ['No mentions'] : ['Mentions', mentionsTable(mentions, width)]),
    '',
    ...(targets.length === 0 ? ['No targets'] : targets.flatMap((target, i) => targetLines(target, i + 1, width))),
    ...(unused.length === 0
      ? []
      : [
          '',
          'Figures that are in no target',
          drawTable(
            [{ title: 'figure' }, { title: 'why', flexible: true }],
            unused.map(({ figure, reason }) => [figure, reason]),
            width,
          ),
        ]),
  ].join('\n');
}

/** A numbered mark: "2───". */
interface Mark extends Range {
  readonly name: string;
}

/** Each line of the text, and below it the marks of what was found in it. */
function marked(text: string, mentions: readonly Mention[], width: number): string[] {
  return wrappedLines(text, width).flatMap(({ start, end }) => {
    const column = (offset: number): number => stringWidth(text.slice(start, Math.min(offset, end)));
    const marks = mentions.flatMap((mention, i): Mark[] =>
      mention.start < end && mention.end > start
        ? [{ name: String(i + 1), start: column(Math.max(start, mention.start)), end: column(mention.end) }]
        : [],
    );
    return [text.slice(start, end), ...lanes(marks)];
  });
}

/** Marks as lines, as few as can be: those that lie over one another get lines of their own. */
function lanes(marks: readonly Mark[]): string[] {
  const lines: string[] = [];
  for (const { name, start, end } of marks) {
    const drawn = name.padEnd(end - start, '─');
    const free = lines.findIndex((line) => line.length < start || (start === 0 && line === ''));
    const lane = free < 0 ? lines.length : free;
    lines[lane] = (lines[lane] ?? '').padEnd(start) + drawn;
  }
  return lines;
}

const mentionsTable = (mentions: readonly Mention[], width: number): string =>
  drawTable(
    [
      { title: '#', align: 'right' },
      { title: 'kind', optional: true },
      { title: 'rule' },
      { title: 'text', flexible: true },
      { title: 'value', flexible: true },
    ],
    mentions.map((mention, i) => [
      String(i + 1),
      mention.kind,
      mention.rule,
      oneLine(mention.text),
      mention.kind === 'deadline' ? datesSaid(mention.value) : saidBy(mention),
    ]),
    width,
  );

/** Columns of the names of a target's fields. */
const NAMES = 13;

function targetLines(target: RuledTarget, number: number, width: number): string[] {
  const { indicator, quantity, direction, status, deadline, agencies, baseline, condition, area, path, rules } = target;
  const facts: readonly (readonly [name: string, ...values: readonly string[]])[] = [
    ['indicator', oneLine(indicator.text)],
    ['code', codeSaid(indicator) ?? ''],
    ['value', quantity === null ? 'none (qualitative)' : `${quantitySaid(quantity)}${by(rules.quantity)}`],
    ['direction', direction],
    ['status', status],
    [
      'deadline',
      deadline === null
        ? ''
        : `${datesSaid(deadline)} ("${oneLine(deadline.text)}", ${deadline.basis})${by(rules.deadline)}`,
    ],
    ['agencies', ...agencies.map((agency, i) => `${agencySaid(agency)}${by(rules.agencies[i] ?? null)}`)],
    ['baseline', baseline ?? ''],
    ['condition', condition ?? ''],
    ['area', area ?? ''],
    ['path', path ?? ''],
    ['quote', `"${oneLine(target.source.quote)}"`],
    ['confidence', String(target.confidence)],
  ];
  return [
    ...(number === 1 ? [] : ['']),
    `Target ${number}`,
    ...facts.flatMap(([name, ...values]) =>
      values.filter((value) => value !== '').flatMap((value, i) => fact(i === 0 ? name : '', value, width)),
    ),
  ];
}

/** A value beside its name, its further lines below its first. */
function fact(name: string, value: string, width: number): string[] {
  const lines = wrappedLines(value, Math.max(width - NAMES, NAMES));
  return lines.map(({ start, end }, i) => `${(i === 0 ? `  ${name}` : '').padEnd(NAMES)}${value.slice(start, end)}`);
}

const by = (rule: string | null): string => (rule === null ? '' : ` by ${rule}`);

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');
