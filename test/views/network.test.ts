import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directHosts } from '../../src/core/config/connection.ts';
import { type NetworkSettings, networkOptions } from '../../src/views/network.ts';

const unset: NetworkSettings = {
  proxy: '',
  noProxy: [],
  proxySupport: 'override',
  proxyStrictSSL: true,
};

const direct = directHosts.join(',');

describe('the way to the network', () => {
  it('is direct where nothing is set', () => {
    assert.deepEqual(networkOptions(unset, {}), {
      proxy: undefined,
      noProxy: undefined,
      ca: undefined,
      rejectUnauthorized: undefined,
    });
  });

  it('is the proxy of the settings before that of the environment', () => {
    const environment = { HTTPS_PROXY: 'http://env:1', no_proxy: 'a.example' };
    const fromEnvironment = networkOptions(unset, environment);
    assert.equal(fromEnvironment.proxy, 'http://env:1');
    assert.equal(fromEnvironment.noProxy, `a.example,${direct}`);
    const set = { ...unset, proxy: 'http://set:1', noProxy: ['b.example', 'c.example'] };
    const fromSettings = networkOptions(set, environment);
    assert.equal(fromSettings.proxy, 'http://set:1');
    assert.equal(fromSettings.noProxy, `b.example,c.example,${direct}`);
  });

  it('is direct where proxies are switched off', () => {
    const off = { ...unset, proxy: 'http://set:1', proxySupport: 'off' };
    assert.equal(networkOptions(off, { HTTPS_PROXY: 'http://env:1' }).proxy, undefined);
  });

  it('trusts what it is given, and everything only where the settings say so', () => {
    assert.equal(networkOptions(unset, {}, { ca: 'PEM' }).ca, 'PEM');
    const lax = { ...unset, proxyStrictSSL: false };
    assert.equal(networkOptions(lax, {}).rejectUnauthorized, false);
  });
});
