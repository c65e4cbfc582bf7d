// Builds what is shipped: dist/extension.js for VS Code (CommonJS), undici beside it, and dist/core.mjs for plain Node.

import { mkdir, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  platform: 'node',
  target: 'node22.19',
  minify,
  // Errors are named after their classes.
  keepNames: true,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

/** undici is two thirds of all code and is needed at the first request only: a file of its own, read then. */
const undiciApart = {
  name: 'undici-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^undici$/ }, () => ({ path: './undici.js', external: true }));
  },
};

/** Each file that imports `vscode` would copy all its names; this way they are copied once. */
const vscodeOnce = {
  name: 'vscode-once',
  setup: ({ onResolve, onLoad }) => {
    const namespace = 'vscode-once';
    onResolve({ filter: /^vscode$/ }, ({ importer }) =>
      importer === 'vscode' ? { path: 'vscode', external: true } : { path: 'vscode', namespace },
    );
    onLoad({ filter: /.*/, namespace }, () => ({ contents: `export * from 'vscode';` }));
  },
};

const bundles = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    plugins: [undiciApart, vscodeOnce],
    // The catalogue's folder is always handed in here, so the module's own location is never asked for.
    define: { 'import.meta.url': 'undefined' },
  },
  { ...common, entryPoints: ['undici'], outfile: 'dist/undici.js', format: 'cjs' },
  {
    ...common,
    entryPoints: ['src/library.ts'],
    outfile: 'dist/core.mjs',
    format: 'esm',
    // CommonJS packages among the bundled ones ask for Node's modules by `require`, which an ES module does not have.
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
  },
];

// The project's own code is ESM; VS Code loads the extension by `require`.
await mkdir('dist', { recursive: true });
await writeFile('dist/package.json', '{"type":"commonjs"}\n');

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
