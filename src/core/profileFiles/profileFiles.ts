// Changes to the shared files: first planned, so that a profile can be tried as it will be, then written.

import { isUtf8 } from 'node:buffer';
import { readFile, rm, stat } from 'node:fs/promises';
import { parseConfigFile } from '../config/iniFile.ts';
import { buildSharedConfig, type ConfigPaths, type SharedConfig } from '../config/sharedConfig.ts';
import { ConfigError } from '../errors.ts';
import { editFile, type SectionEdit, type Values } from './editFile.ts';
import { hasErrorCode } from './errorCode.ts';
import { isSectionOf, nameProblem, type SectionKind, sectionName, valueProblem } from './names.ts';
import { replaceFile } from './replaceFile.ts';

/** One section's change. Each kind of section stands in the file that AWS gives it. */
export interface ProfileEdit {
  readonly kind: SectionKind;
  readonly name: string;
  /** What it has afterwards, undefined for what it no longer has; other options stay. */
  readonly values: Values | 'remove';
}

export interface PlannedEdits {
  /** What the files will say. */
  readonly config: SharedConfig;
  readonly files: readonly PlannedFile[];
}

interface PlannedFile {
  readonly file: string;
  /** Undefined when there is no such file. */
  readonly before: Buffer | undefined;
  readonly after: string;
  readonly isSecret: boolean;
}

/** Throws a `ConfigError` where a file cannot be changed by a program, or a name or value cannot be written. */
export async function planEdits(
  paths: ConfigPaths,
  edits: readonly ProfileEdit[],
): Promise<PlannedEdits> {
  const inCredentials = edits.filter(({ kind }) => kind === 'credentials');
  const inConfig = edits.filter(({ kind }) => kind !== 'credentials');
  const config = await planFile(paths.config, inConfig, false);
  const credentials = await planFile(paths.credentials, inCredentials, true);
  const [parsedConfig, parsedCredentials] = [config, credentials].map(({ file, after }) =>
    parseConfigFile(after, file),
  );
  if (!parsedConfig || !parsedCredentials) throw new Error('Both files are planned.');
  return {
    config: buildSharedConfig(parsedConfig, parsedCredentials),
    files: [credentials, config],
  };
}

/** Each file is replaced as a whole; if the second cannot be, the first is put back. */
export async function writeEdits({ files }: PlannedEdits): Promise<void> {
  const changed = files.filter(({ before, after }) => (before ?? '').toString() !== after);
  for (const { file, before } of changed) {
    const now = await readIfThere(file);
    const isSame = now === undefined ? before === undefined : before?.equals(now);
    if (isSame) continue;
    throw new ConfigError(file, undefined, 'somebody changed the file meanwhile. Try again.');
  }
  const written: PlannedFile[] = [];
  try {
    for (const planned of changed) {
      await write(planned);
      written.push(planned);
    }
  } catch (error) {
    for (const planned of written) await putBack(planned);
    throw error;
  }
}

/** A file that nobody may write is not replaced either, as the folder would allow. */
async function write(planned: PlannedFile): Promise<void> {
  const { file, after } = planned;
  const mode = (await stat(file).catch(() => undefined))?.mode;
  if (mode !== undefined && (mode & 0o222) === 0) {
    throw new ConfigError(file, undefined, 'the file is read-only, so it is left as it is.');
  }
  try {
    await replaceFile(file, after, planned);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new ConfigError(file, undefined, `the file cannot be written${reason}.`, error);
  }
}

async function putBack({ file, before }: PlannedFile): Promise<void> {
  if (before === undefined) await rm(file, { force: true });
  else await replaceFile(file, before);
}

async function planFile(
  file: string,
  edits: readonly ProfileEdit[],
  isSecret: boolean,
): Promise<PlannedFile> {
  const before = await readIfThere(file);
  if (before && edits.length > 0 && !isUtf8(before)) {
    throw new ConfigError(file, undefined, 'the file is not UTF-8, so it is left as it is.');
  }
  const after = edits.reduce((text, edit) => apply(file, text, edit), before?.toString() ?? '');
  return { file, before, after, isSecret };
}

function apply(file: string, text: string, { kind, name, values }: ProfileEdit): string {
  checkWords(file, name, values);
  const edit: SectionEdit = {
    isMeant: (section) => isSectionOf(kind, name, section),
    name: sectionName(kind, name),
    values,
  };
  const edited = editFile(text, edit);
  if (edited.fault === undefined) return edited.text;
  const { line, problem } = edited.fault;
  throw new ConfigError(file, line, `${problem}. Mend this line first.`);
}

function checkWords(file: string, name: string, values: ProfileEdit['values']): void {
  if (values === 'remove') return;
  const problem = nameProblem(name);
  if (problem) throw new ConfigError(file, undefined, problem);
  for (const [key, value] of Object.entries(values)) {
    const fault = value === undefined ? undefined : valueProblem(value);
    if (fault) throw new ConfigError(file, undefined, `${key}: ${fault}`);
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
