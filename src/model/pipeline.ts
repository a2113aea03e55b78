import { z } from 'zod';

const Phrase = z.string().min(1);

/** Words are matched as whole words, case, tone placement and white space aside. */
export const Area = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/u),
  label: z.strictObject({ vi: Phrase, en: Phrase }),
  /** Phrases that, in a heading, say that the section is about this area. */
  headings: z.array(Phrase).min(1),
  /** Phrases that, in what is measured, say the area where no heading does. */
  words: z.array(Phrase),
});
export type Area = z.infer<typeof Area>;

export const Indicator = z.strictObject({
  /** `procedures.one-stop-share`: area, then words. */
  code: z.string().regex(/^[a-z]+(-[a-z]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/u),
  label: z.strictObject({ vi: Phrase, en: Phrase }),
  area: z.string(),
  /** Or several, where what is counted goes by several names: "lao động", "người". */
  unit: z.union([Phrase, z.array(Phrase).min(1)]),
  /** What a higher value means. */
  better: z.enum(['higher', 'lower', 'neither']),
  /**
   * What is measured is itself a rise or a cut, so that "tăng 8%" and "tốc độ tăng đạt 8%" say the same: over a year
   * ("8%/năm" too), or over the time of the plan.
   */
  change: z.enum(['yearly', 'total']).optional(),
  /**
   * Which way a change goes: "hộ nghèo tăng 0,5 điểm" is no cut, and exports that fall by 5 % do not grow by 5. Where it is not
   * said, both are meant.
   */
  moves: z.enum(['up', 'down']).optional(),
  /**
   * Of a yearly rise: whether it is the mean of the years of a plan ("tăng bình quân 8%/năm") or never that. Where it is not
   * said, both are meant.
   */
  mean: z.boolean().optional(),
  /** Each group must be met by at least one of its phrases; those of the first say what is measured. */
  all: z.array(z.array(Phrase).min(1)).min(1),
  /** None of these may stand in what is measured: what the indicator is told apart by. */
  none: z.array(Phrase).default([]),
  /**
   * Kinds, groups and things that may stand in what is measured though no phrase has them: other words of the whole that is
   * meant ("cơ quan" where officials are counted by their bodies).
   */
  also: z.array(Phrase).default([]),
  /** The documents that ask for this measure: "QĐ 749/QĐ-TTg". */
  source: z.union([Phrase, z.array(Phrase).min(1)]).optional(),
});
export type Indicator = z.infer<typeof Indicator>;

export const Pipeline = z.strictObject({
  name: z.string().regex(/^[a-z]+(-[a-z]+)*$/u),
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  /** Null: no topic of its own. */
  topic: z.string().nullable(),
  /** When `auto` takes this pipeline: a phrase of the title, or enough different phrases of the text. */
  match: z.strictObject({ title: z.array(Phrase), text: z.array(Phrase), textAtLeast: z.int().positive().default(3) }),
  areas: z.array(Area),
  indicators: z.array(Indicator),
});
export type Pipeline = z.infer<typeof Pipeline>;

/** The pipeline for any plan: no topic, no areas, no indicators. Taken where no other fits. */
export const GENERAL: Pipeline = {
  name: 'general',
  version: '1.0.0',
  topic: null,
  match: { title: [], text: [], textAtLeast: 3 },
  areas: [],
  indicators: [],
};
