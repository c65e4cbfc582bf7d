import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Credentials } from '../../../src/core/credentials/credentials.ts';
import { rememberExpiring } from '../../../src/core/credentials/remember.ts';
import { CredentialsError, ServiceError } from '../../../src/core/errors.ts';
import type { HttpRequest } from '../../../src/core/http/message.ts';
import { clientOf, json, keys, scriptOf } from './clients.ts';

const expired = json({ __type: 'ExpiredTokenException', message: 'too old' }, 400);
const tables = json({ TableNames: [] });
const far = new Date('2099-01-01T00:00:00Z');

/** Keys that say they are good for long, a new session token at each ask. */
function sourceOf(tokens: readonly string[]) {
  const asked: string[] = [];
  const load = async (): Promise<Credentials> => {
    const sessionToken = tokens[asked.length];
    if (sessionToken === undefined) throw new CredentialsError('ExpiredSignIn', 'dev', 'sign in.');
    asked.push(sessionToken);
    return { ...keys, sessionToken, expiration: far };
  };
  return { asked, credentials: rememberExpiring(load, () => new Date()) };
}

function tokensOf(send: ReturnType<typeof scriptOf>): unknown[] {
  return send.requests.map(({ headers }) => headers['x-amz-security-token']);
}

test('it asks for new keys, once, when a service says that they have expired', async () => {
  const { asked, credentials } = sourceOf(['one', 'two']);
  const send = scriptOf(expired, tables);
  const dynamodb = await clientOf('dynamodb', { send, credentials });
  await dynamodb.call('ListTables');
  await dynamodb.call('ListTables');
  assert.deepEqual(tokensOf(send), ['one', 'two', 'two']);
  assert.deepEqual(asked, ['one', 'two']);
});

test('it says that keys have expired when the new ones have too', async () => {
  const { asked, credentials } = sourceOf(['one', 'two', 'three']);
  const send = scriptOf(expired);
  const dynamodb = await clientOf('dynamodb', { send, credentials });
  await assert.rejects(dynamodb.call('ListTables'), (error) => {
    assert.ok(error instanceof ServiceError);
    assert.equal(error.code, 'ExpiredTokenException');
    return true;
  });
  assert.deepEqual(asked, ['one', 'two']);
});

test('it does not send again with the same keys', async () => {
  const send = scriptOf(expired);
  const dynamodb = await clientOf('dynamodb', { send });
  await assert.rejects(dynamodb.call('ListTables'), /ExpiredTokenException/);
  assert.equal(send.requests.length, 1);
});

test('it says why there are no new keys', async () => {
  const { credentials } = sourceOf(['one']);
  const dynamodb = await clientOf('dynamodb', { send: scriptOf(expired), credentials });
  await assert.rejects(dynamodb.call('ListTables'), CredentialsError);
});

test('it asks once for many calls whose keys have expired', async () => {
  const { asked, credentials } = sourceOf(['one', 'two']);
  const send = async (request: HttpRequest) => {
    const isOld = request.headers['x-amz-security-token'] === 'one';
    return scriptOf(isOld ? expired : json({ TableNames: [] }))(request, {});
  };
  const dynamodb = await clientOf('dynamodb', { send, credentials });
  await Promise.all(Array.from({ length: 20 }, () => dynamodb.call('ListTables')));
  assert.deepEqual(asked, ['one', 'two']);
});
