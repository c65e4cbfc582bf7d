// Builds what is shipped: dist/extension.js for VS Code (CommonJS), undici and what is known of services beside it, and dist/core.mjs for plain Node, with
// what it needs only at times in dist/core.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { builtinsByName } from './tools/build/builtins.mjs';
import { withEagerModules } from './tools/build/eager.mjs';
import { iniNarrow } from './tools/build/ini.mjs';
import { mergeEntry } from './tools/build/merge.mjs';
import { servicesApart, servicesEntry } from './tools/build/services.mjs';
import { smithyNarrow } from './tools/build/smithy.mjs';
import { undiciApart, undiciNarrow, undiciRest } from './tools/build/undici.mjs';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  platform: 'node',
  target: 'node22.19',
  minify,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  // By this undici leaves out its second, experimental parser of HTTP.
  define: { esbuildDetection: 'true' },
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
    plugins: [undiciApart, servicesApart, smithyNarrow, iniNarrow, vscodeOnce],
    // The catalogue's folder is always handed in here, so the module's own location is never asked for.
    define: { ...common.define, 'import.meta.url': 'undefined' },
  },
  {
    ...common,
    entryPoints: ['undici-rest'],
    outfile: 'dist/core/undici-apart.cjs',
    format: 'cjs',
    plugins: [undiciRest],
  },
  {
    ...common,
    stdin: servicesEntry,
    outfile: 'dist/services.js',
    format: 'cjs',
  },
];

const undici = {
  ...common,
  entryPoints: ['undici'],
  outfile: 'dist/undici.js',
  format: 'cjs',
  plugins: [undiciNarrow],
};

const library = {
  ...common,
  entryPoints: { core: 'src/library.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  splitting: true,
  chunkNames: 'core/[name]-[hash]',
  // Asked for by a function nobody calls, which esbuild sees too late.
  external: ['bowser'],
  format: 'esm',
  plugins: [undiciNarrow, smithyNarrow, iniNarrow, builtinsByName],
};

/** As it is shipped, all that a first call needs is in few files. */
async function buildMerged(options) {
  const built = await build({ ...options, write: false, metafile: true });
  const files = await mergeEntry(built, 'dist/core.mjs', 'dist/core/main.mjs');
  for (const [path, text] of files) await writeFile(path, withEagerModules(text, 'module'));
}

async function buildEager(options) {
  const { outputFiles } = await build({ ...options, write: false });
  for (const { path, text } of outputFiles) await writeFile(path, withEagerModules(text, 'script'));
}

// The project's own code is ESM; VS Code loads the extension by `require`.
await rm('dist/core', { recursive: true, force: true });
await mkdir('dist/core', { recursive: true });
await writeFile('dist/package.json', '{"type":"commonjs"}\n');

if (watch) {
  for (const options of [...bundles, undici, library]) await (await context(options)).watch();
} else {
  await Promise.all([
    ...bundles.map((options) => build(options)),
    minify ? buildEager(undici) : build(undici),
    minify ? buildMerged(library) : build(library),
  ]);
}
