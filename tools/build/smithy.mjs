// What is bundled of AWS's own packages. Their modules make a client's middleware, a reader of the shared files and more when
// they are loaded, and nobody calls any of it here: marked as pure, the calls that make it are left out.

import { readChanged } from './changed.mjs';

const indexes = /@smithy[\\/]core[\\/].*[\\/](endpoints|serde)[\\/]index\.js$/;
const making = /(?<=( = | extends ))(?=bind\w+\()/g;

/** `src/core/http/endpoint.ts` always gives the catalogue's own. */
const partitions = /@aws-sdk[\\/]core[\\/].*[\\/]aws[\\/]partitions\.js$/;

export const smithyNarrow = {
  name: 'smithy-narrow',
  setup: ({ onLoad }) => {
    onLoad({ filter: indexes }, async ({ path }) => {
      return { contents: await readChanged(path, [[making, '/* @__PURE__ */ ']]) };
    });
    onLoad({ filter: partitions }, () => ({
      contents: 'export const partitionsInfo = { partitions: [] };',
    }));
  },
};
