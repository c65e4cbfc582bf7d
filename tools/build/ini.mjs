// What is bundled of `ini`: its reader, as an ES module. As it is published, all of it is run whenever the bundle is loaded.

import { readFile } from 'node:fs/promises';

const file = /node_modules[\\/]ini[\\/]lib[\\/]ini\.js$/;

const changes = [
  [/module\.exports = \{[^}]*\}/, 'export { decode as parse };'],
  // It has no letters, and the flag alone makes the engine look up the cases of all there are.
  [/(?<=\n {2}const re = \/[^\n]*\/)i\n/, '\n'],
];

export const iniNarrow = {
  name: 'ini-narrow',
  setup: ({ onLoad }) => {
    onLoad({ filter: file }, async ({ path }) => ({
      contents: changes.reduce(changed, await readFile(path, 'utf8')),
    }));
  },
};

function changed(text, [from, to]) {
  if (!from.test(text)) throw new Error(`ini is not as it was: ${from} is missing.`);
  return text.replace(from, to);
}
