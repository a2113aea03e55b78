import { z } from 'zod';
import { Pipeline } from '../../../model/pipeline.ts';
import { TargetLine } from '../../output/lines.ts';

/** Groups of targets that a try tells apart. */
export const TRY_SHOWS = ['taken', 'moved', 'lost', 'near'] as const;
export type TryShow = (typeof TRY_SHOWS)[number];

/** Why a target whose words an indicator has does not get its code. */
export const NEAR_REASONS = {
  unit: 'it is counted in another unit; words: the units of the indicator',
  words: 'none of these words, one group of the indicator, stands there',
  none: 'these words of the indicator’s `none` stand there',
  narrower: 'these words make it a kind, group or place that is less than the whole',
  'other-thing': 'this is what is counted there, and no phrase has it',
  change: 'it is a rise or a cut where the indicator is a level, or the other way round',
  mean: 'it is the mean of several years, or the indicator is',
  base: 'what the indicator counts stands there only as what the measure is compared with, behind these words',
  heading: 'the heading above says it of the whole; the measure is a part of it',
  part: 'it is of a region that a table names: such a figure has no code',
  'other-code': 'another indicator of the pipeline fits with longer words',
  tie: 'another indicator of the pipeline fits as well, so that it gets neither code',
  person: 'a person said which code it has',
} as const;
export type NearReason = keyof typeof NEAR_REASONS;
export const NEAR_CODES = Object.keys(NEAR_REASONS) as [NearReason, ...NearReason[]];

const Count = z.int().nonnegative();

/** What is asked of a folder. */
export const TryAsked = z.object({
  pipeline: Pipeline,
  codes: z.array(z.string()),
  show: z.enum(TRY_SHOWS),
  why: z.enum(NEAR_CODES).optional(),
  limit: z.int(),
  cursor: z.string().optional(),
});
export type TryAsked = z.infer<typeof TryAsked>;

export const NearTold = z.object({
  why: z.enum(NEAR_CODES).describe(NEAR_CODES.map((code) => `${code}: ${NEAR_REASONS[code]}`).join('. ')),
  words: z.array(z.string()).describe('The words that decide it'),
  code: z.string().nullable().describe('The other indicator'),
});
export type NearTold = z.infer<typeof NearTold>;

export const TryCounts = z.object({
  targets: Count.describe('Targets of the folder that state a figure'),
  documents: Count.describe('Documents of the folder'),
  taken: Count.describe('Targets that would have the code, or one of the codes'),
  takenDocuments: Count.describe('Documents in which they are'),
  fresh: Count.describe('Of them, those that have no code now'),
  kept: Count.describe('Of them, those that have it already'),
  moved: Count.describe('Of them, those that have another code now'),
  lost: Count.describe('Targets that have a code of the pipeline now and would have another, or none'),
  near: Count.nullable().describe('Targets that miss the code by one thing; null where several indicators were sent'),
  nearBy: z
    .array(z.object({ why: NearTold.shape.why, count: Count }))
    .describe('The same by reason, the most frequent first'),
});
export type TryCounts = z.infer<typeof TryCounts>;

/** What a pipeline would make of the targets of a folder. */
export const TryAnswer = z.object({
  counts: TryCounts,
  items: z.array(
    z.object({
      target: TargetLine.describe('As the tables have it now'),
      was: z.string().nullable().describe('Its code now'),
      now: z
        .object({ code: z.string(), words: z.array(z.string()), sure: z.number() })
        .nullable()
        .describe('The code that it would have, and why'),
      near: NearTold.nullable(),
    }),
  ),
  total: Count.describe('Of all pages of what is shown'),
  next: z.string().nullable().describe('cursor of the next page; null on the last'),
  version: z.string().describe('Changes with the tables'),
});
export type TryAnswer = z.infer<typeof TryAnswer>;
