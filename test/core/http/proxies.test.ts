import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proxyFor } from '../../../src/core/http/proxies.ts';

const proxy = 'http://proxy:3128';

function isDirect(noProxy: string, host: string, protocol: 'https:' | 'http:' = 'https:'): boolean {
  const { hostname, port } = new URL(`${protocol}//${host}`);
  const target = { protocol, hostname, ...(port === '' ? {} : { port: Number(port) }) };
  return proxyFor(target, { proxy, noProxy }) === '';
}

test('each scheme has its proxy', () => {
  const https = { protocol: 'https:', hostname: 'a.example' } as const;
  const http = { ...https, protocol: 'http:' } as const;
  assert.equal(proxyFor(https, {}), '');
  assert.equal(proxyFor(https, { proxy }), proxy);
  assert.equal(proxyFor(http, { proxy }), proxy);
  assert.equal(proxyFor(http, { proxy, httpProxy: '' }), '');
  assert.equal(proxyFor(https, { httpProxy: proxy }), '');
});

test('a name stands for itself and what is under it', () => {
  for (const entry of ['example.com', '.example.com', '*.example.com', 'Example.COM']) {
    assert.ok(isDirect(entry, 'example.com'), entry);
    assert.ok(isDirect(`other, ${entry}`, 's3.example.com:9000'), entry);
    assert.equal(isDirect(entry, 'badexample.com'), false, entry);
  }
  assert.ok(isDirect('a b,*', 'anything.example'));
  assert.equal(isDirect(' , ', 'example.com'), false);
});

test('a port behind a name means that port alone', () => {
  assert.ok(isDirect('example.com:443', 'example.com'));
  assert.ok(isDirect('example.com:80', 'example.com', 'http:'));
  assert.ok(isDirect('example.com:9000', 'example.com:9000'));
  assert.equal(isDirect('example.com:9000', 'example.com'), false);
});

test('addresses are read with and without brackets', () => {
  for (const entry of ['::1', '[::1]', '[::1]:4566'])
    assert.ok(isDirect(entry, '[::1]:4566'), entry);
  assert.equal(isDirect('[::1]:4566', '[::1]:1'), false);
  assert.ok(isDirect('10.0.0.1', '10.0.0.1'));
});

test('networks are not read, as in botocore', () => {
  assert.equal(isDirect('10.0.0.0/8', '10.0.0.1'), false);
});
