// Reading what came from a file, a process or AWS, where nothing is certain.

import { readFile } from 'node:fs/promises';

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is text and not empty. */
export function textIn(value: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const member = value[key];
  return typeof member === 'string' && member !== '' ? member : undefined;
}

/** The object in a JSON text; undefined when it holds anything else. Says nothing of the text, which may be secret. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The object in a JSON file; undefined when there is none, as botocore's file cache has it. */
export async function readObject(
  file: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    return parseObject(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
