import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder in which programs of this user keep what can be fetched again. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform = process.platform): string {
  const home = homedir();
  const usual = platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
  const base = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  return join(base === undefined || base === '' ? usual : base, 'kehoach');
}
