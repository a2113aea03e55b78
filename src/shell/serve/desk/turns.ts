import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds for which the folder is left to one who waits for it: he looks every second. */
const WAY = 1500;

/** `long`: reading documents, which may take minutes; who corrects meanwhile does not wait for its end. */
export type Length = 'short' | 'long';

/** Who works in the folder of a server at this moment, and when another program has its turn. */
export interface FolderTurns {
  /** Waits while another program has its turn. */
  readonly enter: (length: Length) => Promise<void>;
  readonly leave: (length: Length) => void;
  readonly inside: () => number;
}

/**
 * Work of a server may follow on work without a pause: where somebody waits for the folder, it is given back in between, as
 * soon as nobody works in it. Those who come meanwhile wait.
 *
 * @param isWanted whether somebody waits for it
 * @param giveBack called when nobody works in it
 */
export function openFolderTurns(isWanted: () => Promise<boolean>, giveBack: () => Promise<void>): FolderTurns {
  let [short, long] = [0, 0];
  let others: Promise<void> | undefined;
  let emptied = (): void => undefined;

  async function giveWay(): Promise<void> {
    if (short + long > 0) {
      await new Promise<void>((done) => {
        emptied = done;
      });
    }
    await giveBack();
    await sleep(WAY);
  }

  return {
    inside: () => short + long,
    async enter(length) {
      if (others === undefined && long === 0 && (await isWanted()) && long === 0) {
        others ??= giveWay().finally(() => {
          others = undefined;
        });
      }
      while (others !== undefined) await others;
      if (length === 'long') long++;
      else short++;
    },
    leave(length) {
      if (length === 'long') long--;
      else short--;
      if (short + long === 0) emptied();
    },
  };
}
