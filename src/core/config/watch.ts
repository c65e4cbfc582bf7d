// Tells when one of a few files may have changed: written, replaced by another, removed, or made for the first time.

import { existsSync, type FSWatcher, realpathSync, unwatchFile, watch, watchFile } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps; this many milliseconds of quiet end them. */
const quiet = 100;

/**
 * Calls the listener some time after a change; it may be called for nothing. The folders are watched, not the files, since
 * a file that is replaced is another one. Does not keep the process alive. Returns the function that ends it.
 */
export function watchFiles(files: readonly string[], listener: () => void): () => void {
  let closers: readonly (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  // After every change the folders are looked up anew: one may have come, gone or been replaced.
  const arm = () => {
    for (const close of closers) close();
    closers = placesOf(files).map((place) => watchPlace(place, touch));
  };
  const touch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      arm();
      listener();
    }, quiet).unref();
  };
  arm();
  return () => {
    clearTimeout(timer);
    for (const close of closers) close();
    closers = [];
  };
}

/** A folder, and the name in it that matters. */
interface Place {
  readonly folder: string;
  readonly name: string;
  readonly file: string;
}

/** Where each file is, and where it really is when a link leads to it. Of a missing folder, the next one up that exists. */
function placesOf(files: readonly string[]): readonly Place[] {
  const real = files.flatMap(realPathsOf);
  return [...new Set([...files, ...real])].map((file) => {
    let folder = dirname(file);
    let name = basename(file);
    while (!existsSync(folder) && dirname(folder) !== folder) {
      name = basename(folder);
      folder = dirname(folder);
    }
    return { folder, name, file };
  });
}

/** None for a file that is missing, goes away meanwhile, or has no path of its own. */
function realPathsOf(file: string): readonly string[] {
  try {
    return [realpathSync(file)];
  } catch {
    return [];
  }
}

function watchPlace({ folder, name, file }: Place, touch: () => void): () => void {
  const own = basename(folder);
  try {
    const watcher: FSWatcher = watch(folder, { persistent: false }, (_event, changed) => {
      if (changed === null || changed === name || changed === own) touch();
    });
    watcher.on('error', touch);
    return () => watcher.close();
  } catch {
    // The system has no watcher left, or has none for this kind of disk: the file is looked at now and then.
    watchFile(file, { persistent: false, interval: 3_000 }, touch);
    return () => unwatchFile(file, touch);
  }
}
