import assert from 'node:assert/strict';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { ConnectionError } from '../../../src/core/errors.ts';
import { type CreateSendOptions, createSend } from '../../../src/core/http/send.ts';
import { makeCertificate } from './certificate.ts';
import { type Certificate, makeCertificates } from './certificates.ts';
import { startProxy } from './connectProxy.ts';
import { getRequest } from './localServer.ts';

const { ca, good, otherHost, expired } = makeCertificates();

interface TlsServer extends AsyncDisposable {
  readonly port: number;
}

async function startTls(certificate: Certificate): Promise<TlsServer> {
  const server = createServer(certificate, (_, response) => response.end('safe'));
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What the server answers to a request over TLS; the connection is closed behind it. */
async function ask(port: number, options: CreateSendOptions): Promise<string> {
  const send = createSend(options);
  try {
    const response = await send(getRequest(port, { protocol: 'https:' }), {});
    return Buffer.from((await response.bytes?.()) ?? []).toString();
  } finally {
    await send.close();
  }
}

function isFinal(reason: RegExp, help: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof ConnectionError, String(error));
    assert.match(error.reason, reason);
    assert.match(error.message, help);
    assert.equal(error.retryable, false);
    return true;
  };
}

test('it trusts the authority that is set, and no other then', async () => {
  await using server = await startTls(good);
  assert.equal(await ask(server.port, { ca }), 'safe');
  assert.equal(await ask(server.port, { ca: [ca, otherHost.cert] }), 'safe');
  const untrusted = isFinal(/UNABLE_TO_VERIFY|SELF_SIGNED|ISSUER/, /AWS_CA_BUNDLE/);
  await assert.rejects(ask(server.port, {}), untrusted);
  await assert.rejects(ask(server.port, { ca: otherHost.cert }), untrusted);
});

test('it trusts everything when that is asked for', async () => {
  await using server = await startTls(expired);
  assert.equal(await ask(server.port, { rejectUnauthorized: false }), 'safe');
});

test('it says that a certificate is for another host, or too old', async () => {
  await using other = await startTls(otherHost);
  const wrongHost = isFinal(/^ERR_TLS_CERT_ALTNAME_INVALID$/, /is for another host/);
  await assert.rejects(ask(other.port, { ca }), wrongHost);
  await using old = await startTls(expired);
  const tooOld = isFinal(/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, /clock/);
  await assert.rejects(ask(old.port, { ca }), tooOld);
});

test('it goes through a proxy that wants a user and a password', async () => {
  await using server = await startTls(good);
  await using proxy = await startProxy({ login: 'user:pass word' });
  const url = `http://user:pass%20word@127.0.0.1:${proxy.port}`;
  assert.equal(await ask(server.port, { ca, proxy: url }), 'safe');
  assert.deepEqual(proxy.asked, [`127.0.0.1:${server.port}`]);
});

test('it says that the proxy wants another user or password, and does not show those it has', async () => {
  await using server = await startTls(good);
  await using proxy = await startProxy({ login: 'user:right' });
  const proxied = { ca, proxy: `http://user:wrong@127.0.0.1:${proxy.port}` };
  await assert.rejects(ask(server.port, proxied), (error) => {
    assert.doesNotMatch(String(error), /wrong/);
    return isFinal(/^PROXY 407$/, /user and a password/)(error);
  });
});

test('it says that the proxy refused, and tries again when that may pass', async () => {
  await using server = await startTls(good);
  await using closed = await startProxy({ status: 403 });
  const forbidden = ask(server.port, { ca, proxy: `http://127.0.0.1:${closed.port}` });
  await assert.rejects(forbidden, isFinal(/^PROXY 403$/, /does not let this connection through/));
  await using busy = await startProxy({ status: 503 });
  const refused = ask(server.port, { ca, proxy: `http://127.0.0.1:${busy.port}` });
  await assert.rejects(refused, { reason: 'PROXY 503', retryable: true });
});

test('it checks the certificate behind a proxy too', async () => {
  await using other = await startTls(otherHost);
  await using proxy = await startProxy();
  const asked = ask(other.port, { ca, proxy: `http://127.0.0.1:${proxy.port}` });
  await assert.rejects(asked, isFinal(/^ERR_TLS_CERT_ALTNAME_INVALID$/, /another host/));
});

test('it says that nothing listens where the proxy should be', async () => {
  const proxy = await startProxy();
  await proxy[Symbol.asyncDispose]();
  const asked = ask(1, { ca, proxy: `http://127.0.0.1:${proxy.port}` });
  await assert.rejects(asked, { reason: 'ECONNREFUSED' });
});

test('it reaches hosts directly that are named so, with and without their domain', async () => {
  await using server = await startTls(good);
  await using proxy = await startProxy({ status: 403 });
  const url = `http://127.0.0.1:${proxy.port}`;
  for (const noProxy of ['127.0.0.1', '*', `other, 127.0.0.1:${server.port}`]) {
    assert.equal(await ask(server.port, { ca, proxy: url, noProxy }), 'safe');
  }
  await assert.rejects(ask(server.port, { ca, proxy: url, noProxy: '127.0.0.1:1,example.com' }));
  assert.equal(proxy.asked.length, 1);
});

test('it trusts a proxy by the proxy’s own authority, and shows it who asks', async () => {
  const own = makeCertificate();
  await using server = await startTls(good);
  await using proxy = await startProxy({ certificate: own, clientAuthority: ca });
  const options = { ca, proxy: `https://127.0.0.1:${proxy.port}` };
  await assert.rejects(ask(server.port, options), ConnectionError);
  await assert.rejects(ask(server.port, { ...options, proxyTrust: { ca: own.cert } }));
  assert.deepEqual(proxy.asked, []);
  const proxyTrust = { ca: own.cert, ...good };
  assert.equal(await ask(server.port, { ...options, proxyTrust }), 'safe');
});
