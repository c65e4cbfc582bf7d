// The public face of dist/core.mjs, used by a plain script in a process of its own, as another program would.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { exampleKeys, homeRegion } from '../../tools/demo/keys.ts';
import { useAws } from './aws.ts';

const { url } = await useAws();
const library = join(import.meta.dirname, '..', '..', 'dist', 'core.mjs');

describe('dist/core.mjs', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'awscope-library-'));
    await writeFile(
      join(folder, 'config'),
      `[profile shop]\nregion = ${homeRegion}\nendpoint_url = ${url}\n`,
    );
    await writeFile(
      join(folder, 'credentials'),
      `[shop]\naws_access_key_id = ${exampleKeys.accessKeyId}\naws_secret_access_key = ${exampleKeys.secretAccessKey}\n`,
    );
  });

  after(() => rm(folder, { recursive: true }));

  it('lists profiles, services and regions', async () => {
    const printed = await runScript(`
      const profiles = await Session.profiles();
      const services = await session.services();
      const regions = await session.regions('s3');
      print(profiles.map(({ name }) => name), services.length > 400, regions.includes('eu-west-1'));
    `);
    assert.deepEqual(printed, [['shop'], true, true]);
  });

  it('takes profile, region and endpoint from the shared files', async () => {
    const printed = await runScript(`
      const sts = await session.client('sts');
      const { Account } = await sts.call('GetCallerIdentity');
      print(session.profile, session.region, Account);
    `);
    assert.deepEqual(printed, ['shop', homeRegion, '123456789012']);
  });

  it('calls, pages, waits, prepares and presigns', async () => {
    const printed = await runScript(`
      const s3 = await session.client('s3');
      const { Buckets } = await s3.call('ListBuckets', { MaxBuckets: 100 });
      let objects = 0;
      for await (const page of s3.pages('ListObjectsV2', { Bucket: 'meadow-access-logs' })) {
        objects += page.Contents.length;
      }
      await s3.wait('BucketExists', { Bucket: 'meadow-media' });
      const { method, url } = await s3.prepare('GetObject', { Bucket: 'meadow-media', Key: 'README.md' });
      const presigned = await s3.presign('GetObject', { Bucket: 'meadow-media', Key: 'README.md' }, { expiresIn: 60 });
      const text = await (await fetch(presigned)).text();
      print(Buckets.some(({ Name }) => Name === 'meadow-media'), objects, method, new URL(url).pathname, text);
    `);
    assert.deepEqual(printed, [
      true,
      1_150,
      'GET',
      '/meadow-media/README.md',
      '# Media of the shop\n',
    ]);
  });

  it('resolves an endpoint and describes an operation', async () => {
    const printed = await runScript(`
      const s3 = await session.client('s3');
      const { url } = await s3.resolveEndpoint({ Region: 'eu-west-1', Bucket: 'b' });
      print(typeof url, s3.operations.includes('GetObject'), s3.operation('GetObject').http.method);
    `);
    assert.deepEqual(printed, ['string', true, 'GET']);
  });

  it('gives resources', async () => {
    const printed = await runScript(`
      const bucket = (await session.resource('s3')).get('Bucket', { Name: 'meadow-media' });
      const names = [];
      for (const { name } of bucket.collections) {
        for await (const child of bucket.collection(name)) names.push(child.label);
      }
      print(bucket.id, names.some((name) => name.startsWith('covers')), names.includes('README.md'));
    `);
    assert.deepEqual(printed, ['meadow-media', true, true]);
  });

  it('loads what it needs only at times: transfers, checksums, waiters', async () => {
    const printed = await runScript(`
      const s3 = await session.client('s3');
      const Bucket = 'meadow-media';
      const body = Buffer.alloc(6 * 1024 * 1024, 'meadow');
      await upload(s3, body, { Bucket, Key: 'parts/long', ChecksumAlgorithm: 'CRC32C' }, { threshold: 5 * 1024 * 1024 });
      let length = 0;
      for await (const chunk of await downloadStream(s3, { Bucket, Key: 'parts/long' })) length += chunk.length;
      const url = await s3.presign('HeadObject', { Bucket, Key: 'parts/long' });
      const { status } = await fetch(url, { method: 'HEAD' });
      const deleted = await deletePrefix(s3, { Bucket, Prefix: 'parts/' }, { confirm: 'meadow-media/parts/' });
      const ec2 = await session.client('ec2');
      await ec2.wait('InstanceRunning', { Filters: [{ Name: 'instance-state-name', Values: ['running'] }] });
      print(length, status, deleted);
    `);
    assert.deepEqual(printed, [6 * 1024 * 1024, 200, 1]);
  });

  it('names what is wrong with an input and with a name', async () => {
    const printed = await runScript(`
      const s3 = await session.client('s3');
      const codeOf = (promise) => promise.then(() => 'none', (error) => error.code);
      print(
        await codeOf(s3.call('GetObject', { Bucket: 1 })),
        await codeOf(s3.call('GetObjekt', {})),
        await codeOf(session.client('s33')),
        await codeOf(s3.call('GetObject', { Bucket: 'no-such-bucket', Key: 'k' })),
      );
    `);
    assert.deepEqual(printed, [
      'ParamValidation',
      'UnknownOperation',
      'UnknownService',
      'NoSuchBucket',
    ]);
  });

  it('asks a proxy for a tunnel', async () => {
    const printed = await runScript(`
      const { createServer } = await import('node:http');
      const asked = [];
      const proxy = createServer().on('connect', ({ url }, socket) => {
        asked.push(url);
        socket.end('HTTP/1.1 403 Forbidden\\r\\n\\r\\n');
      });
      await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      const send = createSend({ proxy: 'http://127.0.0.1:' + proxy.address().port });
      const behind = new Session({ profile: 'shop', endpoint: 'https://sts.example', send });
      const { message } = await (await behind.client('sts')).call('GetCallerIdentity').catch((error) => error);
      print(message.includes('403'), asked);
      process.exit();
    `);
    assert.deepEqual(printed, [true, ['sts.example:443']]);
  });

  it('lets the process end by itself', async () => {
    const printed = await runScript(`
      await (await session.client('sts')).call('GetCallerIdentity');
      print('done');
    `);
    assert.deepEqual(printed, ['done']);
  });

  async function runScript(body: string): Promise<readonly unknown[]> {
    const script = join(folder, 'script.mjs');
    await writeFile(
      script,
      `import { createSend, deletePrefix, downloadStream, Session, upload } from ${JSON.stringify(library)};
      const print = (...values) => console.log(JSON.stringify(values));
      const session = new Session({ profile: 'shop' });
      ${body}`,
    );
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    };
    const { stdout } = await promisify(execFile)(process.execPath, [script], {
      env,
      timeout: 30_000,
    });
    return JSON.parse(stdout);
  }
});
