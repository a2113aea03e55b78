import type { Failure } from './failure.ts';
import type { Log } from './log.ts';
import type { PagesDone } from './pool/task.ts';

/** Happened of every document as it is done. */
export interface Progress {
  readonly start: (documents: number) => void;
  /** An archive turned out to hold so many documents more than the one that it was counted as. */
  readonly more: (documents: number) => void;
  /** This one is in hand now. */
  readonly at: (source: string) => void;
  readonly step: (outcome: Outcome) => void;
  readonly stop: () => void;
}

/** What happens to the documents of a run, for those who follow each of them. A document that is done or failed may be told again where it was found at a further place. */
export type Happened =
  | { readonly source: string; readonly begun: true }
  | { readonly source: string; readonly pages: PagesDone }
  | { readonly source: string; readonly outcome: RecordOutcome; readonly document: string }
  | { readonly source: string; readonly failure: Failure };

/** `new`: not there before. `replaced`: made anew. `moved`: only its places were added to. `same`: nothing to do. */
export type Outcome = 'new' | 'replaced' | 'moved' | 'same' | 'failed';

/** What became of a document that has a record. */
export type RecordOutcome = Exclude<Outcome, 'failed'>;

/** What became of the documents so far. */
export interface Tally {
  /** Documents that came in; an archive counts as what it holds. */
  sources: number;
  readonly failures: Failure[];
  readonly outcomes: Record<Outcome, number>;
  /** Sources of this run that were reached. */
  readonly tried: Set<string>;
  /** Documents that were not, because the run was stopped. */
  left: number;
  readonly more: (documents: number) => void;
  readonly fail: (failure: Failure) => void;
  readonly done: (outcome: RecordOutcome, id: string, source: string) => void;
  /** What was counted as one thing turned out to be another when more of its sources were found. */
  readonly recount: (from: RecordOutcome, to: RecordOutcome) => void;
}

/** @param tell told of each document that is done or failed */
export function openTally(log: Log, progress: Progress, sources: number, tell?: (told: Happened) => void): Tally {
  const failures: Failure[] = [];
  const outcomes: Record<Outcome, number> = { new: 0, replaced: 0, moved: 0, same: 0, failed: 0 };
  const tried = new Set<string>();
  const tally: Tally = {
    ...{ sources, failures, outcomes, tried },
    left: 0,
    more(documents) {
      tally.sources += documents;
      progress.more(documents);
    },
    fail(failure) {
      failures.push(failure);
      tried.add(failure.source);
      outcomes.failed++;
      log.warn({ ...failure }, 'document failed');
      progress.step('failed');
      tell?.({ source: failure.source, failure });
    },
    done(outcome, id, source) {
      outcomes[outcome]++;
      tried.add(source);
      log.info({ document: id, source, outcome }, 'document done');
      progress.step(outcome);
      tell?.({ source, outcome, document: id });
    },
    recount(from, to) {
      outcomes[from]--;
      outcomes[to]++;
    },
  };
  return tally;
}
