import type { SectionRole } from '../../knowledge/word-tables.ts';
import type { Deadline } from '../../model/record.ts';
import type { RowFacts } from '../document/drafts.ts';
import type { OutlineNode } from '../document/outline.ts';
import type { Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';
import type { Statement } from '../statements/statement.ts';
import type { Status } from '../statements/status.ts';

/** What surrounds a block: where it stands, and what it inherits. */
export interface Place {
  readonly node: OutlineNode;
  readonly role: SectionRole;
  /** Offset in the block's text at which its own text begins, after label and run-in heading. */
  readonly from: number;
  readonly row?: RowFacts;
  readonly inherited: Deadline | null;
  /** The time that the paragraphs before opened with, where a text without sections goes on from one to the next. */
  readonly frame: Deadline | null;
  /** What a text of this form reports unless it says otherwise. */
  readonly status: Status;
  /** It stands in a text that tells what was reached and what is aimed at in turn. */
  readonly story: boolean;
  /** It stands in that part of a report which says what comes next. */
  readonly next: boolean;
  /** No section of aims or tasks stands before it, and it stands in none itself. */
  readonly unaimed: boolean;
  /** The paragraph before, where it holds no figure. */
  readonly before: string;
  /** The last time that opened a sentence before was over when the plan began. */
  readonly past: boolean;
}

/** A block that targets are read from. */
export interface TextReading {
  readonly plan: Plan;
  readonly block: LaidBlock;
  readonly place: Place;
  /** Its section is for aims. */
  readonly aimed: boolean;
}

/** What the sentences of a block hand on to those behind them. */
export interface Bearing {
  readonly status: Status;
  /** The text says so, and it is not only what is usual where it stands. */
  readonly said: boolean;
  /** The last time that opened a sentence was over when the plan began. */
  readonly past: boolean;
  /** The time that the sentences before opened with: it holds until another is named. */
  readonly frame: Deadline | null;
  /** The time of the last figure before that named its own. */
  readonly last: Deadline | null;
  /** The sentence before, where it holds no figure. */
  readonly previous: string;
  /** What the last figure before measures. */
  readonly statement?: Statement | undefined;
}
