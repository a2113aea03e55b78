import type { Context } from '../../knowledge/context.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { readLabel } from '../../language/labels.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { DocumentHeader, Period } from '../../model/record.ts';
import { choosePipeline } from './choose-pipeline.ts';
import { type LaidPlan, mentionsOnce } from './laid-plan.ts';
import { matterOf } from './matter.ts';
import { readOutline } from './outline.ts';
import type { Laid, LaidBlock } from './text.ts';

/** What the plan is read by. */
export interface Choice {
  readonly knowledge: Knowledge;
  readonly pipelines: readonly Pipeline[];
  /** Name of one of them, or `auto`. */
  readonly pipeline: string;
}

/** What of a header decides where the body stands and how it is read. */
export interface Frame extends Pick<DocumentHeader, 'form' | 'title' | 'period' | 'issuedOn'> {
  /** What the document says that it is about; null where it does not. */
  readonly about: string | null;
  /** When an article was posted. */
  readonly postedOn: string | null;
  /** Index of the block in which the body begins: after letterhead and title. */
  readonly headerEnd: number;
  /** Indices of the blocks of recipients and signatures, half-open. */
  readonly signature: { readonly start: number; readonly end: number } | null;
}

/**
 * The plan that stands below a header: its body, its outline, and the pipeline that fits it.
 *
 * @throws {Error} where there is no such pipeline, or none called general
 */
export function planOf(laid: Laid, frame: Frame, choice: Choice): LaidPlan {
  const body = bodyOf(laid, frame);
  const context = contextOf(frame, choice.knowledge);
  return {
    laid,
    body,
    outline: readOutline(laid, body),
    context,
    toldIn: context.year ?? (Number(frame.postedOn?.slice(0, 4)) || null),
    matter: matterOf(choice.knowledge, frame),
    pipeline: pipelineOf(laid, frame.about, choice),
    mentionsOf: mentionsOnce(context),
  };
}

/** Blocks that are no furniture of a page. */
export const ownBlocks = (laid: Laid): LaidBlock[] => laid.blocks.filter((block) => block.furniture === undefined);

function pipelineOf(laid: Laid, about: string | null, { pipelines, pipeline: name }: Choice): Pipeline {
  const text = (): string =>
    ownBlocks(laid)
      .map((block) => block.text)
      .join('\n');
  const pipeline =
    name === 'auto' ? choosePipeline(pipelines, about, text()) : pipelines.find((candidate) => candidate.name === name);
  if (pipeline === undefined) throw new Error(`no pipeline "${name}", and none called general`);
  return pipeline;
}

function bodyOf(laid: Laid, { headerEnd, signature }: Frame): readonly LaidBlock[] {
  // An appendix that is a file of its own begins with its label, which belongs to the outline.
  const appendix = laid.blocks.findIndex((block) => readLabel(block.text)?.kind === 'appendix');
  const start = appendix < 0 ? headerEnd : Math.min(headerEnd, appendix);
  return ownBlocks(laid).filter(
    ({ index }) => index >= start && (signature === null || index < signature.start || index >= signature.end),
  );
}

function contextOf({ period, issuedOn }: Frame, knowledge: Knowledge): Context {
  return {
    knowledge,
    year: Number((period?.start ?? issuedOn)?.slice(0, 4) ?? Number.NaN) || null,
    date: issuedOn,
    singleYear: isOneYear(period),
  };
}

const isOneYear = (period: Period | null): boolean =>
  period?.start != null && period.end != null && period.start.slice(0, 4) === period.end.slice(0, 4);
