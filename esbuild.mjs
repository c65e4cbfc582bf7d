// Builds what is shipped: dist/extension.js for VS Code (CommonJS) and dist/core.mjs for plain Node, with what they need only at
// times in dist/extension and dist/core.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { builtinsByName } from './tools/build/builtins.mjs';
import { withEagerModules } from './tools/build/eager.mjs';
import { commonJsFiles } from './tools/build/extension.mjs';
import { iniNarrow } from './tools/build/ini.mjs';
import { mergeEntry } from './tools/build/merge.mjs';
import { smithyNarrow } from './tools/build/smithy.mjs';
import { byRequire, fromModule, undiciNarrow, undiciRest } from './tools/build/undici.mjs';

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

/** Asked for by a function nobody calls, which esbuild sees too late. */
const unused = ['bowser'];

const extension = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'extension/[name]-[hash]',
  external: ['vscode', ...unused],
  format: 'esm',
  // The catalogue's folder is always handed in here, so the module's own location is never asked for.
  define: { ...common.define, 'import.meta.url': 'undefined' },
  sourcemap: minify ? false : 'inline',
  plugins: [undiciNarrow(byRequire), smithyNarrow, iniNarrow, commonJsFiles],
};

/** For both. */
const undiciApart = ['dist/extension', 'dist/core'].map((folder) => ({
  ...common,
  entryPoints: ['undici-rest'],
  outfile: `${folder}/undici-apart.cjs`,
  format: 'cjs',
  plugins: [undiciRest],
}));

const library = {
  ...common,
  entryPoints: { core: 'src/library.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  splitting: true,
  chunkNames: 'core/[name]-[hash]',
  external: unused,
  format: 'esm',
  plugins: [undiciNarrow(fromModule), smithyNarrow, iniNarrow, builtinsByName],
};

/** As it is shipped, all that a first call needs is in few files. */
async function buildMerged(options) {
  const built = await build({ ...options, write: false, metafile: true });
  const files = await mergeEntry(built, 'dist/core.mjs', 'dist/core/main.mjs');
  for (const [path, text] of files) await writeFile(path, withEagerModules(text, 'module'));
}

// The project's own code is ESM; VS Code loads the extension by `require`.
await rm('dist', { recursive: true, force: true });
await mkdir('dist/core', { recursive: true });
await writeFile('dist/package.json', '{"type":"commonjs"}\n');

if (watch) {
  for (const options of [extension, ...undiciApart, library])
    await (await context(options)).watch();
} else {
  const buildLibrary = minify ? buildMerged : build;
  await Promise.all([
    ...[extension, ...undiciApart].map((options) => build(options)),
    buildLibrary(library),
  ]);
}
