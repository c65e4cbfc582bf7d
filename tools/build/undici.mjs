// What is bundled of undici: all of it would be three times as much code to read at the first request, and most of that
// for fetch, WebSocket, mocks and caches.

import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readChanged } from './changed.mjs';

/** What `src/core/http/send.ts` takes. */
const entry = `
export { default as Agent } from './dispatcher/agent.js';
export { default as buildConnector } from './core/connect.js';
export function ProxyAgent(options) {
  const Loaded = require('undici-apart').proxyAgent();
  return new Loaded(options);
}`;

/** Ways that few requests take: a file of their own, because every byte is looked at before the first request. */
const apart = [
  'api/abort-signal.js',
  'api/api-connect.js',
  'core/socks5-client.js',
  'core/socks5-utils.js',
  'dispatcher/client-h2.js',
  'dispatcher/proxy-agent.js',
  'dispatcher/socks5-proxy-agent.js',
  'llhttp/llhttp-wasm.js',
];

/** What those need of the rest, which hands it to them. */
const shared = [
  'core/connect.js',
  'core/diagnostics.js',
  'core/errors.js',
  'core/symbols.js',
  'core/util.js',
  'dispatcher/agent.js',
  'dispatcher/client.js',
  'dispatcher/dispatcher-base.js',
  'dispatcher/dispatcher.js',
  'dispatcher/pool.js',
  'web/fetch/body.js',
];

const handing = `
module.exports = require('undici-load').default({
${shared.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`).join('\n')}
});`;

/** How a file beside that of `undici-apart` gets at it. */
export const byRequire = `export default (shared) => require('./undici-apart.cjs')(shared);`;
export const fromModule = `const { createRequire } = process.getBuiltinModule('node:module');
export default (shared) => createRequire(import.meta.url)('./undici-apart.cjs')(shared);`;

const apartEntry = `
const given = require('undici-given');
module.exports = (shared) => {
  given.shared = shared;
  return {
    connectH2: () => require('./dispatcher/client-h2.js'),
    plainParser: () => require('./llhttp/llhttp-wasm.js'),
    proxyAgent() {
      // The whole of undici gives every dispatcher this method, and a tunnel is opened by it.
      require('./dispatcher/dispatcher.js').prototype.connect = require('./api/api-connect.js');
      return require('./dispatcher/proxy-agent.js');
    },
  };
};`;

/** Bodies here are bytes and Node's streams, never the web's forms, which bring half of fetch with them. */
const withoutForms = {
  'web/fetch/body.js': `exports.extractBody = () => {
  throw new TypeError('This undici was built without forms.');
};`,
  'web/fetch/formdata.js': '',
  'web/webidl/index.js': 'exports.webidl = { is: { FormData: () => false } };',
};

/** Node's HTTP/2 takes longer to load than all else, and few servers are spoken to by it. */
const http2WhenUsed = `module.exports = (client, socket) => require('undici-apart').connectH2()(client, socket);`;

/** For processors without SIMD. */
const parserWhenUsed = `module.exports = require('undici-apart').plainParser();`;

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
export const undiciNarrow = (loading) => ({
  name: namespace,
  setup: (build) => {
    const { onResolve, onLoad } = build;
    onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace }));
    onResolve({ filter: /^undici-(apart|load)$/ }, ({ path }) => ({ path, namespace }));
    onResolve({ filter: /^\.\/undici-apart\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /^undici-apart$/, namespace }, () => ({
      contents: handing,
      resolveDir: folder,
    }));
    onLoad({ filter: /^undici-load$/, namespace }, () => ({ contents: loading }));
    onLoad({ filter: /^undici$/, namespace }, () => ({ contents: entry, resolveDir: folder }));
    for (const [file, contents] of Object.entries(withoutForms)) {
      onLoad({ filter: endingWith(file) }, () => ({ contents }));
    }
    onLoad({ filter: endingWith('dispatcher/client-h2.js') }, () => ({ contents: http2WhenUsed }));
    onLoad({ filter: endingWith('llhttp/llhttp-wasm.js') }, () => ({ contents: parserWhenUsed }));
    for (const [file, changes] of Object.entries(withoutHttp)) {
      onLoad({ filter: endingWith(file) }, async ({ path }) => ({
        contents: await readChanged(path, changes),
      }));
    }
    assertWhenFailed(build);
  },
});

/** Bundles what is apart; whatever it needs of undici beside that is handed to it. */
export const undiciRest = {
  name: 'undici-rest',
  setup: (build) => {
    const { onResolve, onLoad } = build;
    onResolve({ filter: /^undici-rest$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /^undici-rest$/, namespace }, () => ({
      contents: apartEntry,
      resolveDir: folder,
    }));
    onResolve({ filter: /^undici-given$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /^undici-given$/, namespace }, () => ({ contents: '' }));
    onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir }) => {
      const file = relative(folder, join(resolveDir || dirname(importer), path)).replaceAll(
        '\\',
        '/',
      );
      const name = file.endsWith('.js') ? file : `${file}.js`;
      if (apart.includes(name)) return undefined;
      if (!shared.includes(name)) throw new Error(`${name} of undici is handed to nobody.`);
      return { path: name, namespace: 'undici-shared' };
    });
    onLoad({ filter: /.*/, namespace: 'undici-shared' }, ({ path }) => ({
      contents: `module.exports = require('undici-given').shared[${JSON.stringify(path)}]();`,
      resolveDir: folder,
    }));
    assertWhenFailed(build);
  },
};

function assertWhenFailed({ onResolve, onLoad }) {
  onResolve({ filter: /^node:assert$/ }, ({ importer }) =>
    importer.startsWith(folder) ? { path: 'assert', namespace } : undefined,
  );
  onLoad({ filter: /^assert$/, namespace }, () => ({ contents: assert }));
}

function endingWith(file) {
  const path = file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]');
  return new RegExp(`undici[\\\\/]lib[\\\\/]${path}$`);
}
