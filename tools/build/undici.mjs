// What is bundled of undici: all of it would be three times as much code to read at the first request, and most of that
// for fetch, WebSocket, mocks and caches.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What `src/core/http/send.ts` takes. The way through a proxy is made ready when it is first taken. */
const entry = `
export { default as Agent } from './dispatcher/agent.js';
export function ProxyAgent(options) {
  // The whole of undici gives every dispatcher this method, and a tunnel is opened by it.
  require('./dispatcher/dispatcher.js').prototype.connect = require('./api/api-connect.js');
  const Loaded = require('./dispatcher/proxy-agent.js');
  return new Loaded(options);
}`;

/** Bodies here are bytes and Node's streams, never the web's forms, which bring half of fetch with them. */
const withoutForms = {
  'web/fetch/body.js': `exports.extractBody = () => {
  throw new TypeError('This undici was built without forms.');
};`,
  'web/fetch/formdata.js': '',
  'web/webidl/index.js': 'exports.webidl = { is: { FormData: () => false } };',
};

/** Node's HTTP/2 takes longer to load than all else, and few servers are spoken to by it. */
const http2WhenUsed = `module.exports = (client, socket) => require('./client-h2.js?loaded')(client, socket);`;

/** Both are only there for what hardly ever happens: a fault of undici's, and a body that is itself an answer of Node's. */
const assert = `module.exports = (isSo, message) => {
  if (!isSo) process.getBuiltinModule('node:assert')(isSo, message);
};`;
const nodeHttp = `process.getBuiltinModule('node:http')`;
const withoutHttp = {
  'core/util.js': [
    ["const { IncomingMessage } = require('node:http')", ''],
    ['constructor === IncomingMessage', `constructor === ${nodeHttp}.IncomingMessage`],
  ],
  'dispatcher/client.js': [
    ["const http = require('node:http')", ''],
    [
      /const getDefaultNodeMaxHeaderSize = [\s\S]*? invalid'\) \}/,
      `const getDefaultNodeMaxHeaderSize = () => ${nodeHttp}.maxHeaderSize`,
    ],
  ],
};

const folder = fileURLToPath(new URL('../../node_modules/undici/lib/', import.meta.url));
const namespace = 'undici-narrow';

/** Puts those parts in place of the package. */
export const undiciNarrow = {
  name: namespace,
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace }));
    onLoad({ filter: /^undici$/, namespace }, () => ({ contents: entry, resolveDir: folder }));
    for (const [file, contents] of Object.entries(withoutForms)) {
      onLoad({ filter: endingWith(file) }, () => ({ contents }));
    }
    for (const [file, changes] of Object.entries(withoutHttp)) {
      onLoad({ filter: endingWith(file) }, async ({ path }) => ({
        contents: changed(await readFile(path, 'utf8'), changes, file),
      }));
    }
    onResolve({ filter: /^node:assert$/ }, ({ importer }) =>
      importer.startsWith(folder) ? { path: 'assert', namespace } : undefined,
    );
    onLoad({ filter: /^assert$/, namespace }, () => ({ contents: assert }));
    onResolve({ filter: /\/client-h2\.js\?loaded$/ }, () => ({
      path: `${folder}dispatcher/client-h2.js`,
      suffix: '?loaded',
    }));
    onLoad({ filter: endingWith('dispatcher/client-h2.js') }, ({ suffix }) =>
      suffix === '' ? { contents: http2WhenUsed } : undefined,
    );
  },
};

/** undici is most of the code a request needs, and nothing else needs it: a file of its own, read at the first one. */
export const undiciApart = {
  name: 'undici-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^undici$/ }, () => ({ path: './undici.js', external: true }));
  },
};

function changed(text, changes, file) {
  return changes.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`undici's ${file} is not as it was: ${from} is missing.`);
    return after;
  }, text);
}

function endingWith(file) {
  const path = file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]');
  return new RegExp(`undici[\\\\/]lib[\\\\/]${path}$`);
}
