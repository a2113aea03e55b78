import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { goldOf, notReviewed } from '../../corrections/gold.ts';
import { replaceFile } from '../output/replace-file.ts';
import { correctedIn, requireOutputFolder } from './folder.ts';

export interface GoldWritten {
  /** Names of the files, without their endings. */
  readonly written: readonly string[];
  readonly left: readonly { readonly document: string; readonly why: readonly string[] }[];
  readonly damaged: readonly string[];
}

/**
 * Writes each document that was reviewed whole as an annotated plan: `<name>.json` and the text `<name>.txt` that it quotes,
 * named after the source's file, or after the document where two files have one name.
 *
 * @throws {CallError} where there is no such folder
 */
export async function writeGold(folder: string, out: string): Promise<GoldWritten> {
  await requireOutputFolder(folder);
  const written = new Set<string>();
  const left: { document: string; why: readonly string[] }[] = [];
  const damaged: string[] = [];
  await mkdir(out, { recursive: true });
  for await (const { id, file, laid, text } of correctedIn(folder, (name) => void damaged.push(name))) {
    if (file.entries.length === 0) continue;
    const why = laid === undefined ? ['it is not in the folder'] : notReviewed(laid.record, laid.states);
    if (laid === undefined || why.length > 0) {
      left.push({ document: id, why });
      continue;
    }
    const own = fileNameOf(laid.record.document.source.uri);
    const name = own === '' || written.has(own) ? id : own;
    written.add(name);
    await replaceFile(join(out, `${name}.txt`), text);
    await replaceFile(join(out, `${name}.json`), `${JSON.stringify(goldOf(laid.record), null, 1)}\n`);
  }
  return { written: [...written], left, damaged };
}

/** The name of a source's file without its ending, as far as it may name a file here. */
function fileNameOf(uri: string): string {
  const last = uri.split(/[/\\]/u).at(-1) ?? '';
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // A stray "%" in a file's name is part of the name.
  }
  return name
    .replace(/[?#].*$/u, '')
    .replace(/\.[^.]+$/u, '')
    .replace(/[/\\\0:*"<>|]/gu, '')
    .replace(/^\.+/u, '');
}
