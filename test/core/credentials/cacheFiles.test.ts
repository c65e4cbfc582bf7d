import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import {
  loginTokenFile,
  roleCredentialsFile,
  ssoTokenFile,
  writeCacheFile,
} from '../../../src/core/credentials/cacheFiles.ts';
import { dumpJson } from '../../../src/core/credentials/pythonJson.ts';
import { makeHome } from '../session/folder.ts';

describe('JSON as Python writes it', () => {
  // Made with json.dumps of Python 3.11.
  const cases: readonly (readonly [unknown, string])[] = [
    [{ b: 1, a: [true, null, 'x'] }, '{"b": 1, "a": [true, null, "x"]}'],
    [
      { key: 'é🙂\u007f"\\/\b\t\u001f' },
      '{"key": "\\u00e9\\ud83d\\ude42\\u007f\\"\\\\/\\b\\t\\u001f"}',
    ],
    [{ ü: {}, list: [] }, '{"\\u00fc": {}, "list": []}'],
    [{ absent: undefined, kept: '' }, '{"kept": ""}'],
  ];

  test('it is the same text', () => {
    for (const [value, text] of cases) assert.equal(dumpJson(value), text);
  });

  test('it sorts keys and leaves out spaces where asked', () => {
    const value = { b: { d: 1, c: 2 }, a: [1, 2] };
    assert.equal(
      dumpJson(value, { isSorted: true, isCompact: true }),
      '{"a":[1,2],"b":{"c":2,"d":1}}',
    );
  });
});

describe('the cache files', () => {
  // Names as the AWS CLI has them, from hashlib.
  test('it names them as the AWS CLI does', () => {
    const place = { home: '/home/me', environment: {} };
    const names = [
      ssoTokenFile('my-sso', place),
      roleCredentialsFile('{"RoleArn": "arn:aws:iam::123456789012:role/Admin"}', place),
      loginTokenFile('arn:aws:iam::123456789012:user/me', place),
    ];
    assert.deepEqual(names, [
      join('/home/me', '.aws/sso/cache/0ad374308c5a4e22f723adf10145eafad7c4031c.json'),
      join('/home/me', '.aws/cli/cache/51e7b105b5040ce662656c8dc6ab4de70c4de7ad.json'),
      join(
        '/home/me',
        '.aws/login/cache/286187707741fc2ccb93cf9e56dbd0ee0a16208feed5fbc8ae1baa86d44c283f.json',
      ),
    ]);
  });

  test('it takes the folder of `aws login` from its variable', () => {
    const environment = { AWS_LOGIN_CACHE_DIRECTORY: '~/elsewhere' };
    const file = loginTokenFile('x', { home: '/home/me', environment });
    assert.equal(dirname(file), join('/home/me', 'elsewhere'));
  });

  test('it writes them for the user alone, and leaves nothing else behind', async (t) => {
    const { home } = await makeHome(t);
    const file = join(home, '.aws', 'sso', 'cache', 'x.json');
    await writeCacheFile(file, { accessToken: 'a' });
    await writeCacheFile(file, { accessToken: 'b' });
    assert.equal(await readFile(file, 'utf8'), '{"accessToken": "b"}');
    assert.deepEqual(await readdir(dirname(file)), ['x.json']);
    if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  test('it leaves nothing behind of what it cannot write', async (t) => {
    const { home, write } = await makeHome(t);
    await write('taken/inner', '');
    await assert.rejects(writeCacheFile(join(home, '.aws', 'taken'), {}));
    assert.deepEqual(await readdir(join(home, '.aws')), ['taken']);
  });
});
