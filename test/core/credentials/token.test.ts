import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readSharedConfig } from '../../../src/core/config/sharedConfig.ts';
import { createTokenSource } from '../../../src/core/credentials/token.ts';

const signal = undefined;

describe('a token', () => {
  let home = '';
  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'awscope-'));
    const cache = join(home, '.aws', 'sso', 'cache');
    await mkdir(cache, { recursive: true });
    const session =
      '[sso-session work]\nsso_start_url = https://x.awsapps.com/start\nsso_region = eu-west-1\n';
    await writeFile(join(home, '.aws', 'config'), `[profile dev]\nsso_session = work\n${session}`);
    const name = createHash('sha1').update('work').digest('hex');
    const token = { accessToken: 'of-the-sign-in', expiresAt: '2026-01-01T01:00:00Z' };
    await writeFile(join(cache, `${name}.json`), JSON.stringify(token));
  });
  after(() => rm(home, { recursive: true }));

  function source(environment: Record<string, string>, signingName: string, time = '00:00') {
    const config = readSharedConfig({ environment, home });
    const clock = () => new Date(`2026-01-01T${time}:00Z`);
    const call = async () => assert.fail('AWS was called');
    const options = { config, entry: config.profiles.get('dev'), environment, home };
    return createTokenSource({ ...options, profile: 'dev', call, clock, signingName });
  }

  it('of a variable for the service goes before all else', async () => {
    const named = source({ AWS_BEARER_TOKEN_BEDROCK: 'of-the-variable' }, 'bedrock');
    assert.equal(named.isPreferred, true);
    assert.equal(await named.load(signal), 'of-the-variable');
  });

  it('is that of the sign-in where no variable has one', async () => {
    const signedIn = source({}, 'codecatalyst');
    assert.equal(signedIn.isPreferred, false);
    assert.equal(await signedIn.load(signal), 'of-the-sign-in');
  });

  it('that has expired says how to sign in again', async () => {
    await assert.rejects(source({}, 'codecatalyst', '02:00').load(signal), /aws sso login/);
  });
});
