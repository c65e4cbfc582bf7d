import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { directHosts, readConnection } from '../../../src/core/config/connection.ts';
import { readSharedConfig } from '../../../src/core/config/sharedConfig.ts';
import { makeHome } from '../session/folder.ts';

describe('a connection', () => {
  test('it trusts the certificates of the profile, or those of the variable', async (t) => {
    const config = '[profile p]\nca_bundle = ~/.aws/own.pem\n';
    const { home, write } = await makeHome(t, { config, 'own.pem': 'OWN' });
    const entry = readSharedConfig({ home, environment: {} }).profiles.get('p');
    assert.deepEqual(readConnection(entry, { home, environment: {} }), { ca: 'OWN' });
    const environment = { AWS_CA_BUNDLE: await write('other.pem', 'OTHER') };
    assert.deepEqual(readConnection(entry, { home, environment }), { ca: 'OTHER' });
  });

  test('it trusts a proxy as the profile says, and shows it the profile’s certificate', async (t) => {
    const config =
      '[profile p]\nproxy_ca_bundle = ~/.aws/proxy.pem\nproxy_client_cert = ~/.aws/me.pem\n';
    const { home } = await makeHome(t, { config, 'proxy.pem': 'PROXY', 'me.pem': 'ME' });
    const entry = readSharedConfig({ home, environment: {} }).profiles.get('p');
    assert.deepEqual(readConnection(entry, { home, environment: {} }), {
      proxyTrust: { ca: 'PROXY', cert: 'ME', key: 'ME' },
    });
  });

  test('it names the file of certificates that cannot be read', () => {
    const environment = { AWS_CA_BUNDLE: '/nowhere.pem' };
    assert.throws(
      () => readConnection(undefined, { environment }),
      /^ConfigError: \/nowhere\.pem: /,
    );
  });

  test('it takes the proxy of the environment, but not for this machine and for what hands out keys', () => {
    const environment = { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.corp' };
    assert.deepEqual(readConnection(undefined, { environment }), {
      proxy: 'http://proxy:3128',
      httpProxy: '',
      noProxy: ['.corp', ...directHosts].join(','),
    });
    assert.ok(['127.0.0.1', '169.254.169.254'].every((host) => directHosts.includes(host)));
    assert.deepEqual(readConnection(undefined, { environment: {} }), {});
  });

  test('it takes each scheme’s own proxy, by the name in small letters first', () => {
    const environment = { http_proxy: 'plain:80', HTTP_PROXY: 'http://other', no_proxy: '*.corp' };
    assert.deepEqual(readConnection(undefined, { environment }), {
      httpProxy: 'http://plain:80',
      noProxy: ['*.corp', ...directHosts].join(','),
    });
  });

  test('it names the variable that is no URL of a proxy, and not its value', () => {
    const environment = { HTTPS_PROXY: 'http://user:secret word@pro xy' };
    assert.throws(
      () => readConnection(undefined, { environment }),
      (error) => /^ConfigError: HTTPS_PROXY: /.test(String(error)) && !/secret/.test(String(error)),
    );
  });
});
