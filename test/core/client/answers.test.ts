import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServiceError } from '../../../src/core/errors.ts';
import { clientOf, scriptOf } from './clients.ts';

async function failureOf(
  service: string,
  call: readonly [operation: string, input: Readonly<Record<string, unknown>>],
  answer: {
    readonly status: number;
    readonly body: string;
    readonly headers?: Record<string, string>;
  },
): Promise<ServiceError> {
  const client = await clientOf(service, { send: scriptOf(answer) });
  const error = await client.call(...call).catch((caught: unknown) => caught);
  assert.ok(error instanceof ServiceError, String(error));
  return error;
}

const changes = {
  HostedZoneId: 'Z1',
  ChangeBatch: { Changes: [{ Action: 'CREATE', ResourceRecordSet: { Name: 'n', Type: 'A' } }] },
};

test('it says what is wrong with the changes of Route 53', async () => {
  const body = `<?xml version="1.0"?>
<InvalidChangeBatch xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Messages><Message>The first is there.</Message>
<Message>The second is not.</Message></Messages><RequestId>R-1</RequestId></InvalidChangeBatch>`;
  const call = ['ChangeResourceRecordSets', changes] as const;
  const error = await failureOf('route53', call, { status: 400, body });
  assert.equal(error.code, 'InvalidChangeBatch');
  assert.equal(error.serviceMessage, 'The first is there. The second is not.');
  assert.deepEqual(error.members.messages, ['The first is there.', 'The second is not.']);
  assert.equal(error.requestId, 'R-1');
});

test('it takes no other root for a code', async () => {
  const call = ['GetHostedZone', { Id: 'Z1' }] as const;
  const error = await failureOf('route53', call, { status: 502, body: '<html><p>no</p></html>' });
  assert.equal(error.code, '502');
});

test('it says what OAuth says, with and without the name of an error', async () => {
  const body = '{"error":"authorization_pending","error_description":"Wait."}';
  const call = ['CreateToken', { clientId: 'c', clientSecret: 's', grantType: 'g' }] as const;
  const headers = { 'x-amzn-errortype': 'AuthorizationPendingException' };
  const named = await failureOf('sso-oidc', call, { status: 400, body, headers });
  assert.equal(named.code, 'AuthorizationPendingException');
  assert.equal(named.serviceMessage, 'Wait.');
  const nameless = await failureOf('sso-oidc', call, { status: 400, body });
  assert.equal(nameless.code, '400');
  assert.equal(nameless.serviceMessage, 'Wait.');
  const page = await failureOf('sso-oidc', call, { status: 503, body: '<html>' });
  assert.equal(page.code, '503');
});
