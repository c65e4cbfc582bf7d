// esbuild puts each CommonJS module into a function. The engine only looks over a function until it is called, and then reads it
// again. Where all of them are called while their file loads, they are put in parentheses: such a function is read but once.
// https://v8.dev/blog/preparser#pife

import { parse } from 'acorn';

/** The same program: every `var name = wrap((exports, module) => { ... })` has its function in parentheses. */
export function withEagerModules(text, sourceType) {
  const { body } = parse(text, { ecmaVersion: 'latest', sourceType });
  const wrapped = body.flatMap((statement) =>
    statement.type === 'VariableDeclaration' ? statement.declarations.flatMap(moduleOf) : [],
  );
  let changed = '';
  let end = 0;
  for (const module of wrapped) {
    // Of arrow functions the engine takes no such hint. None of these has a `this` of its own.
    const names = module.params.map(({ name }) => name).join();
    changed += `${text.slice(end, module.start)}(function(${names})${text.slice(module.body.start, module.end)})`;
    end = module.end;
  }
  return changed + text.slice(end);
}

function moduleOf({ init }) {
  if (init?.type !== 'CallExpression' || init.arguments.length !== 1) return [];
  const [argument] = init.arguments;
  const isFunction = argument.type === 'ArrowFunctionExpression' && !argument.expression;
  // A module of another sort, which may never be asked for, takes no parameters.
  return isFunction && argument.params.length > 0 ? [argument] : [];
}
