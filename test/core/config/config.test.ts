import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseConfigFile } from '../../../src/core/config/iniFile.ts';
import { partitionOf, partitions } from '../../../src/core/config/partitions.ts';
import type { Profile } from '../../../src/core/config/profile.ts';
import { defaultProfileName } from '../../../src/core/config/profileChoice.ts';
import { splitShellWords } from '../../../src/core/config/pythonText.ts';
import {
  configPaths,
  expandPath,
  readSharedConfig,
} from '../../../src/core/config/sharedConfig.ts';
import { splitWindowsWords } from '../../../src/core/config/windowsWords.ts';
import { makeHome } from '../session/folder.ts';

describe('a config file', () => {
  test('it reads a file with a byte order mark', () => {
    const { sections, faults } = parseConfigFile('\ufeff[default]\nregion = x\n', 'config');
    assert.equal(sections.get('default')?.values.get('region'), 'x');
    assert.deepEqual(faults, []);
  });

  test('it knows the line of every section and key', () => {
    const text = '# note\r\n\r\n[default]\r\nregion = x\r\ns3 =\r\n  a = b\r\noutput = json\r\n';
    const section = parseConfigFile(text, 'config').sections.get('default');
    assert.equal(section?.line, 3);
    assert.deepEqual(
      [...(section?.lines ?? [])],
      [
        ['region', 4],
        ['s3', 5],
        ['output', 7],
      ],
    );
  });

  test('it names each fault once, and never the text of its line', () => {
    const text =
      'stray = SECRET\nmore = SECRET\n[a]\nSECRET\nk = 1\nK = SECRET\n[a]\n[b\nx = 1\n[c]\ns3 =\n  SECRET\n[d]\n';
    const { faults, sections } = parseConfigFile(text, 'config');
    assert.deepEqual(
      faults.map(({ line, problem }) => `${line}: ${problem}`),
      [
        '1: this line stands before the first section, such as [default]',
        '4: this line is neither a section, a "key = value" nor a comment',
        '6: "k" is set already in this section, at line 5',
        '7: this section stands in the file already, at line 3',
        '8: a section must be closed with "]"',
        '12: a line under "s3" must be "key = value"',
      ],
    );
    const broken = [...sections.values()].map(({ name, fault }) => [name, fault?.line]);
    assert.deepEqual(broken, [
      ['a', 4],
      ['b', 8],
      ['c', 12],
      ['d', undefined],
    ]);
  });

  test('it says that a file is not UTF-8, and reads the rest', async (t) => {
    const { home, environment } = await makeHome(t);
    const { mkdir, writeFile } = await import('node:fs/promises');
    await mkdir(join(home, '.aws'));
    const bytes = Buffer.from('# caf\xe9\n[default]\nregion = x\n', 'latin1');
    await writeFile(join(home, '.aws', 'config'), bytes);
    const config = readSharedConfig({ home, environment });
    assert.equal(config.profiles.get('default')?.values.get('region'), 'x');
    assert.match(config.faults[0]?.problem ?? '', /not UTF-8/);
  });

  test('it says which sections of the config file AWS ignores', async (t) => {
    const config =
      '[profil x]\n[profile a b]\n[prod]\n[plugins]\n[profile]\n[default]\n[profile ok]\n[services]\n';
    const home = await makeHome(t, { config, credentials: '[prod]\n' });
    const { faults, profiles } = readSharedConfig(home);
    const told = faults.map(({ line, problem }) => `${line}: ${problem.slice(0, 24)}`);
    assert.deepEqual(
      told,
      [1, 2, 3, 5, 8].map((line) => `${line}: AWS ignores this section`),
    );
    assert.deepEqual([...profiles.keys()], ['default', 'ok', 'prod']);
  });

  test('it takes files and folders that are missing for empty ones', async (t) => {
    const { home, environment } = await makeHome(t);
    const AWS_CONFIG_FILE = home;
    const config = readSharedConfig({ home, environment: { ...environment, AWS_CONFIG_FILE } });
    assert.deepEqual([config.profiles.size, config.faults], [0, []]);
  });
});

describe('paths', () => {
  test('it finds both files by variable, with ~ and variables in them', () => {
    const environment = {
      AWS_CONFIG_FILE: '~/c',
      AWS_SHARED_CREDENTIALS_FILE: ['$X/$', '{Y}/$Z'].join(''),
      X: '/x',
      Y: 'y',
    };
    const paths = configPaths({ environment, home: '/home/me' });
    assert.deepEqual(paths, { config: join('/home/me', 'c'), credentials: '/x/y/$Z' });
    assert.equal(expandPath('~other/c', { environment, home: '/home/me' }), '~other/c');
  });
});

describe('the default profile', () => {
  const profile = (name: string, problem?: string): Profile => ({
    name,
    source: 'config',
    credentialKind: 'none',
    ...(problem && { problem }),
  });
  const all = [profile('broken', 'why'), profile('x'), profile('default'), profile('environment')];

  test('it is that of the variable, the environment, default, or the first sound one', () => {
    assert.equal(defaultProfileName({ AWS_PROFILE: 'x' }, all), 'x');
    assert.equal(defaultProfileName({ AWS_PROFILE: 'x', AWS_DEFAULT_PROFILE: 'y' }, all), 'y');
    const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' };
    assert.equal(defaultProfileName(keys, all), 'environment');
    assert.equal(defaultProfileName({ ...keys, AWS_PROFILE: 'x' }, all), 'x');
    assert.equal(defaultProfileName({}, all.slice(0, 3)), 'default');
    assert.equal(defaultProfileName({}, all.slice(0, 2)), 'x');
    assert.equal(defaultProfileName({}, all.slice(0, 1)), 'broken');
    assert.equal(defaultProfileName({}, []), undefined);
  });

  test('it is the one the environment names even when there is none of that name', () => {
    assert.equal(defaultProfileName({ AWS_PROFILE: 'gone' }, all), 'gone');
  });
});

describe('partitions', () => {
  test('it is the table of the catalogue', () => {
    const file = new URL('../../../media/models/partitions.json', import.meta.url);
    const published: { partitions: { id: string; regionRegex: string }[] } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    assert.deepEqual(
      partitions.map(([id, pattern]) => [id, pattern.source]),
      published.partitions.map(({ id, regionRegex }) => [id, regionRegex.replaceAll('\\-', '-')]),
    );
  });

  test('it knows a region by its name', () => {
    const regions = [
      'us-east-1',
      'us-gov-west-1',
      'aws-cn-global',
      'us-isob-east-1',
      'xx-1',
      undefined,
    ];
    const expected = ['aws', 'aws-us-gov', 'aws-cn', 'aws-iso-b', 'aws', 'aws'];
    assert.deepEqual(regions.map(partitionOf), expected);
  });
});

describe('the words of a command', () => {
  // From Python's own tests of shlex, and from botocore's of its Windows splitting.
  const unix: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['foo bar', ['foo', 'bar']],
    [' foo  bar ', ['foo', 'bar']],
    ['foo\\ bar', ['foo bar']],
    ["'foo bar' x", ['foo bar', 'x']],
    ['"foo \\"bar\\" \\x"', ['foo "bar" \\x']],
    ['foo\'bar\'"baz"', ['foobarbaz']],
    ['\'\' ""', ['', '']],
    ['"open', undefined],
    ['end\\', undefined],
    ['', []],
  ];
  const windows: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['', []],
    ['spam  eggs\tham', ['spam', 'eggs', 'ham']],
    ['C:\\Program\\x.exe -a', ['C:\\Program\\x.exe', '-a']],
    ['"C:\\Program Files\\x.exe" "a b"', ['C:\\Program Files\\x.exe', 'a b']],
    ['a\\\\\\b d"e f"g h', ['a\\\\\\b', 'de fg', 'h']],
    ['a\\\\\\"b c d', ['a\\"b', 'c', 'd']],
    ['a\\\\\\\\"b c" d e', ['a\\\\b c', 'd', 'e']],
    ['"a\\""', ['a"']],
    ['""', ['']],
    ["'a b'", ["'a", "b'"]],
    ['trailing\\\\', ['trailing\\\\']],
    ['"open', undefined],
  ];

  test('it splits them as a shell does', () => {
    for (const [text, words] of unix) assert.deepEqual(splitShellWords(text), words, text);
  });

  test('it splits them as Windows does', () => {
    for (const [text, words] of windows) assert.deepEqual(splitWindowsWords(text), words, text);
  });
});
