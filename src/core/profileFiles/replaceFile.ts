// Writes a file as a whole or not at all: into a temporary file beside it, which then takes its place. What links to the
// file, and its mode, stay as they are.

import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, lstat, mkdir, open, readlink, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { hasErrorCode } from './errorCode.ts';

/** Only the owner may read it, as with the files of the AWS CLI. */
const ownerOnly = 0o600;

export interface ReplaceOptions {
  /** Takes access by others away where a file has it: for files that hold secrets. */
  readonly isSecret?: boolean;
}

/** Folders that are missing are made, for the owner alone. */
export async function replaceFile(
  file: string,
  content: string | Uint8Array,
  { isSecret = false }: ReplaceOptions = {},
): Promise<void> {
  const target = await realTarget(file);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const kept = await statIfThere(target);
  const mode = kept === undefined ? ownerOnly : kept.mode & (isSecret ? 0o700 : 0o777);
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeAndSync(temporary, content, { mode, owner: kept });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    // A file that is mounted by itself, as into a container, cannot be replaced, nor one in a folder that is not ours.
    const isFixed = hasErrorCode(error, 'EBUSY', 'EXDEV', 'EACCES', 'EPERM');
    if (!kept || !isFixed) throw error;
    await writeFile(target, content);
    if (mode !== (kept.mode & 0o777)) await chmod(target, mode);
  }
}

async function writeAndSync(
  file: string,
  content: string | Uint8Array,
  { mode, owner }: { readonly mode: number; readonly owner: Stats | undefined },
): Promise<void> {
  await using handle = await open(file, 'wx', ownerOnly);
  await handle.writeFile(content);
  const own = await handle.stat();
  const isOurs = !owner || (owner.uid === own.uid && owner.gid === own.gid);
  if (!isOurs) await handle.chown(owner.uid, owner.gid);
  // The mode that `open` is given loses what the process's mask takes away.
  await handle.chmod(mode);
  await handle.sync();
}

/** Where links lead; the last of them need not lead anywhere yet. */
async function realTarget(file: string): Promise<string> {
  let target = resolve(file);
  for (let hops = 0; hops < 40; hops++) {
    const link = await readLinkIfAny(target);
    if (link === undefined) return target;
    target = resolve(dirname(target), link);
  }
  return target;
}

async function readLinkIfAny(path: string): Promise<string | undefined> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : undefined;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
