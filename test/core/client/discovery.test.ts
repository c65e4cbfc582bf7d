import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectionError } from '../../../src/core/errors.ts';
import type { HttpRequest, Send } from '../../../src/core/http/message.ts';
import { clientOf, json, type ScriptedAnswer, scriptOf } from './clients.ts';

const usual = 'ingest.timestream.us-east-1.amazonaws.com';
const ask = 'DescribeEndpoints';

/** A service that says where it is: `cell` is asked for each time, and `answer` is everything else's. */
function serviceAt(cell: () => string | Error, answer: () => ScriptedAnswer = () => json({})) {
  const hosts: string[] = [];
  const send: Send = async (request: HttpRequest, options) => {
    const operation = request.headers['x-amz-target']?.split('.').at(-1) ?? '';
    hosts.push(`${request.hostname}${operation === ask ? ' asked' : ''}`);
    if (operation !== ask) return scriptOf(answer())(request, options);
    const address = cell();
    if (address instanceof Error) throw address;
    return scriptOf(json({ Endpoints: [{ Address: address, CachePeriodInMinutes: 10 }] }))(
      request,
      options,
    );
  };
  return { send, hosts };
}

function unreachable(): Error {
  return new ConnectionError(usual, 'ENETUNREACH', 'There is no network.', true);
}

describe('a service that says where its requests go', () => {
  it('is asked once by calls that begin together', async () => {
    const { send, hosts } = serviceAt(() => 'cell1.example.com');
    const timestream = await clientOf('timestream-write', { send });
    await Promise.all([1, 2, 3].map(() => timestream.call('ListDatabases')));
    assert.deepEqual(hosts, [`${usual} asked`, ...Array(3).fill('cell1.example.com')]);
  });

  it('stays where it was while it cannot be asked, and is asked again after a minute', async () => {
    let now = Date.UTC(2026, 0, 1);
    let cell: string | Error = 'cell1.example.com';
    const { send, hosts } = serviceAt(() => cell);
    const settings = { maxAttempts: 1 };
    const clock = () => new Date(now);
    const timestream = await clientOf('timestream-write', { send, clock, settings });
    await timestream.call('ListDatabases');
    cell = unreachable();
    now += 11 * 60_000;
    await timestream.call('ListDatabases');
    await timestream.call('ListDatabases');
    cell = 'http://cell2.example.com';
    now += 61_000;
    await timestream.call('ListDatabases');
    const [one, two] = ['cell1.example.com', 'cell2.example.com'];
    assert.deepEqual(hosts, [
      `${usual} asked`,
      one,
      `${usual} asked`,
      one,
      one,
      `${usual} asked`,
      two,
    ]);
  });

  it('cannot be called where it was never said', async () => {
    const { send, hosts } = serviceAt(unreachable);
    const timestream = await clientOf('timestream-write', { send, settings: { maxAttempts: 1 } });
    for (let i = 0; i < 2; i += 1) {
      await assert.rejects(timestream.call('ListDatabases'), ConnectionError);
    }
    assert.deepEqual(hosts, [`${usual} asked`, `${usual} asked`]);
  });

  for (const [name, moved] of [
    ['a status 421', { status: 421, body: '{}' }],
    ['its error', json({ __type: 'InvalidEndpointException', message: 'm' }, 400)],
  ] as const) {
    it(`is asked anew, once a call, when ${name} says that it moved`, async () => {
      const cells = ['cell1.example.com', 'cell2.example.com'];
      const answers = [moved];
      const { send, hosts } = serviceAt(
        () => cells.shift() ?? assert.fail(),
        () => answers.shift() ?? json({ Databases: [] }),
      );
      const timestream = await clientOf('timestream-write', { send });
      assert.deepEqual(await timestream.call('ListDatabases'), { Databases: [] });
      const [one, two] = ['cell1.example.com', 'cell2.example.com'];
      assert.deepEqual(hosts, [`${usual} asked`, one, `${usual} asked`, two]);
    });
  }

  it('is called at its usual address where that is good too and it cannot be asked', async () => {
    const { send, hosts } = serviceAt(unreachable, () => json({ TableNames: [] }));
    const settings = { maxAttempts: 1, endpointDiscoveryEnabled: 'true' } as const;
    const dynamodb = await clientOf('dynamodb', { send, settings });
    await dynamodb.call('ListTables');
    await dynamodb.call('ListTables');
    const host = 'dynamodb.us-east-1.amazonaws.com';
    assert.deepEqual(hosts, [`${host} asked`, host, host]);
  });
});

it('asks for one session of a directory bucket however many calls begin together', async () => {
  const session = `<CreateSessionResult><Credentials><SessionToken>T</SessionToken><SecretAccessKey>S</SecretAccessKey>
<AccessKeyId>A</AccessKeyId><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></CreateSessionResult>`;
  const send = scriptOf({ body: session });
  const s3 = await clientOf('s3', { send });
  const target = { Bucket: 'name--usw2-az1--x-s3', Key: 'k' };
  await Promise.all([1, 2, 3].map(() => s3.call('HeadObject', target)));
  const asked = send.requests.filter(({ query }) => 'session' in query);
  assert.deepEqual([asked.length, send.requests.length], [1, 4]);
});
