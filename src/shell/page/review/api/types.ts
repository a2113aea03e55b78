import type { ErrorCode, Stage } from '../../../../model/errors.ts';
import type { DocumentHeader, PlanRecord, Target, Task } from '../../../../model/record.ts';

/** What the server answers. Fields that it does not know of yet are optional: the page then shows less. */

export type Role = 'read' | 'write';

export interface Session {
  readonly needsToken: boolean;
  readonly role: Role | null;
}

/** RFC 9457. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code?: string;
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
  readonly reviewed: number;
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

/** What a person said of a record: confidence is 1 where it was confirmed. */
export interface Reviewed {
  readonly at: string;
  readonly by: string;
  /** Empty where it was confirmed as it was. */
  readonly fields: readonly string[];
  readonly agrees?: readonly string[];
  readonly disagrees?: readonly string[];
}

interface MayBeReviewed {
  readonly reviewed?: Reviewed;
}
export type TargetRead = Target & MayBeReviewed;
export type TaskRead = Task & MayBeReviewed;

export interface RecordRead extends Omit<PlanRecord, 'document' | 'targets' | 'tasks'> {
  readonly document: DocumentHeader & MayBeReviewed;
  readonly targets: readonly TargetRead[];
  readonly tasks: readonly TaskRead[];
}

/** A figure of the text; reason null where a target holds it. */
export interface FigureRead {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly path: string | null;
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

/** A correction as it is laid over the record. */
export interface CorrectionRead {
  readonly id: string;
  readonly act: 'confirm' | 'correct' | 'delete' | 'add';
  readonly kind: 'target' | 'task' | 'header';
  readonly key: string;
  readonly at: string;
  readonly by: string;
  readonly why?: string;
  readonly field?: string;
  readonly value?: unknown;
  readonly was?: unknown;
  readonly place?: { readonly quote: string; readonly start: number; readonly end: number } | null;
  readonly about?: { readonly text: string; readonly figure: string | null };
  readonly state?: 'laid' | 'agrees' | 'disagrees' | 'lost';
}

/** What a person asks for. */
export type Draft =
  | { readonly act: 'confirm' | 'delete'; readonly key: string; readonly why?: string }
  | {
      readonly act: 'correct';
      readonly key: string;
      readonly field: string;
      readonly value: unknown;
      readonly why?: string;
    }
  | {
      readonly act: 'add';
      readonly kind: 'target' | 'task';
      readonly start: number;
      readonly end: number;
      readonly value: unknown;
      readonly why?: string;
    };

export interface Indicator {
  readonly code: string;
  readonly labels: { readonly vi: string; readonly en?: string };
  readonly area: string | null;
  readonly unit: string | null;
}

/** Something that has a code and is called something: an area, a province, an agency. */
export interface Named {
  readonly code: string;
  readonly name?: string;
  readonly labels?: { readonly vi: string; readonly en?: string };
  /** Of a province. */
  readonly iso?: string | null;
  readonly set?: 63 | 34;
}
