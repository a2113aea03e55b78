import type { Agency, Deadline, Quantity, Reference } from './record.ts';

/** What a mention of each kind means, in the shapes of the record; `source` and inheritance are added later. */
export interface MentionValues {
  readonly quantity: Quantity;
  readonly deadline: Deadline;
  /** `role` is what the wording at the name itself says ("Sở Nội vụ chủ trì"), null where it says nothing. */
  readonly agency: Omit<Agency, 'source' | 'basis' | 'role'> & { readonly role: Agency['role'] | null };
  readonly reference: Omit<Reference, 'source'>;
  /** "ý thứ ba, điểm b, khoản 2, mục I của Kế hoạch này": labels from the outermost in, each as written. */
  readonly inner: InnerReference;
}

/** One step of an inner reference, outermost first: `{ word: 'mục', label: 'I' }`; an ordinal "ý thứ ba" is `{ word: 'ý', label: '3' }`. */
export interface InnerStep {
  readonly word: 'phụ lục' | 'phần' | 'chương' | 'mục' | 'khoản' | 'điểm' | 'tiết' | 'ý';
  readonly label: string;
}
export interface InnerReference {
  readonly steps: readonly InnerStep[];
}

export type MentionKind = keyof MentionValues;

/** One thing a rule found in a text: UTF-16 half-open offsets into that text, and the stable id of the rule. */
export type Mention = {
  [K in MentionKind]: {
    readonly kind: K;
    readonly rule: string;
    readonly start: number;
    readonly end: number;
    /** `text.slice(start, end)`. */
    readonly text: string;
    readonly value: MentionValues[K];
  };
}[MentionKind];
export type MentionOf<K extends MentionKind> = Extract<Mention, { kind: K }>;
