// What is bundled of `ini`: its reader, as an ES module. As it is published, all of it is run whenever the bundle is loaded.

import { readChanged } from './changed.mjs';

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
      contents: await readChanged(path, changes),
    }));
  },
};
