// Builds what is shipped: dist/extension.js for VS Code (CommonJS), undici beside it, and dist/core.mjs for plain Node.

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

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

/** What `src/core/http/send.ts` takes from undici. All of it would be three times as much: fetch, WebSocket, mocks, caches. */
const undiciParts = {
  Agent: 'dispatcher/agent.js',
  ProxyAgent: 'dispatcher/proxy-agent.js',
};

const undiciFolder = fileURLToPath(new URL('./node_modules/undici/lib/', import.meta.url));

/** Puts those parts in place of the package. */
const undiciNarrow = {
  name: 'undici-narrow',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^undici$/ }, ({ path }) => ({ path, namespace: 'undici-narrow' }));
    onLoad({ filter: /.*/, namespace: 'undici-narrow' }, () => ({
      contents: Object.entries(undiciParts)
        .map(([name, file]) => `export { default as ${name} } from './${file}';`)
        .join('\n'),
      resolveDir: undiciFolder,
    }));
  },
};

/** undici is most of the code a request needs, and nothing else needs it: a file of its own, read at the first one. */
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
    define: { ...common.define, 'import.meta.url': 'undefined' },
  },
  {
    ...common,
    entryPoints: ['undici'],
    outfile: 'dist/undici.js',
    format: 'cjs',
    plugins: [undiciNarrow],
  },
  {
    ...common,
    entryPoints: ['src/library.ts'],
    outfile: 'dist/core.mjs',
    format: 'esm',
    plugins: [undiciNarrow],
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
