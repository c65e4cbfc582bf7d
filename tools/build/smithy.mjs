// What is bundled of AWS's endpoint rules: the whole of them brings a client's middleware and a reader of the shared files,
// which nobody calls here.

import { readFile } from 'node:fs/promises';

/** Of `@smithy/core`: it makes those at once, by calls that a bundler cannot leave out. */
const middleware = /^export const \w+ = bind\w+\(getEndpointFromConfig\);$/gm;

/** Of `@aws-sdk/core`: `src/core/http/endpoint.ts` always gives the catalogue's own. */
const partitions = 'export const partitionsInfo = { partitions: [] };';

export const smithyNarrow = {
  name: 'smithy-narrow',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@smithy[\\/]core[\\/].*[\\/]endpoints[\\/]index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(middleware, '');
      if (contents === text) throw new Error(`${path} is not as it was.`);
      return { contents };
    });
    onLoad({ filter: /@aws-sdk[\\/]core[\\/].*[\\/]aws[\\/]partitions\.js$/ }, () => ({
      contents: partitions,
    }));
  },
};
