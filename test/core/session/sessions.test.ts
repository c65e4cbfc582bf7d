import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { Sessions } from '../../../src/core/sessions.ts';
import { type Home, keys, makeHome, startSts } from './folder.ts';

const catalogue = openCatalogue({ searchPath: [] });

function sessionsOf(context: TestContext, { home, environment }: Home): Sessions {
  const sessions = new Sessions({ home, environment, catalogue });
  context.after(() => sessions.dispose());
  return sessions;
}

/** Waits for the next change that is told, after the work that makes it. */
async function changeAfter(sessions: Sessions, work: () => Promise<unknown>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = sessions.onDidChange(resolve);
  const timer = setTimeout(() => reject(new Error('No change was told.')), 5_000);
  try {
    await work();
    await promise;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

async function namesOf(sessions: Sessions): Promise<string[]> {
  return (await sessions.profiles()).map(({ name }) => name);
}

const two = `[profile a]\nregion = eu-west-1\n${keys}[profile b]\nregion = eu-west-2\n${keys}`;

describe('Sessions', () => {
  test('it gives one Session for a profile and region', async (t) => {
    const sessions = sessionsOf(t, await makeHome(t, { config: two }));
    assert.equal(sessions.get('a'), sessions.get('a'));
    assert.notEqual(sessions.get('a'), sessions.get('b'));
    assert.notEqual(sessions.get('a'), sessions.get('a', 'us-east-1'));
    assert.equal(sessions.get('a', 'us-east-1').region, 'us-east-1');
    assert.equal(sessions.get('b').region, 'eu-west-2');
  });

  test('it gives the same Session for the profile’s own region as without one', async (t) => {
    const sessions = sessionsOf(t, await makeHome(t, { config: two }));
    assert.equal(sessions.get('a', 'eu-west-1'), sessions.get('a'));
    assert.notEqual(sessions.get('a', 'eu-west-2'), sessions.get('a'));
  });

  test('it tells the faults that break no profile, and never the text of the line', async (t) => {
    const config =
      'SECRET = 1\n[profile a]\nregion = x\n[garbage\nx=1\n[prod]\n[profile b]\nSECRET\n';
    const home = await makeHome(t, { config, credentials: `[a]\n${keys}[SECRET\n` });
    const sessions = sessionsOf(t, home);
    await sessions.profiles();
    const faults = sessions.configFaults();
    const told = faults.map(({ file, line }) => `${basename(file)}:${line}`);
    assert.deepEqual(told, ['config:1', 'config:4', 'config:6']);
    assert.ok(faults.every(({ problem }) => !problem.includes('SECRET')));
  });

  test('it says of an answer that comes after its profile was changed that it is late', async (t) => {
    const sts = await startSts(t, 50);
    const config = two.replaceAll('region', `endpoint_url = ${sts.url}\nregion`);
    const home = await makeHome(t, { config });
    const told: unknown[] = [];
    const sessions = new Sessions({
      ...home,
      catalogue,
      onCall: ({ profile, region, isLate }) => told.push([profile, region, isLate]),
    });
    t.after(() => sessions.dispose());
    const [a, b] = [sessions.get('a', 'us-east-1'), sessions.get('b')];
    const asking = Promise.all([a.account(), b.account()]);
    await home.write('config', config.replace('eu-west-1', 'eu-north-1'));
    await sessions.profiles();
    await asking;
    assert.deepEqual(told.sort(), [
      ['a', 'us-east-1', true],
      ['b', 'eu-west-2', undefined],
    ]);
    assert.notEqual(sessions.get('a', 'us-east-1'), a);
    assert.equal(sessions.get('b'), b);
  });

  const needsModes = { skip: process.getuid?.() === 0 && 'root may read every file' };
  test('it tells of a file that cannot be read', needsModes, async (t) => {
    const home = await makeHome(t, { config: two });
    const file = join(home.home, '.aws', 'config');
    await chmod(file, 0);
    const sessions = sessionsOf(t, home);
    assert.deepEqual(await sessions.profiles(), []);
    assert.deepEqual(sessions.configFaults(), [
      { file, problem: 'the file cannot be read (EACCES)' },
    ]);
  });

  test('it knows in every region what it learnt of a profile in one', async (t) => {
    const sts = await startSts(t);
    const config = `[profile source]\n${keys}[profile role]\nregion = eu-west-1\nsource_profile = source\nrole_arn = arn:aws:iam::444455556666:role/reader\n`;
    const { home, environment } = await makeHome(t, { config });
    const endpoint = { AWS_ENDPOINT_URL_STS: sts.url };
    const sessions = new Sessions({
      home,
      environment: { ...environment, ...endpoint },
      catalogue,
    });
    t.after(() => sessions.dispose());
    const account = await sessions.get('role').account();
    const elsewhere = sessions.get('role', 'us-east-1');
    assert.equal(elsewhere.knownAccount, account);
    assert.equal(
      (await elsewhere.credentials()).accessKeyId,
      (await sessions.get('role').credentials()).accessKeyId,
    );
    const asked = sts.requests.map(({ parameters }) => parameters.Action);
    assert.deepEqual(asked, ['AssumeRole', 'GetCallerIdentity']);
  });

  test('it tells of a new profile in a file that did not exist', async (t) => {
    const { home, environment, write } = await makeHome(t);
    const sessions = sessionsOf(t, { home, environment, write });
    assert.deepEqual(await namesOf(sessions), []);
    await changeAfter(sessions, () => write('config', two));
    assert.deepEqual(await namesOf(sessions), ['a', 'b']);
  });

  test('it tells of a file that is replaced by another', async (t) => {
    const home = await makeHome(t, { config: two });
    const sessions = sessionsOf(t, home);
    assert.deepEqual(await namesOf(sessions), ['a', 'b']);
    const replace = async (content: string) => {
      const file = await home.write('config.new', content);
      await rename(file, join(home.home, '.aws', 'config'));
    };
    await changeAfter(sessions, () => replace(`${two}[profile c]\n`));
    assert.deepEqual(await namesOf(sessions), ['a', 'b', 'c']);
    await changeAfter(sessions, () => replace(`${two}[profile d]\n`));
    assert.deepEqual(await namesOf(sessions), ['a', 'b', 'd']);
  });

  const needsLinks = { skip: process.platform === 'win32' && 'links need a right of their own' };
  test('it tells of a change in a file that a link leads to', needsLinks, async (t) => {
    const home = await makeHome(t, { 'elsewhere/real': two });
    const real = join(home.home, '.aws', 'elsewhere', 'real');
    await symlink(real, join(home.home, '.aws', 'config'));
    const sessions = sessionsOf(t, home);
    await changeAfter(sessions, () => writeFile(real, `${two}[profile c]\n`));
    assert.deepEqual(await namesOf(sessions), ['a', 'b', 'c']);
  });

  test('it tells of the folder going and coming again', async (t) => {
    const home = await makeHome(t, { config: two });
    const sessions = sessionsOf(t, home);
    const folder = join(home.home, '.aws');
    await changeAfter(sessions, () => rm(folder, { recursive: true }));
    assert.deepEqual(await namesOf(sessions), []);
    await changeAfter(sessions, async () => {
      await mkdir(folder);
      await writeFile(join(folder, 'credentials'), `[z]\n${keys}`);
    });
    assert.deepEqual(await namesOf(sessions), ['z']);
  });

  test('it makes anew only the Sessions whose profile changed', async (t) => {
    const config = `${two}[profile r]\nrole_arn = arn\nsource_profile = b\n`;
    const home = await makeHome(t, { config });
    const sessions = sessionsOf(t, home);
    const before = ['a', 'b', 'r'].map((name) => sessions.get(name));
    const changed = `# a comment moves all lines\n${config.replace('eu-west-2', 'eu-north-1')}`;
    await changeAfter(sessions, () => home.write('config', changed));
    const kept = ['a', 'b', 'r'].map((name, i) => sessions.get(name) === before[i]);
    assert.deepEqual(kept, [true, false, false]);
    assert.equal(sessions.get('b').region, 'eu-north-1');
  });

  test('it makes a Session anew when a section changed that its profile names', async (t) => {
    const config =
      '[profile a]\nservices = s\n[profile b]\nsso_session = i\n[profile c]\nregion = x\n' +
      '[services s]\nsqs =\n  endpoint_url = http://one.example\n' +
      '[sso-session i]\nsso_start_url = https://one.example\nsso_region = eu-west-1\n';
    const home = await makeHome(t, { config });
    const sessions = sessionsOf(t, home);
    const before = ['a', 'b', 'c'].map((name) => sessions.get(name));
    await changeAfter(sessions, () => home.write('config', config.replaceAll('one.', 'two.')));
    const kept = ['a', 'b', 'c'].map((name, i) => sessions.get(name) === before[i]);
    assert.deepEqual(kept, [false, false, true]);
  });

  test('it tells nothing when a file is written with the same text', async (t) => {
    const home = await makeHome(t, { config: two });
    const sessions = sessionsOf(t, home);
    let told = 0;
    sessions.onDidChange(() => told++);
    await home.write('config', two);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(told, 0);
  });

  test('it keeps the other profiles when a line breaks', async (t) => {
    const home = await makeHome(t, { config: two });
    const sessions = sessionsOf(t, home);
    const [a, b] = [sessions.get('a'), sessions.get('b')];
    await changeAfter(sessions, () => home.write('config', `${two}what is this\n`));
    assert.equal(sessions.get('a'), a);
    assert.notEqual(sessions.get('b'), b);
    const problems = (await sessions.profiles()).map(({ name, problem }) => [name, problem]);
    assert.deepEqual(problems[0], ['a', undefined]);
    assert.match(String(problems[1]?.[1]), /config:9: this line is neither/);
  });

  test('it does not keep a script from ending while it watches', async (t) => {
    const { home } = await makeHome(t, { config: two });
    const url = new URL('../../../src/core/sessions.ts', import.meta.url);
    const script =
      `import { Sessions } from ${JSON.stringify(url.href)};` +
      `new Sessions({ home: ${JSON.stringify(home)} }).onDidChange(() => {}); console.log('end');`;
    const args = ['--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 30_000 });
    assert.equal(stdout, 'end\n');
  });

  test('it gives a Session of the environment’s keys', async (t) => {
    const { home, environment } = await makeHome(t, { config: '[default]\nregion = eu-west-3\n' });
    const AWS_ACCESS_KEY_ID = 'AKIAI44QH8DHBEXAMPLE';
    const all = { ...environment, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: 's' };
    const sessions = new Sessions({ home, environment: all, catalogue });
    t.after(() => sessions.dispose());
    const session = sessions.get('environment');
    assert.equal((await session.credentials()).accessKeyId, AWS_ACCESS_KEY_ID);
    assert.equal(session.region, 'eu-west-3');
  });
});
