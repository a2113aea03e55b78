import type { Issue, SetAside, SetAsideReason } from '../../model/block.ts';
import { type Element, forEachElement } from './xml.ts';

/** What in the file made its text no part of the document. */
export type LeftOutBy = 'strike' | 'change' | 'move' | 'hidden' | 'placeholder' | 'unused-note' | 'unknown-markup';

const REASON: Readonly<Record<LeftOutBy, SetAsideReason>> = {
  strike: 'struck',
  change: 'struck',
  move: 'struck',
  hidden: 'hidden',
  placeholder: 'hidden',
  'unused-note': 'hidden',
  'unknown-markup': 'not-read',
};

/** Longest text that is told of one place, in UTF-16 units. */
const LONGEST = 300;
/** From here on only letters are counted: a draft with thousands of changes would tell more than it says. */
const MOST = 500;
/** Texts that a message quotes, and how much of each. */
const QUOTED = 3;
const QUOTED_LENGTH = 60;

/** Letters and digits of a text. */
export const countLetters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Text that was left out of a document, in the making. */
export interface LeftOutText {
  readonly tell: (by: LeftOutBy, text: string, where?: string) => void;
  readonly setAside: () => SetAside[];
  readonly issues: () => Issue[];
}

/** Tells all that is left out of one part of the file with that part's path. */
export const leftOutOf = (leftOut: LeftOutText, part: string): LeftOutText => ({
  ...leftOut,
  tell: (by, text) => leftOut.tell(by, text, part),
});

/** Collects what is left out, in the order of the document. */
export function collectLeftOut(): LeftOutText {
  const told: { by: LeftOutBy; text: string; characters: number; where: string | undefined }[] = [];
  const beyond = new Map<SetAsideReason, number>();
  return {
    tell(by, written, where) {
      const text = written.replace(/\s+/gu, ' ').trim();
      const characters = countLetters(text);
      if (characters === 0) return;
      if (told.length < MOST) told.push({ by, text, characters, where });
      else beyond.set(REASON[by], (beyond.get(REASON[by]) ?? 0) + characters);
    },
    setAside: () => [
      ...told.map(({ by, text, characters, where }) => ({
        reason: REASON[by],
        characters,
        text: cut(text, LONGEST),
        ...(where === undefined ? {} : { where }),
      })),
      ...[...beyond].map(([reason, characters]) => ({ reason, characters })),
    ],
    issues() {
      const of = (...kinds: readonly LeftOutBy[]): string[] =>
        told
          .filter(({ by, text }) => kinds.includes(by) && (by !== 'placeholder' || /\p{N}/u.test(text)))
          .map(({ text }) => text);
      const issues: Issue[] = [];
      const struck = of('strike', 'change');
      const hidden = of('hidden', 'placeholder');
      if (struck.length > 0)
        issues.push({
          code: 'struck-text',
          message: `${count(struck)} characters are struck out or deleted and were left out: ${quoted(struck)}.`,
        });
      if (hidden.length > 0)
        issues.push({
          code: 'hidden-text',
          message: `${count(hidden)} characters are formatted as hidden and were left out: ${quoted(hidden)}.`,
        });
      return issues;
    },
  };
}

const count = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + countLetters(text), 0);

function quoted(texts: readonly string[]): string {
  const shown = texts.slice(0, QUOTED).map((text) => `“${cut(text, QUOTED_LENGTH)}”`);
  return `${shown.join(', ')}${texts.length > QUOTED ? `, and ${texts.length - QUOTED} more` : ''}`;
}

/** A text of at most so many UTF-16 units, no letter cut in two. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .replace(/\p{Cs}$/u, '')
        .trimEnd()}…`;
}

const SPACES = new Set(['tab', 'br', 'cr', 'p', 'tc']);

/** The letters that are stored below an element, also those of deleted text and of formulas; not the codes of fields. */
export function textBelow(root: Element): string {
  let text = '';
  forEachElement(root, ({ localName, textContent }) => {
    if (localName === 't' || localName === 'delText') text += textContent ?? '';
    else if (SPACES.has(localName ?? '')) text += ' ';
  });
  return text;
}
