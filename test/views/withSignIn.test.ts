import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CredentialsError, ServiceError } from '../../src/core/errors.ts';
import type { Session } from '../../src/core/session.ts';
import { withSignIn } from '../../src/views/withSignIn.ts';

const signedOut = new CredentialsError('ExpiredSignIn', 'p', 'nobody is signed in.');
const denied = new ServiceError({
  where: {},
  code: 'AccessDenied',
  message: 'no',
  statusCode: 403,
  retryable: false,
});
const session = { profile: 'p' } as Session;

/** Work that fails with these errors, one a try, and then is done. */
function setUp(failures: readonly Error[], isSignedIn: boolean) {
  const told: string[] = [];
  const profiles = {
    signIn: async ({ profile }: Session) => {
      told.push(`sign-in to ${profile}`);
      return isSignedIn;
    },
  };
  const work = async () => {
    const failure = failures[told.filter((one) => one === 'work').length];
    told.push('work');
    if (failure) throw failure;
    return 'done';
  };
  return { told, run: () => withSignIn(profiles, session, work) };
}

describe('work that may need a sign-in', () => {
  it('is done once where somebody is signed in', async () => {
    const { told, run } = setUp([], true);
    assert.equal(await run(), 'done');
    assert.deepEqual(told, ['work']);
  });

  it('is done after the sign-in, also where another error tells of it', async () => {
    const { told, run } = setUp([new Error('no list', { cause: signedOut })], true);
    assert.equal(await run(), 'done');
    assert.deepEqual(told, ['work', 'sign-in to p', 'work']);
  });

  it('fails as it did where nobody signs in', async () => {
    const { told, run } = setUp([signedOut], false);
    await assert.rejects(run(), signedOut);
    assert.deepEqual(told, ['work', 'sign-in to p']);
  });

  it('is not tried again for any other failure, or a third time', async () => {
    const other = setUp([denied], true);
    await assert.rejects(other.run(), denied);
    assert.deepEqual(other.told, ['work']);
    const twice = setUp([signedOut, signedOut], true);
    await assert.rejects(twice.run(), signedOut);
    assert.deepEqual(twice.told, ['work', 'sign-in to p', 'work']);
  });
});
