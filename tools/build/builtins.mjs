// Node's own modules for a bundle of ES modules. An `import` of one makes Node look at each of its exports, which loads
// streams of files, the terminal, WebCrypto and more that nobody asked for; what is taken by name is taken alone here.

const plainName = /^[A-Za-z_$][\w$]*$/;

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
  const names = Object.keys(await import(path)).filter(
    (name) => name !== 'default' && plainName.test(name),
  );
  const lines = names.map((name, i) => `const _${i} = /* @__PURE__ */ _take("${name}");`);
  const exported = names.map((name, i) => `_${i} as ${name}`).join(', ');
  return `const _module = ${taken(path)};
const _take = (name) => _module[name];
${lines.join('\n')}
export { ${exported} };
export default _module;
`;
}

function taken(path) {
  return `process.getBuiltinModule(${JSON.stringify(path)})`;
}
