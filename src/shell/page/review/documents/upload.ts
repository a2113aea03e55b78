import { signal } from '@preact/signals';
import { toast } from '../../components/toast.tsx';
import { sendFiles, sendUrls, type Told } from '../api/client.ts';
import { numberText, words } from '../state.ts';
import { tookJob } from './jobs.ts';

export interface Given {
  readonly file: File;
  /** Below the folder that was given, with that folder. */
  readonly path: string;
}

/** How many files have been sent, while some are. */
export const sending = signal<{ readonly done: number; readonly of: number } | undefined>(undefined);

/** What is told of everything that is sent, where the texts do not tell it. */
export const told = { province: signal(''), year: signal('') } as const;
const toldNow = (): Told => ({ province: told.province.value.trim(), year: told.year.value.trim() });

/** In one request: few enough to begin soon, many enough to be done soon. */
const FILES = 20;
const BYTES = 32_000_000;

export async function send(files: readonly Given[]): Promise<void> {
  const w = words.value;
  if (files.length === 0) {
    toast(w.nothingDropped);
    return;
  }
  let done = 0;
  try {
    for (const some of parcels(files)) {
      sending.value = { done, of: files.length };
      tookJob(await sendFiles(some, toldNow()));
      done += some.length;
    }
    toast(w.sent(numberText(files.length)));
  } catch (error) {
    toast(`${w.notSent}: ${error instanceof Error ? error.message : error}`);
  }
  sending.value = undefined;
}

function parcels(files: readonly Given[]): Given[][] {
  const found: Given[][] = [];
  let bytes = 0;
  for (const one of files) {
    const last = found.at(-1);
    if (last === undefined || last.length >= FILES || bytes + one.file.size > BYTES) {
      found.push([one]);
      bytes = one.file.size;
    } else {
      last.push(one);
      bytes += one.file.size;
    }
  }
  return found;
}

/** @returns whether they were taken */
export async function sendAddresses(text: string): Promise<boolean> {
  const w = words.value;
  const urls = text.split(/\s+/u).filter((one) => one !== '');
  if (urls.length === 0) {
    toast(w.noAddress);
    return false;
  }
  try {
    tookJob(await sendUrls(urls, toldNow()));
    toast(w.sent(numberText(urls.length)));
    return true;
  } catch (error) {
    toast(`${w.notSent}: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

export const chosen = (list: FileList | null): Given[] =>
  [...(list ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

/** Files and folders that were dropped; what lies in folders is found before the browser forgets it. */
export async function dropped(transfer: DataTransfer): Promise<Given[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosen(transfer.files);
  return (await Promise.all(entries.map((entry) => within(entry, '')))).flat();
}

async function within(entry: FileSystemEntry, folder: string): Promise<Given[]> {
  const path = `${folder}${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((take, fail) => entry.file(take, fail));
    return [{ file, path }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: Given[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((take, fail) => reader.readEntries(take, fail));
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await within(one, `${path}/`)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
