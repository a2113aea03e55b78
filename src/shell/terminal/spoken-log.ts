import { pino } from 'pino';
import { type Log, openLog, type Voice } from '../log.ts';
import { printable, printableLines } from './printable.ts';

/** The log of a program that has no end at which things could be said: without `--json`, what goes wrong is said in words. */
export function openSpokenLog(voice: Voice, write: (text: string) => void): Log {
  if (voice.json) return openLog(voice);
  return pino(
    { level: 'warn', base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => write(`${inWords(line)}\n`) },
  );
}

/** "2026-11-30T08:12:45.120Z document failed: a.pdf read file-corrupt Broken. Fetch it again." */
function inWords(line: string): string {
  const { level: _, time, msg, error, ...told } = JSON.parse(line) as Readonly<Record<string, unknown>>;
  // Of errors, where they came from too; nothing else has lines that nobody could tell from other words.
  const lines = error === undefined ? [] : [printableLines(String(error))];
  return `${time} ${msg}: ${[...Object.values(told).map((one) => printable(String(one))), ...lines].join(' ')}`;
}
