import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Declared } from '../../model/declared.ts';
import type { Form, Level, Period, Province } from '../../model/record.ts';
import type { Laid } from '../document/text.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import type { Heading } from './heading.ts';
import type { Headline } from './headline.ts';
import type { Letterhead } from './letterhead.ts';
import type { Report } from './news-sentence.ts';
import type { SiteSheet } from './site-sheet.ts';

/** The places of a document in which it says what it is; undefined where it has no such place. */
export interface Page {
  readonly knowledge: Knowledge;
  readonly laid: Laid;
  /** The document's beginning as one run of text. */
  readonly opening: string;
  readonly letterhead: Letterhead | undefined;
  readonly headline: Headline | undefined;
  /** The sentence in which a news page reports the plan; only where there is no letterhead. */
  readonly report: Report | undefined;
  readonly sheet: SiteSheet | undefined;
  readonly heading: Heading;
  /** What the manifest declares of the document. */
  readonly declared: Declared | undefined;
  /** What is declared and counts before the text, as the text cannot be read surely there. */
  readonly sure: Declared | undefined;
  /** The title that the file carries outside its text. */
  readonly fileTitle: string | undefined;
  /** Where the file came from: a path or an address. */
  readonly uri: string | undefined;
}

/** What is known of a document; a fact that nobody has given yet is null or missing. */
export interface KnownFacts {
  readonly number?: string | null | undefined;
  readonly issuedOn?: string | null | undefined;
  readonly issuer?: NamedBody | null | undefined;
  readonly level?: Level | null | undefined;
  readonly form?: Form | null | undefined;
  readonly title?: string | null | undefined;
  /** Year of issue, or what stands for it where no day is known. */
  readonly year?: number | null | undefined;
  readonly period?: Period | null | undefined;
  /** ISO date as of which names of places are understood. */
  readonly asOf?: string | null | undefined;
  /** `none`: a body of the centre is of no province. */
  readonly province?: Province | 'none' | null | undefined;
}

/** One who knows some of the facts. */
export interface Witness {
  /** The facts that it may know; it is not asked where all of them are known already. */
  readonly gives: readonly (keyof KnownFacts)[];
  /** @param known what the witnesses before it have given */
  readonly says: (page: Page, known: KnownFacts) => KnownFacts | undefined;
}

/** Asks the witnesses one after the other: the first that knows a fact gives it. */
export function hear(witnesses: readonly Witness[], page: Page): KnownFacts {
  let known: KnownFacts = {};
  for (const { gives, says } of witnesses) {
    const open = gives.filter((fact) => known[fact] === undefined || known[fact] === null);
    if (open.length === 0) continue;
    const said = says(page, known);
    for (const fact of open) known = { ...known, [fact]: said?.[fact] };
  }
  return known;
}
