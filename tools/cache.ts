import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where things are kept that are costly to get and serve every clone: the editor's server, moto's environment. */
export function cacheFolder(): string {
  return join(systemCacheFolder(), 'awscope');
}

function systemCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}
