// The extension as VS Code loads it, by `require`, in several files, so that the start reads only what it needs. esbuild splits
// ES modules alone; what it makes of them becomes CommonJS here.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { transform } from 'esbuild';
import { withEagerModules } from './eager.mjs';
import { mergeEntry, toOutput } from './merge.mjs';

const entry = 'dist/extension.js';
const main = 'dist/extension/main.js';

/** Writes the outputs of a split build itself; merged where they are minified. */
export const commonJsFiles = {
  name: 'commonjs-files',
  setup: ({ initialOptions, onEnd }) => {
    const { minify } = initialOptions;
    Object.assign(initialOptions, { write: false, metafile: true });
    onEnd(async (built) => {
      if (built.errors.length > 0) return;
      const files = minify
        ? await mergeEntry(built, entry, main)
        : new Map(built.outputFiles.map(({ path, text }) => [toOutput(path), text]));
      await mkdir(dirname(main), { recursive: true });
      await Promise.all(
        [...files].map(async ([file, text]) =>
          writeFile(file, await toCommonJs(file, text, initialOptions)),
        ),
      );
    });
  },
};

async function toCommonJs(file, text, { target, minify }) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target,
    minify,
    // There they would be left as they are, and Node would look for ES modules.
    supported: { 'dynamic-import': false },
    sourcemap: minify ? false : 'inline',
    sourcefile: file,
    logLevel: 'warning',
  });
  // The extension's own time begins before its code is read.
  const begin = file === entry ? 'performance.mark("awscope");' : '';
  const taken = begin + code.replaceAll(copied, 'require("vscode")');
  return minify ? withEagerModules(taken, 'script') : taken;
}

/** Each file would copy all names of VS Code's. */
const copied = /\b[\w$]{1,20}\(require\("vscode"\)(?:, ?1)?\)/g;
