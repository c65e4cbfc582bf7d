// esbuild puts what an entry shares with code loaded later into files of their own, one for each set of sharers, and Node
// takes its time for every file. Here all that the entry needs at once becomes one file again.

import { posix, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * Changes the outputs of a split build that was not written (`write: false`, `metafile: true`): the entry and all it imports
 * at once become `main`, and those files only pass on what is in it.
 */
export async function mergeEntry({ outputFiles, metafile }, entry, main) {
  const texts = new Map(outputFiles.map(({ path, text }) => [toOutput(path), text]));
  const merged = importedAtOnce(metafile, entry);
  const text = await bundle({ texts, merged, metafile }, main);
  for (const [i, file] of merged.entries()) {
    const names = metafile.outputs[file].exports;
    const passed = names.map((name) => (file === entry ? name : `${aliasOf(i, name)} as ${name}`));
    texts.set(file, `export{${passed.join(',')}}from${JSON.stringify(pathFrom(file, main))};\n`);
  }
  return texts.set(main, text);
}

function importedAtOnce({ outputs }, entry) {
  const files = new Set([entry]);
  for (const file of files) {
    for (const { path, kind } of outputs[file].imports) {
      if (kind === 'import-statement' && path in outputs) files.add(path);
    }
  }
  return [...files];
}

async function bundle({ texts, merged, metafile }, main) {
  const contents = merged
    .map((file, i) => exportAll(file, i, metafile.outputs[file].exports))
    .join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    minify: true,
    write: false,
    logLevel: 'warning',
    plugins: [fromMemory({ texts, merged, metafile }, main)],
  });
  return outputFiles[0].text;
}

function exportAll(file, i, names) {
  const from = JSON.stringify(file);
  if (i === 0) return `export * from ${from};`;
  return `export {${names.map((name) => `${name} as ${aliasOf(i, name)}`).join(', ')}} from ${from};`;
}

function aliasOf(i, name) {
  return `_${i}_${name}`;
}

function fromMemory({ texts, merged, metafile }, main) {
  return {
    name: 'from-memory',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        const file = path in metafile.outputs ? path : posix.join(posix.dirname(importer), path);
        if (kind === 'dynamic-import' || !(file in metafile.outputs)) {
          const isOurs = file in metafile.outputs;
          return { path: isOurs ? pathFrom(main, file) : path, external: true };
        }
        return { path: file, namespace: 'memory' };
      });
      onLoad({ filter: /.*/, namespace: 'memory' }, ({ path }) => ({
        contents: withoutNeedlessWaits(texts.get(path), path, { merged, metafile }),
      }));
    },
  };
}

/** What is only loaded later so that it may be loaded later, and is there all the same, is taken at once. */
function withoutNeedlessWaits(text, file, { merged, metafile }) {
  let taken = '';
  const changed = text.replace(/\bimport\("(\.[^"]+)"\)/g, (call, path) => {
    const target = posix.join(posix.dirname(file), path);
    const brings = importedAtOnce(metafile, target).slice(1);
    const isThere = brings.length > 0 && brings.every((needed) => merged.includes(needed));
    if (!isThere || metafile.outputs[target].bytes > smallest) return call;
    const name = `_there${taken.length}`;
    taken += `import*as ${name} from ${JSON.stringify(target)};`;
    return `Promise.resolve(${name})`;
  });
  return taken + changed;
}

/** A file of fewer bytes only passes on what is elsewhere. */
const smallest = 1000;

/** As the metafile has it. */
export function toOutput(path) {
  return relative('.', path).replaceAll('\\', '/');
}

function pathFrom(file, target) {
  const path = posix.relative(posix.dirname(file), target);
  return path.startsWith('.') ? path : `./${path}`;
}
