// The canonical text of the catalogue's files: compact, but one entry a line down to `depth`, so that a new version of
// AWS's models shows as a readable difference. Member order is the source's: XML is written in it.

import { isObject, type ModelData } from '../../src/core/models/dataFolders.ts';

/** JSON text with the entries of objects and lists on lines of their own, `depth` levels deep. */
export function formatLines(value: unknown, depth: number): string {
  if (
    depth === 0 ||
    !(isObject(value) || Array.isArray(value)) ||
    Object.keys(value).length === 0
  ) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[\n${value.map((item: unknown) => formatLines(item, depth - 1)).join(',\n')}\n]`;
  }
  return `{\n${formatEntries(value, depth).join(',\n')}\n}`;
}

function formatEntries(object: ModelData, depth: number): string[] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}:${formatLines(value, depth - 1)}`);
}
