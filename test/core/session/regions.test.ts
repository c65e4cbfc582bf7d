import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import type { Send } from '../../../src/core/http/message.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { Session } from '../../../src/core/session.ts';

const catalogue = openCatalogue({ searchPath: [] });
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** Answers by host name's first label; what is not there is refused. */
function sessionIn(region: string, answers: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const send: Send = async ({ hostname }) => {
    asked.push(hostname);
    const answer = answers[hostname.split('.')[0] ?? ''];
    const refusal = '{"__type": "AccessDeniedException", "message": "no"}';
    return {
      statusCode: answer === undefined ? 403 : 200,
      headers: {},
      body: Readable.from([Buffer.from(answer ?? refusal)]),
    };
  };
  const place = {
    environment: { AWS_CONFIG_FILE: '/nowhere', AWS_SHARED_CREDENTIALS_FILE: '/nowhere' },
  };
  const session = new Session({ ...place, region, credentials, catalogue, send });
  return { session, asked };
}

const account = JSON.stringify({
  Regions: [
    { RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
    { RegionName: 'af-south-1', RegionOptStatus: 'DISABLED' },
    { RegionName: 'ap-new-7', RegionOptStatus: 'ENABLING' },
  ],
});
const ec2 =
  '<DescribeRegionsResponse><regionInfo><item><regionName>eu-west-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>' +
  '<item><regionName>af-south-1</regionName><optInStatus>not-opted-in</optInStatus></item></regionInfo></DescribeRegionsResponse>';

async function statesOf(session: Session) {
  const regions = await session.listRegions();
  const known = regions.filter(({ isEnabled }) => isEnabled !== undefined);
  return known.map(({ name, title, isEnabled }) => [name, title, isEnabled]);
}

describe('the regions of a Session', () => {
  test('it knows those of its partition, in words too', async () => {
    const { session, asked } = sessionIn('eu-west-1');
    const regions = await session.describeRegions();
    assert.deepEqual(
      regions.find(({ name }) => name === 'us-east-1'),
      { name: 'us-east-1', title: 'US East (N. Virginia)' },
    );
    assert.ok(regions.length > 30 && regions.every(({ name }) => !name.endsWith('-global')));
    assert.deepEqual(asked, []);
  });

  test('it asks which of them the account has, once, and takes up those that are new', async () => {
    const { session, asked } = sessionIn('eu-west-1', { account });
    const expected = [
      ['af-south-1', 'Africa (Cape Town)', false],
      ['ap-new-7', undefined, true],
      ['eu-west-1', 'Europe (Ireland)', true],
    ];
    assert.deepEqual(await statesOf(session), expected);
    assert.deepEqual(await statesOf(session.inRegion('eu-west-2')), expected);
    assert.deepEqual(asked, ['account.us-east-1.amazonaws.com']);
  });

  test('it asks EC2 where the account may not be asked', async () => {
    const { session, asked } = sessionIn('eu-west-1', { ec2 });
    assert.deepEqual(await statesOf(session), [
      ['af-south-1', 'Africa (Cape Town)', false],
      ['eu-west-1', 'Europe (Ireland)', true],
    ]);
    assert.deepEqual(asked.at(-1), 'ec2.eu-west-1.amazonaws.com');
  });

  test('it leaves open what it may not ask', async () => {
    const { session } = sessionIn('eu-west-1');
    assert.deepEqual(await statesOf(session), []);
    assert.ok((await session.listRegions()).length > 30);
  });

  // Of each partition a region, and its STS as botocore 1.43 has it.
  const hosts = {
    'eu-west-1': 'sts.eu-west-1.amazonaws.com',
    'cn-north-1': 'sts.cn-north-1.amazonaws.com.cn',
    'us-gov-west-1': 'sts.us-gov-west-1.amazonaws.com',
    'us-iso-east-1': 'sts.us-iso-east-1.c2s.ic.gov',
    'us-isob-east-1': 'sts.us-isob-east-1.sc2s.sgov.gov',
    'eu-isoe-west-1': 'sts.eu-isoe-west-1.cloud.adc-e.uk',
    'us-isof-south-1': 'sts.us-isof-south-1.csp.hci.ic.gov',
    'eusc-de-east-1': 'sts.eusc-de-east-1.amazonaws.eu',
    'ap-new-7': 'sts.ap-new-7.amazonaws.com',
    'cn-new-1': 'sts.cn-new-1.amazonaws.com.cn',
    nowhere: 'sts.nowhere.amazonaws.com',
  };
  for (const [region, host] of Object.entries(hosts)) {
    test(`it finds services in ${region}, known or not`, async () => {
      const { session } = sessionIn(region);
      const sts = await session.client('sts');
      assert.equal(new URL((await sts.prepare('GetCallerIdentity', {})).url).host, host);
    });
  }

  test('it has a partition for each of AWS’s, and regions in each', async () => {
    const { partitions } = await catalogue.partitions();
    for (const { id, regions } of partitions) {
      const { session } = sessionIn(
        Object.keys(regions).find((name) => !name.endsWith('-global')) ?? '',
      );
      assert.equal(session.partition, id);
      const names = (await session.describeRegions()).map(({ name }) => name);
      assert.deepEqual(
        names,
        Object.keys(regions)
          .filter((name) => !name.endsWith('-global'))
          .sort(),
      );
    }
  });
});
