import type { Correction } from '../../../../model/correction.ts';
import type { ErrorCode, Stage } from '../../../../model/errors.ts';
import type { Pipeline } from '../../../../model/pipeline.ts';
import type { DocumentHeader, PlanRecord, Target, Task } from '../../../../model/record.ts';

/** What the server answers. Fields that it does not know of yet are optional: the page then shows less. */

export type Role = 'read' | 'write';

export interface Session {
  readonly needsToken: boolean;
  readonly role: Role | null;
}

/** What is wrong with a pipeline, and where. */
export interface Fault {
  readonly line: number;
  readonly field: string | null;
  readonly message: string;
}

/** RFC 9457. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code?: string;
  readonly faults?: readonly Fault[];
}

export interface Failure {
  readonly id: string;
  readonly source: string;
  readonly stage: Stage;
  readonly code: ErrorCode;
  readonly message: string;
}

/** One thing that is to be read. */
export interface Item {
  readonly source: string;
  readonly state: 'waiting' | 'reading' | 'done' | 'failed';
  readonly pages: { readonly done: number; readonly of: number } | null;
  readonly outcome: 'new' | 'replaced' | 'moved' | 'same' | null;
  readonly document: string | null;
  /** Of an archive. */
  readonly inside?: readonly {
    readonly source: string;
    readonly document?: string | null;
    readonly code?: string | null;
    readonly message?: string | null;
  }[];
  readonly failure: Omit<Failure, 'source'> | null;
}

export interface Job {
  readonly id: string;
  readonly created: string;
  readonly state: 'waiting' | 'running' | 'done';
  /** Documents before it in line. */
  readonly ahead: number;
  readonly secondsLeft: number | null;
  /** folder: another program writes to the output folder. */
  readonly waitsFor?: 'folder' | null;
  readonly items: readonly Item[];
}

/** A document in a list. */
export interface Summary
  extends Pick<
    DocumentHeader,
    'id' | 'province' | 'form' | 'number' | 'title' | 'issuer' | 'level' | 'issuedOn' | 'period' | 'topic' | 'source'
  > {
  readonly year: number | null;
  readonly targets: number;
  readonly tasks: number;
  readonly warnings: readonly string[];
  /** Records of doubt that nobody has looked at. */
  readonly unsure: number;
  /** Records that somebody has confirmed or corrected. */
  readonly reviewed?: number;
  readonly headerReviewed?: boolean;
  /** Reasons to look at it, the gravest first. */
  readonly why: readonly string[];
  readonly corrections?: number;
  /** Corrections that no longer find their place. */
  readonly lost?: number;
  readonly updated?: string;
}

export interface Listed<T> {
  readonly items: readonly T[];
}

export interface Paged<T> extends Listed<T> {
  readonly total: number;
  readonly next: string | null;
}

export type TargetRead = Target;
export type TaskRead = Task;
export type RecordRead = PlanRecord;

/** A figure of the text; code and reason are null where a target holds it. */
export interface FigureRead {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly path: string | null;
  readonly code: string | null;
  /** In a sentence, in English. */
  readonly reason: string | null;
}

export interface Figures extends Listed<FigureRead> {
  /** Ranges of the text that belong to pages or site, not to the document. */
  readonly furniture?: readonly (readonly [start: number, end: number])[];
}

/** A page's size in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A correction as it lies over the record. */
export interface CorrectionRead {
  readonly correction: Correction;
  readonly now: {
    readonly state: 'laid' | 'agrees' | 'disagrees' | 'lost';
    /** Id of the target or task, `header`, or null. */
    readonly record: string | null;
    /** A later one says the same field. */
    readonly superseded: boolean;
    /** What the rules read in the field now. */
    readonly rules?: unknown;
  };
}

/** A document with all that persons said of it. */
export interface Corrected extends Listed<CorrectionRead> {
  readonly record: RecordRead;
}

interface Labels {
  readonly vi: string | null;
  readonly en: string | null;
}

/** Something that has a code and is called something: an area, an agency. */
export interface Named {
  readonly code: string;
  readonly labels: Labels;
}

export interface Indicator extends Named {
  readonly area: string | null;
  readonly unit: string | null;
}

export interface ProvinceNamed extends Named {
  /** The list that its code belongs to: of 63 units before 1 July 2025, of 34 after. */
  readonly set: 63 | 34;
  readonly iso?: string | null;
}

export type PipelineRead = Pipeline;

/** A pipeline that an indicator may join. */
export interface PipelineSummary {
  readonly name: string;
  readonly version: string;
  readonly topic: string | null;
  readonly indicators: number;
  readonly areas: readonly Named[];
  /** Where it was saved in the folder. */
  readonly file: string | null;
}

/** A target of which a try says something. */
export interface TriedTarget {
  readonly target: Target & {
    readonly document: string;
    readonly province: DocumentHeader['province'];
    readonly year: number | null;
  };
  readonly was: string | null;
  readonly now: { readonly code: string; readonly words: readonly string[]; readonly sure: number } | null;
  readonly near: { readonly why: string; readonly words: readonly string[]; readonly code: string | null } | null;
}

/** What an indicator would take of the folder. */
export interface TriedRead extends Paged<TriedTarget> {
  readonly counts: {
    readonly targets: number;
    readonly documents: number;
    readonly taken: number;
    readonly takenDocuments: number;
    readonly fresh: number;
    readonly kept: number;
    readonly moved: number;
    readonly lost: number;
    readonly near: number | null;
    readonly nearBy: readonly { readonly why: string; readonly count: number }[];
  };
}
