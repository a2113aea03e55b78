import { byUri, type GivenSource } from './sources/source.ts';

/** The same bytes, wherever they were found so far. */
export interface Group {
  readonly sha256: string;
  /** Sorted; the first names the document. */
  readonly sources: readonly [GivenSource, ...GivenSource[]];
}

/** Documents on their way from where they are found to where they are read: reading begins before all is found. */
export interface Intake {
  /** May be told of the same bytes again, also when they have been taken. */
  readonly add: (source: GivenSource, sha256: string) => void;
  /** From now on documents are given out; those that are there already by the names of their first sources. */
  readonly open: () => void;
  /** Nothing more is added; what was held is given out. */
  readonly end: () => void;
  /** The next document that is to be read; undefined where none will come. */
  readonly next: () => Promise<Group | undefined>;
  /** Waits until few documents wait to be taken, or none will be taken any more. */
  readonly room: () => Promise<void>;
  /** Documents that were found so far, at however many places. */
  readonly size: () => number;
  /** All documents with all their sources, in the order of their first names. */
  readonly groups: () => readonly Group[];
}

/** When a document is given out: `last` comes after all that is `held`, and both when all was found. */
export type WhenRead = 'now' | 'held' | 'last';

/** Documents that wait to be read while further ones are fetched. */
const AHEAD = 32;

/** @param turnOf asked once of each document, when it could be given out */
export function openIntake(turnOf: (group: Group) => WhenRead): Intake {
  const bySha = new Map<string, GivenSource[]>();
  const ready: string[] = [];
  const held: Record<Exclude<WhenRead, 'now'>, string[]> = { held: [], last: [] };
  let takers: (() => void)[] = [];
  let fetchers: (() => void)[] = [];
  let state: 'closed' | 'open' | 'ended' = 'closed';

  const groupsOf = (hashes: Iterable<string>): Group[] =>
    [...hashes]
      .flatMap((sha256): Group[] => {
        const [first, ...others] = (bySha.get(sha256) ?? []).toSorted(byUri);
        return first === undefined ? [] : [{ sha256, sources: [first, ...others] }];
      })
      .sort((a, b) => byUri(a.sources[0], b.sources[0]));

  function wake(): void {
    const woken = takers;
    takers = [];
    for (const go of woken) go();
  }

  function letFetch(): void {
    if (ready.length >= AHEAD && state !== 'ended') return;
    const woken = fetchers;
    fetchers = [];
    for (const go of woken) go();
  }

  function giveOut(group: Group): void {
    const turn = turnOf(group);
    (turn === 'now' ? ready : held[turn]).push(group.sha256);
    wake();
  }

  return {
    add(source, sha256) {
      const there = bySha.get(sha256);
      if (there !== undefined) there.push(source);
      else {
        bySha.set(sha256, [source]);
        if (state === 'open') giveOut({ sha256, sources: [source] });
      }
    },
    open() {
      state = 'open';
      for (const group of groupsOf(bySha.keys())) giveOut(group);
    },
    end() {
      state = 'ended';
      for (const group of [...groupsOf(held.held), ...groupsOf(held.last)]) ready.push(group.sha256);
      wake();
      letFetch();
    },
    async next() {
      while (ready.length === 0 && state !== 'ended') await new Promise<void>((go) => takers.push(go));
      const sha256 = ready.shift();
      letFetch();
      return sha256 === undefined ? undefined : groupsOf([sha256])[0];
    },
    async room() {
      while (ready.length >= AHEAD && state !== 'ended') await new Promise<void>((go) => fetchers.push(go));
    },
    size: () => bySha.size,
    groups: () => groupsOf(bySha.keys()),
  };
}
