// Files of packages that are bundled otherwise than they were published.

import { readFile } from 'node:fs/promises';

/** The text with each pattern replaced. Throws when one is not there, since the package is then another than was looked at. */
export async function readChanged(path, changes) {
  const text = await readFile(path, 'utf8');
  return changes.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} is not as it was: ${from} is missing.`);
    return after;
  }, text);
}
