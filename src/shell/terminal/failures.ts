import { byCode, type Failure } from '../failure.ts';
import { printable } from './printable.ts';
import { wrapped } from './wrap.ts';

/** What went wrong with one source, on one line. */
export const failureLine = ({ source, code, message }: Failure): string =>
  `${printable(source)}: ${code}: ${printable(message)}`;

/** Failures by code, what to do about them once, and the sources below; what is too much is left to a file. */
export function failureLines(failures: readonly Failure[], file: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let room = most;
  for (const { code, documents, said } of byCode(failures)) {
    lines.push(`  ${code} (${documents}):`);
    for (const { message, sources } of said) {
      if (room <= 0) continue;
      lines.push(wrapped(`    ${printable(message)}`, width, '    '));
      const shown = sources.slice(0, room);
      room -= shown.length;
      for (const source of shown) lines.push(`      ${printable(source)}`);
    }
  }
  if (failures.length > most)
    lines.push(wrapped(`  … and ${failures.length - most} more: ${file} has all.`, width, '  '));
  return lines;
}
