// What is known of services is more code than all the rest of the extension, and nothing needs it before the tree is open:
// a file of its own, read at the first question.

const files = ['index.ts', 'derived/derive.ts', 'derived/further.ts', 'derived/readArn.ts'];

/** All that `src/services/registry.ts` imports when it is asked. Plain data and pure functions: no class has two copies. */
export const servicesEntry = {
  contents: files.map((file) => `export * from './src/services/${file}';`).join('\n'),
  resolveDir: '.',
};

export const servicesApart = {
  name: 'services-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\// }, ({ path, importer, kind }) => {
      if (kind !== 'dynamic-import' || !/services[\\/]registry\.ts$/.test(importer))
        return undefined;
      if (!files.includes(path.slice('./'.length)))
        throw new Error(`${path} is not in services.js.`);
      return { path: './services.js', external: true };
    });
  },
};
