// Node's own modules for a bundle of ES modules. An `import` of one makes Node look at each of its exports, which loads
// streams of files, the terminal, WebCrypto and more that nobody asked for; what is taken by name is taken alone here.

const plainName = /^[A-Za-z_$][\w$]*$/;

/** These take long to load and have functions only, which is soon enough when one is called. */
const loadedByCalls = new Set([
  'node:fs/promises',
  'node:stream/consumers',
  'node:stream/promises',
  'node:timers/promises',
  'node:zlib',
]);

export const builtinsByName = {
  name: 'builtins-by-name',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:/ }, ({ path, kind }) => {
      if (kind === 'dynamic-import') return { path, external: true };
      return { path, namespace: kind === 'require-call' ? 'builtin-required' : 'builtin' };
    });
    onLoad({ filter: /.*/, namespace: 'builtin-required' }, ({ path }) => ({
      contents: `module.exports = ${taken(path)};`,
    }));
    onLoad({ filter: /.*/, namespace: 'builtin' }, async ({ path }) => ({
      contents: await exportsOf(path),
    }));
  },
};

/** Calls marked as pure, so that esbuild leaves out what nobody imports. */
async function exportsOf(path) {
  const module = await import(path);
  const names = Object.keys(module).filter((name) => name !== 'default' && plainName.test(name));
  const exported = names.map((name, i) => `_${i} as ${name}`).join(', ');
  const lines = names.map((name, i) => {
    const isCalled = loadedByCalls.has(path) && /^[a-z]/.test(name);
    const value = isCalled && typeof module[name] === 'function' ? '_call' : '_take';
    return `const _${i} = /* @__PURE__ */ ${value}("${name}");`;
  });
  return `const _module = () => ${taken(path)};
const _take = (name) => _module()[name];
const _call = (name) => (...given) => _module()[name](...given);
${lines.join('\n')}
export { ${exported} };
${loadedByCalls.has(path) ? '' : `export default ${taken(path)};`}
`;
}

function taken(path) {
  return `process.getBuiltinModule(${JSON.stringify(path)})`;
}
