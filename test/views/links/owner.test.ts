import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Session } from '../../../src/core/session.ts';
import { ownerOf } from '../../../src/views/links/owner.ts';
import { buildProfile } from '../explorer/world.ts';

const own = '123456789012';
const other = '210987654321';
const signal = new AbortController().signal;
const queue = { service: 'sqs', kind: 'Queue', identifiers: { QueueUrl: 'q' } };

function sessionOf(account: string): Session {
  const session = new Session({ region: 'eu-west-1', environment: {} });
  return Object.defineProperty(session, 'account', { value: async () => account });
}

describe('the owner of what a text names', () => {
  const session = sessionOf(own);
  const elsewhere = sessionOf(other);
  const profilesThatKnow = (accounts: Readonly<Record<string, string>>) => ({
    profiles: async () => Object.keys(accounts).map((name) => buildProfile(name)),
    knownAccount: (name: string) => accounts[name],
    sessionIn: () => elsewhere,
  });

  it('is the session in use where the text tells no account', async () => {
    assert.deepEqual(await ownerOf(queue, session, profilesThatKnow({}), signal), { session });
  });

  it('is the session in use where the account is its own', async () => {
    const found = await ownerOf({ ...queue, account: own }, session, profilesThatKnow({}), signal);
    assert.equal(found.session, session);
    assert.equal(found.otherAccount, undefined);
  });

  it('is the profile that is in the account', async () => {
    const profiles = profilesThatKnow({ dev: own, ops: other });
    const found = await ownerOf({ ...queue, account: other }, session, profiles, signal);
    assert.equal(found.session, elsewhere);
    assert.equal(found.otherAccount, undefined);
  });

  it('says so where no profile is known to be in the account', async () => {
    const profiles = profilesThatKnow({ dev: own });
    const found = await ownerOf({ ...queue, account: other }, session, profiles, signal);
    assert.equal(found.otherAccount, `account ${other}`);
  });
});
