import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { PlanError } from '../../model/errors.ts';
import type { Declared } from '../../run.ts';
import { type Failure, reasonOf, systemCode } from '../failure.ts';
import { fileSource } from './file.ts';
import { withoutLogin } from './http/login.ts';
import { isLitter } from './litter.ts';
import { type Found, type GivenSource, mergePlaces, type PassedOver } from './source.ts';

/** A path as given on the command line or in a manifest, with what the manifest tells of it. */
export interface Given {
  readonly path: string;
  readonly declared?: Declared;
}

const SCHEME = /^(?<scheme>[a-z][a-z\d+.-]+):\/\//iu;

const NO_DOCUMENTS = {
  stage: 'read',
  code: 'file-missing',
  message: 'The folder holds no documents. Check the path.',
} as const;
const NO_MATCH = {
  stage: 'read',
  code: 'file-missing',
  message: 'No file fits this pattern. Check it, and put it in quotation marks.',
} as const;
/** Node asks no system for such a file. */
const NO_NAME = {
  stage: 'read',
  code: 'file-missing',
  message: 'There is a NUL character in the path, which no file can have. Check the manifest.',
} as const;
/** A link may lead anywhere, back to its own folder too: nothing outside the given paths is read. */
const LEADS_OUT = {
  stage: 'read',
  code: 'file-unreadable',
  message: 'Links that lead out of their folder are not followed. Give the path that it leads to.',
} as const;

/** Makes a source of a URL. */
export type Remote = (uri: string, declared: Declared) => GivenSource;

/**
 * Files, folders (with all that is below them) and globs as sources, sorted by name. Whatever a file is called, it is a
 * source: what it is, its content tells.
 *
 * @param leaveOut paths of files and folders that are no documents (the output folder, the manifest)
 * @param remote for http and https; without it every URL is refused
 */
export async function findSources(
  given: readonly Given[],
  leaveOut: readonly string[],
  remote?: Remote,
): Promise<Found> {
  const outside = new Set(await Promise.all(leaveOut.map(placeOf)));
  const sources: GivenSource[] = [];
  const failures: Failure[] = [];
  const folders: string[] = [];
  const passedOver: PassedOver[] = [];

  async function one(uri: string, declared: Declared): Promise<void> {
    try {
      const info = await stat(uri);
      if (info.isDirectory()) await folder(uri, declared);
      else sources.push(fileSource(uri, await realpath(uri), declared));
    } catch (error) {
      failures.push({ source: uri, ...reasonOf(error, 'read') });
    }
  }

  async function folder(uri: string, declared: Declared): Promise<void> {
    const root = uri.replace(/(?<=.)[/\\]+$/u, '');
    const before = sources.length + failures.length;
    folders.push(root);
    await below(root, await realpath(root), declared);
    if (sources.length + failures.length > before) return;
    failures.push({ source: uri, ...NO_DOCUMENTS });
  }

  async function below(uri: string, place: string, declared: Declared): Promise<void> {
    if (outside.has(place)) {
      passedOver.push({ source: uri, why: 'output' });
      return;
    }
    for (const entry of (await readdir(place, { withFileTypes: true })).sort(byName)) {
      const name = `${uri.endsWith('/') ? uri : `${uri}/`}${entry.name}`;
      if (isLitter(entry.name)) {
        passedOver.push({ source: name, why: 'litter' });
        continue;
      }
      try {
        await belowEntry(entry, name, join(place, entry.name), place, declared);
      } catch (error) {
        failures.push({ source: name, ...(unreachable(entry, error) ?? reasonOf(error, 'read')) });
      }
    }
  }

  async function belowEntry(entry: Dirent, name: string, path: string, top: string, declared: Declared): Promise<void> {
    if (entry.isDirectory()) return below(name, path, declared);
    const place = await realpath(path);
    if (outside.has(place)) return;
    if (entry.isSymbolicLink() && ((await stat(path)).isDirectory() || !place.startsWith(top + sep))) {
      failures.push({ source: name, ...LEADS_OUT });
      return;
    }
    sources.push(fileSource(name, place, declared));
  }

  function url(uri: string, scheme: string, declared: Declared): void {
    try {
      sources.push(remoteFor(scheme, remote)(uri, declared));
    } catch (error) {
      failures.push({ source: withoutLogin(uri), ...reasonOf(error, 'fetch') });
    }
  }

  for (const { path, declared = {} } of given) {
    const scheme = SCHEME.exec(path)?.groups?.scheme;
    if (scheme !== undefined) {
      url(path, scheme, declared);
      continue;
    }
    if (path.includes('\0')) failures.push({ source: path, ...NO_NAME });
    else if (!(await exists(path)) && isDynamicPattern(path)) {
      const matches = await matchesOf(path);
      if (matches.length === 0) failures.push({ source: path, ...NO_MATCH });
      for (const match of matches) if (!outside.has(await placeOf(match))) await one(match, declared);
    } else await one(path, declared);
  }
  const merged = mergePlaces(sources);
  return { sources: merged.sources, failures, folders, passedOver: [...passedOver, ...merged.passedOver] };
}

/** @throws {PlanError} `url-refused` where this scheme, or any, is not fetched */
function remoteFor(scheme: string, remote: Remote | undefined): Remote {
  if (remote !== undefined && /^https?$/iu.test(scheme)) return remote;
  const detail = `Only http and https are fetched, not ${scheme}. Save it yourself and give the file.`;
  throw new PlanError('url-refused', 'fetch', detail);
}

/** Files that a pattern fits, sorted by name. */
async function matchesOf(pattern: string): Promise<string[]> {
  const options = { onlyFiles: true, expandDirectories: false, followSymbolicLinks: false };
  return (await glob(pattern, { ...options, absolute: isAbsolute(pattern) })).sort();
}

/** Why a name that stands in its folder leads to no file. */
function unreachable(entry: Dirent, error: unknown): Omit<Failure, 'source'> | undefined {
  if (systemCode(error) !== 'ENOENT') return undefined;
  const fact = { stage: 'read', code: 'file-missing' } as const;
  // What is no UTF-8 came back as this sign, and names another file.
  if (entry.name.includes('\ufffd'))
    return { ...fact, message: 'Its name is not written in UTF-8. Give the file another name and run again.' };
  if (entry.isSymbolicLink())
    return { ...fact, message: 'The link leads to a file that is not there. Put the file there, or remove the link.' };
  return undefined;
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

const placeOf = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
