import type { Mention } from '../model/mention.ts';
import { Source, Target } from '../model/record.ts';
import { type ExtractOptions, inspectText } from '../run.ts';

/** What the rules see in a text of a few sentences, and which of them saw it. */
export interface TextRecognition {
  /** As the readers leave it: NFC, without surplus white space. Every offset counts UTF-16 units of it. */
  readonly text: string;
  readonly year: number | null;
  /** In order of start. */
  readonly mentions: readonly Mention[];
  readonly targets: readonly RuledTarget[];
  /** Figures that are in no target, and why. */
  readonly unused: readonly UnusedFigure[];
}

/** A target with the rules of the mentions that it was made of. */
export type RuledTarget = Target & {
  readonly rules: {
    /** Null where no mention holds the figure, or the target has none. */
    readonly quantity: string | null;
    /** Null where nothing in the text tells one. */
    readonly deadline: string | null;
    /** In the order of `agencies`. */
    readonly agencies: readonly (string | null)[];
  };
};

export interface UnusedFigure {
  readonly start: number;
  readonly figure: string;
  readonly reason: string;
}

/**
 * Opens the document that a text is thought to stand in. Without it the text would be taken for a title: what is short and
 * stands first is one.
 */
const OPENING = 'KẾ HOẠCH\nCông tác\nKế hoạch có các nội dung sau đây.';

/**
 * Takes a text the whole way of a document, as if it stood in the body of a plan.
 *
 * @param year of that plan: completes "ngày 30/6", and is the period of targets that name no time. Null leaves both open.
 * @throws {PlanError} `pipeline-unknown`
 */
export function recogniseText(
  text: string,
  year: number | null,
  { pipelines, pipeline }: Required<Pick<ExtractOptions, 'pipelines' | 'pipeline'>>,
): TextRecognition {
  const ofYear = year === null ? {} : { declared: { year } };
  const seen = inspectText(text, OPENING, { uri: 'text', pipelines, pipeline, ...ofYear });
  const from = OPENING.length + 1;
  const own = seen.text.slice(from).trimEnd();
  const mentions = seen.mentions
    .filter(({ start }) => start >= from)
    .map(
      ({ start, mention }): Mention => ({ ...mention, start: start - from, end: start - from + mention.text.length }),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    text: own,
    year,
    mentions,
    targets: seen.record.targets
      .map((target) => moved(target, from))
      .map((target) => ({ ...target, rules: rulesOf(target, mentions) })),
    unused: seen.figures.flatMap(({ start, reason }) =>
      reason === null
        ? []
        : [{ start: start - from, figure: /^[\d.,]*\d/u.exec(seen.text.slice(start))?.[0] ?? '', reason }],
    ),
  };
}

/** A target with every source counted from a later place. */
function moved(target: Target, from: number): Target {
  const back = (_: string, value: unknown): unknown => {
    const source = Source.safeParse(value);
    return source.success ? { ...source.data, start: source.data.start - from, end: source.data.end - from } : value;
  };
  return Target.parse(JSON.parse(JSON.stringify(target), back));
}

function rulesOf({ quantity, deadline, agencies, source }: Target, mentions: readonly Mention[]): RuledTarget['rules'] {
  const within = (mention: Mention): boolean => mention.start >= source.start && mention.end <= source.end;
  const figure = mentions.find(
    (mention) =>
      mention.kind === 'quantity' &&
      within(mention) &&
      mention.value.value === quantity?.value &&
      mention.value.valueMax === quantity.valueMax,
  );
  // An inherited time stands elsewhere; what is worded alike is read by one rule.
  const time = mentions.find((mention) => mention.kind === 'deadline' && mention.text === deadline?.text);
  return {
    quantity: figure?.rule ?? null,
    deadline: time?.rule ?? null,
    agencies: agencies.map(
      (agency) =>
        mentions.find(
          ({ kind, start, end }) => kind === 'agency' && start < agency.source.end && agency.source.start < end,
        )?.rule ?? null,
    ),
  };
}
