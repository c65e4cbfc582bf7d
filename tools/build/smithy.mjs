// What is bundled of AWS's own packages. Their modules make a client's middleware, a reader of the shared files and more when
// they are loaded, and nobody calls any of it here: marked as pure, the calls that make it are left out.

import { readFile } from 'node:fs/promises';

const indexes = /@smithy[\\/]core[\\/].*[\\/](endpoints|serde)[\\/]index\.js$/;
const making = /(?<=( = | extends ))(?=bind\w+\()/g;

/** `src/core/http/endpoint.ts` always gives the catalogue's own. */
const partitions = /@aws-sdk[\\/]core[\\/].*[\\/]aws[\\/]partitions\.js$/;

export const smithyNarrow = {
  name: 'smithy-narrow',
  setup: ({ onLoad }) => {
    onLoad({ filter: indexes }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(making, '/* @__PURE__ */ ');
      if (contents === text) throw new Error(`${path} is not as it was.`);
      return { contents };
    });
    onLoad({ filter: partitions }, () => ({
      contents: 'export const partitionsInfo = { partitions: [] };',
    }));
  },
};
