import assert from 'node:assert/strict';
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { configPaths } from '../../../src/core/config/sharedConfig.ts';
import {
  type ProfileEdit,
  planEdits,
  writeEdits,
} from '../../../src/core/profileFiles/profileFiles.ts';
import { replaceFile } from '../../../src/core/profileFiles/replaceFile.ts';
import { type Home, makeHome } from '../session/folder.ts';

const keys = { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'SECRET' };
const edits: readonly ProfileEdit[] = [
  { kind: 'profile', name: 'p', values: { region: 'eu-west-1' } },
  { kind: 'credentials', name: 'p', values: keys },
];

async function plan({ home }: Home, changes = edits) {
  return planEdits(configPaths({ home, environment: {} }), changes);
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => assert.fail('it went well'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Error);
  assert.doesNotMatch(`${error.stack}`, /SECRET/);
  return error.message;
}

async function modeOf(file: string): Promise<number> {
  return (await stat(file)).mode & 0o777;
}

describe('changes of the shared files', () => {
  test('it makes both files, for the owner alone, once they are written', async (t) => {
    const home = await makeHome(t);
    const folder = join(home.home, '.aws');
    const planned = await plan(home);
    assert.equal(planned.config.profiles.get('p')?.values.get('region'), 'eu-west-1');
    await assert.rejects(stat(folder), 'a plan writes nothing');
    await writeEdits(planned);
    assert.equal(
      await readFile(join(folder, 'config'), 'utf8'),
      '[profile p]\nregion = eu-west-1\n',
    );
    assert.equal(await modeOf(join(folder, 'config')), 0o600);
    assert.equal(await modeOf(join(folder, 'credentials')), 0o600);
    assert.equal(await modeOf(folder), 0o700);
  });

  test('it keeps the mode of the config file, and takes that of others from the keys', async (t) => {
    const home = await makeHome(t);
    const config = await home.write('config', '[default]\n');
    const credentials = await home.write('credentials', '[default]\n');
    await chmod(config, 0o644);
    await chmod(credentials, 0o644);
    await writeEdits(await plan(home));
    assert.equal(await modeOf(config), 0o644);
    assert.equal(await modeOf(credentials), 0o600);
  });

  test('it touches no file that says the same afterwards', async (t) => {
    const home = await makeHome(t);
    const config = await home.write('config', '[profile p]\nregion=eu-west-1\n');
    const before = await stat(config);
    await writeEdits(await plan(home));
    assert.equal((await stat(config)).ino, before.ino);
  });

  test('it leaves a link a link, and changes what it leads to', async (t) => {
    const home = await makeHome(t);
    const real = join(home.home, 'dotfiles', 'config');
    await mkdir(dirname(real), { recursive: true });
    await writeFile(real, '# mine\n');
    const config = join(home.home, '.aws', 'config');
    await mkdir(dirname(config));
    await symlink('../dotfiles/config', config);
    await writeEdits(await plan(home));
    assert.equal(await readlink(config), '../dotfiles/config');
    assert.match(await readFile(real, 'utf8'), /^# mine\n\n\[profile p\]/);
  });

  test('it follows a link to a file that is not there yet', async (t) => {
    const home = await makeHome(t);
    const config = join(home.home, '.aws', 'config');
    await mkdir(dirname(config));
    await symlink('elsewhere', config);
    await writeEdits(await plan(home));
    assert.ok((await lstat(config)).isSymbolicLink());
    assert.ok((await stat(join(home.home, '.aws', 'elsewhere'))).isFile());
  });

  test('it refuses when a file was changed since it was read', async (t) => {
    const home = await makeHome(t, { config: '[default]\n' });
    const planned = await plan(home);
    await home.write('config', '[default]\nregion = x\n');
    assert.match(await messageOf(writeEdits(planned)), /somebody changed the file meanwhile/);
    assert.equal(
      await readFile(join(home.home, '.aws', 'config'), 'utf8'),
      '[default]\nregion = x\n',
    );
    await assert.rejects(stat(join(home.home, '.aws', 'credentials')));
  });

  test('it puts the first file back when the second cannot be written', async (t) => {
    const home = await makeHome(t, { credentials: '[default]\n' });
    const planned = await plan(home);
    const [credentials, config] = planned.files;
    assert.ok(credentials && config);
    // A file stands where the second one's folder should be.
    const broken = { ...config, file: join(home.home, '.aws', 'credentials', 'config') };
    assert.match(
      await messageOf(writeEdits({ ...planned, files: [credentials, broken] })),
      /credentials.config: the file cannot be written \(E[A-Z]+\)\.$/,
    );
    assert.equal(await readFile(credentials.file, 'utf8'), '[default]\n');
    assert.deepEqual(await readdir(join(home.home, '.aws')), ['credentials']);
  });

  test('it leaves a file alone that nobody may write, and the other one too', async (t) => {
    const home = await makeHome(t, { config: '[default]\n' });
    const config = join(home.home, '.aws', 'config');
    await chmod(config, 0o444);
    assert.match(await messageOf(writeEdits(await plan(home))), /config: the file is read-only/);
    assert.equal(await readFile(config, 'utf8'), '[default]\n');
    assert.deepEqual(await readdir(join(home.home, '.aws')), ['config']);
  });

  test('it refuses a section with a fault, at its line', async (t) => {
    const home = await makeHome(t, { config: '[profile p]\nregion\n' });
    assert.match(await messageOf(plan(home)), /config:2: .*Mend this line first\.$/);
  });

  test('it refuses what is not UTF-8', async (t) => {
    const home = await makeHome(t);
    const config = await home.write('config', '');
    await writeFile(config, Buffer.from([0x5b, 0xff, 0x5d]));
    assert.match(await messageOf(plan(home)), /not UTF-8/);
  });

  for (const [name, value] of [
    ['', 'x'],
    [' p', 'x'],
    ['p]', 'x'],
    ['p\n[q]', 'x'],
    ['DEFAULT', 'x'],
    ['p', ''],
    ['p', 'x '],
    ['p', 'x\nrole_arn = y'],
    ['p', 'x\ry'],
    ['p', 'x\u2028y'],
  ] as const) {
    test(`it refuses the name ${JSON.stringify(name)} with the value ${JSON.stringify(value)}`, async (t) => {
      const home = await makeHome(t);
      await assert.rejects(plan(home, [{ kind: 'profile', name, values: { region: value } }]));
    });
  }
});

describe('replaceFile', () => {
  test('it leaves the file to its owner', { skip: process.getuid?.() !== 0 }, async (t) => {
    const { home } = await makeHome(t, { config: 'old' });
    const file = join(home, '.aws', 'config');
    await chown(file, 4321, 4322);
    await replaceFile(file, 'new');
    const { uid, gid } = await stat(file);
    assert.deepEqual([uid, gid], [4321, 4322]);
  });

  test('it gives who reads meanwhile the old text or the new one, whole', async (t) => {
    const { home } = await makeHome(t, { config: 'a'.repeat(100_000) });
    const file = join(home, '.aws', 'config');
    let isDone = false;
    const writing = (async () => {
      for (const letter of 'bcdefgh') await replaceFile(file, letter.repeat(100_000));
      isDone = true;
    })();
    while (!isDone) {
      const text = await readFile(file, 'utf8');
      assert.equal(text, text.charAt(0).repeat(100_000));
    }
    await writing;
    assert.deepEqual(await readdir(dirname(file)), ['config']);
  });

  test('it leaves other names of the old file as they are', async (t) => {
    const { home } = await makeHome(t, { config: 'old' });
    const file = join(home, '.aws', 'config');
    await link(file, `${file}-2`);
    await replaceFile(file, 'new');
    assert.equal(await readFile(`${file}-2`, 'utf8'), 'old');
  });
});
