import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Session } from '../../src/core/index.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../tools/atExit.ts';
import { exampleKeys } from '../../tools/demo/keys.ts';
import { writeProfiles } from '../../tools/demo/profiles.ts';

const url = 'http://127.0.0.1:5000';
const seeded = { demo: exampleKeys, other: exampleKeys };

describe("the demo's profiles", () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = makeTemporaryFolder('profiles');
  });
  afterEach(() => folder.remove());

  async function writeBeside(config: string, credentials: string) {
    const own = { config: join(folder.path, 'own'), credentials: join(folder.path, 'own-keys') };
    await writeFile(own.config, config);
    await writeFile(own.credentials, credentials);
    return writeProfiles(join(folder.path, 'demo'), url, seeded, own);
  }

  it("stand after the user's own", async () => {
    const own = '[default]\nregion = us-east-1\n\n[profile dev]\ns3 =\n  max_queue_size = 1\n';
    const files = await writeBeside(own, '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n');
    assert.ok((await readFile(files.config, 'utf8')).startsWith(own));
    assert.deepEqual(files.leftOut, []);
    assert.deepEqual(await profilesOf(files), ['default', 'dev', 'demo', 'demo-other']);
  });

  it("stand in for the user's own of the same names", async () => {
    const files = await writeBeside(
      '[profile demo]\nregion = us-east-1\n[profile dev]\nregion = us-east-2\n[profile "demo-other"]\nrole_arn = x\n',
      '[demo]\naws_access_key_id = OWN\n\n[dev]\naws_access_key_id = DEV\n',
    );
    assert.deepEqual(files.leftOut, ['demo', 'demo-other']);
    const config = await readFile(files.config, 'utf8');
    assert.equal(config.match(/demo\]/g)?.length, 1);
    assert.doesNotMatch(config, /us-east-1|role_arn/);
    assert.match(config, /^\[profile dev\]\nregion = us-east-2$/m);
    const credentials = await readFile(files.credentials, 'utf8');
    assert.doesNotMatch(credentials, /OWN/);
    assert.match(credentials, /DEV/);
    assert.deepEqual(await profilesOf(files), ['dev', 'demo', 'demo-other']);
  });
});

async function profilesOf(files: { config: string; credentials: string }) {
  const environment = {
    AWS_CONFIG_FILE: files.config,
    AWS_SHARED_CREDENTIALS_FILE: files.credentials,
  };
  return (await Session.profiles({ environment })).map(({ name }) => name);
}
