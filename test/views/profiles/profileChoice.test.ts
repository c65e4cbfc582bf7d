import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as settle } from 'node:timers/promises';
import type { Profile } from '../../../src/core/config/profile.ts';
import { CredentialsError } from '../../../src/core/errors.ts';
import type { Session } from '../../../src/core/session.ts';
import { plainLook } from '../../../src/views/profileLook.ts';
import { type Memory, ProfileChoice } from '../../../src/views/profiles/profileChoice.ts';

interface Account {
  readonly session: string;
  resolve(account: string): void;
  reject(error: Error): void;
  readonly signal: AbortSignal | undefined;
}

/** A choice over sessions that answer when the test says so, with everything it told in `told`. */
function setUp(names: readonly string[], environment: Record<string, string> = {}) {
  const world = {
    profiles: names.map(profileOf),
    memory: new Map<string, unknown>(),
    sharedMemory: new Map<string, unknown>(),
    asked: [] as Account[],
    aliases: [] as readonly string[],
    askedAliases: 0,
    told: [] as string[],
    signsIn: true,
    accepts: true,
    /** How long a reading of the files takes. */
    read: async () => {},
  };
  const sessions = new Map<string, Session>();
  const get = (profile: string, region = 'own-1') => {
    const key = `${profile}/${region}`;
    const session = sessions.get(key) ?? fakeSession(profile, region, world);
    sessions.set(key, session);
    return session;
  };
  const profiles = async () => {
    const read = world.profiles;
    await world.read();
    return read;
  };
  const choice = new ProfileChoice({
    sessions: { get, known: get, profiles, configFaults: () => [] },
    memory: memoryOf(world.memory),
    sharedMemory: memoryOf(world.sharedMemory),
    environment,
    changed: { event: () => ({ dispose() {} }), fire: () => world.told.push('changed') },
    onStatus: () => world.told.push('status'),
    lookOf: () => plainLook,
    signIns: {
      signInTo: async ({ profile }) => {
        world.told.push(`sign-in to ${profile}`);
        return world.signsIn ? {} : undefined;
      },
      offer: async ({ profile }) => {
        world.told.push(`sign-in to ${profile} offered`);
        return world.accepts;
      },
      onDidSignIn: () => ({ dispose() {} }),
    },
  });
  return { choice, world };
}

function memoryOf(values: Map<string, unknown>): Memory {
  return {
    get: <T>(key: string) => values.get(key) as T | undefined,
    update: async (key, value) => {
      values.set(key, value);
    },
  };
}

function profileOf(name: string): Profile {
  const profile = { name, source: 'config', credentialKind: 'static' } as const;
  return name.startsWith('broken') ? { ...profile, problem: 'config:1: broken.' } : profile;
}

interface Aws {
  readonly asked: Account[];
  readonly aliases: readonly string[];
  askedAliases: number;
}

function fakeSession(profile: string, region: string, aws: Aws): Session {
  let knownAccount: string | undefined;
  const session = {
    profile,
    region,
    get knownAccount() {
      return knownAccount;
    },
    account({ signal }: { signal?: AbortSignal } = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const answer = (account: string) => {
        knownAccount = account;
        resolve(account);
      };
      aws.asked.push({ session: `${profile}/${region}`, resolve: answer, reject, signal });
      return promise;
    },
    client: async () => ({
      async call() {
        aws.askedAliases += 1;
        if (aws.aliases.includes('denied')) throw new Error('AccessDenied');
        return { AccountAliases: aws.aliases };
      },
    }),
  };
  return session as unknown as Session;
}

describe('the active profile', () => {
  it('is the one picked, then AWS_PROFILE, then default, then the first that is sound', async () => {
    const { choice, world } = setUp(['broken', 'a', 'default'], { AWS_PROFILE: 'a' });
    await choice.start();
    assert.equal(choice.profile, 'a');
    await choice.select('broken');
    assert.equal(choice.profile, 'broken');
    const second = setUp(['broken', 'a', 'default']);
    assert.equal(second.choice.profile, undefined);
    await second.choice.start();
    assert.equal(second.choice.profile, 'default');
    const third = setUp(['broken', 'a']);
    await third.choice.start();
    assert.equal(third.choice.profile, 'a');
    assert.deepEqual(world.memory.get('recentProfiles'), ['broken']);
  });

  it('is that of AWS_DEFAULT_PROFILE before that of AWS_PROFILE, then the environment’s keys', () => {
    const both = { AWS_PROFILE: 'a', AWS_DEFAULT_PROFILE: 'b' };
    assert.equal(setUp(['a', 'b'], both).choice.profile, 'b');
    const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' };
    assert.equal(setUp(['default', 'environment'], keys).choice.profile, 'environment');
  });

  it('is told at the first reading only when that decides it', async () => {
    const undecided = setUp(['default']);
    await undecided.choice.start();
    assert.deepEqual(undecided.world.told, ['changed']);
    const decided = setUp(['default'], { AWS_PROFILE: 'default' });
    await decided.choice.start();
    assert.deepEqual(decided.world.told, ['status']);
  });

  it('switches before anything is saved', () => {
    const { choice, world } = setUp(['a', 'b'], { AWS_PROFILE: 'a' });
    void choice.select('b');
    const { profile, session } = choice;
    assert.equal(profile, 'b');
    assert.equal(session?.profile, 'b');
    assert.deepEqual(world.told, ['changed']);
  });

  it('is not one that does not exist', async () => {
    const { choice } = setUp(['a']);
    await choice.start();
    await assert.rejects(choice.select('x'), { code: 'ProfileNotFound' });
    assert.equal(choice.profile, 'a');
  });

  it('is not that of a reading which a later one overtook', async () => {
    const { choice, world } = setUp(['old']);
    const slow = Promise.withResolvers<void>();
    world.read = () => slow.promise;
    const first = choice.reread();
    world.profiles = [profileOf('new')];
    world.read = async () => {};
    await choice.reread();
    slow.resolve();
    await first;
    assert.deepEqual(
      choice.known?.map(({ name }) => name),
      ['new'],
    );
    assert.deepEqual(world.told, ['changed']);
  });

  it('has no session once it is gone, and has one again when it comes back', async () => {
    const { choice, world } = setUp(['a', 'b'], { AWS_PROFILE: 'b' });
    await choice.start();
    world.profiles = [profileOf('a')];
    await choice.reread();
    assert.equal(choice.isMissing, true);
    assert.equal(choice.session === undefined, true);
    world.profiles = [profileOf('a'), profileOf('b')];
    await choice.reread();
    assert.equal(choice.session?.profile, 'b');
    assert.deepEqual(world.told, ['status', 'changed', 'changed']);
  });

  it('forgets a profile that was removed, and takes another', async () => {
    const { choice, world } = setUp(['a', 'default']);
    await choice.start();
    await choice.selectRegion('a', 'eu-west-1');
    await choice.select('a');
    world.profiles = [profileOf('default')];
    await choice.forget('a');
    assert.equal(choice.profile, 'default');
    assert.deepEqual(choice.recent, []);
    assert.equal(choice.pickedRegion('a'), undefined);
  });

  it('keeps a region for each profile', async () => {
    const { choice } = setUp(['a', 'b'], { AWS_PROFILE: 'a' });
    await choice.selectRegion('a', 'eu-west-1');
    await choice.select('b');
    assert.equal(choice.session?.region, 'own-1');
    await choice.select('a');
    assert.equal(choice.session?.region, 'eu-west-1');
    await choice.selectRegion('a', undefined);
    assert.equal(choice.session?.region, 'own-1');
  });
});

describe('the account', () => {
  it('is asked for once, after the active session was used', async () => {
    const { choice, world } = setUp(['a', 'b'], { AWS_PROFILE: 'a' });
    assert.equal(world.asked.length, 0);
    choice.noteUse(choice.sessionOf('b'));
    assert.equal(world.asked.length, 0);
    choice.noteUse(choice.sessionOf('a'));
    choice.noteUse(choice.sessionOf('a'));
    assert.deepEqual(
      world.asked.map(({ session }) => session),
      ['a/own-1'],
    );
    world.asked[0]?.resolve('123456789012');
    await settle();
    assert.equal(choice.session?.knownAccount, '123456789012');
    choice.noteUse(choice.sessionOf('a'));
    assert.equal(world.asked.length, 1);
  });

  it('is told with its alias, which is asked for once', async () => {
    const { choice, world } = setUp(['a'], { AWS_PROFILE: 'a' });
    world.aliases = ['meadow'];
    choice.noteUse(choice.sessionOf('a'));
    world.asked[0]?.resolve('123456789012');
    await settle();
    assert.equal(choice.aliasOf('a', '123456789012'), 'meadow');
    assert.deepEqual(world.told, ['status', 'status']);
    await choice.selectRegion('a', 'eu-west-1');
    choice.noteUse(choice.sessionOf('a'));
    world.asked[1]?.resolve('123456789012');
    await settle();
    choice.noteUse(choice.sessionOf('a'));
    assert.equal(world.askedAliases, 1);
  });

  it('does without an alias where that may not be asked, and asks no more', async () => {
    const { choice, world } = setUp(['a'], { AWS_PROFILE: 'a' });
    world.aliases = ['denied'];
    choice.noteUse(choice.sessionOf('a'));
    world.asked[0]?.resolve('123456789012');
    await settle();
    choice.noteUse(choice.sessionOf('a'));
    await settle();
    assert.equal(choice.account.problemOf(choice.sessionOf('a')), undefined);
    assert.equal(choice.aliasOf('a', '123456789012'), undefined);
    assert.equal(world.askedAliases, 1);
  });

  it('keeps its alias for all profiles and windows, but not for another server of the same numbers', async () => {
    const names = ['a', 'b', 'emulator'];
    const first = setUp(names, { AWS_PROFILE: 'a' });
    first.world.aliases = ['meadow'];
    first.choice.noteUse(first.choice.sessionOf('a'));
    first.world.asked[0]?.resolve('123456789012');
    await settle();
    const { choice, world } = setUp(names, { AWS_PROFILE: 'b' });
    world.profiles = names.map((name) => ({
      ...profileOf(name),
      ...(name === 'emulator' && { endpoint: 'http://me:open-sesame@localhost:4566' }),
    }));
    for (const [key, value] of first.world.sharedMemory) world.sharedMemory.set(key, value);
    await choice.start();
    assert.deepEqual(
      names.map((name) => choice.aliasOf(name, '123456789012')),
      ['meadow', 'meadow', undefined],
    );
    assert.equal(choice.aliasOf('a', '444455556666'), undefined);
    assert.equal(world.askedAliases, 0);
    world.aliases = ['sandbox'];
    const emulator = choice.sessionOf('emulator');
    const { signal } = new AbortController();
    assert.equal(await choice.learnAlias(emulator, signal), false);
    const account = emulator.account();
    world.asked[0]?.resolve('123456789012');
    await account;
    assert.equal(await choice.learnAlias(emulator, signal), true);
    assert.equal(choice.aliasOf('emulator', '123456789012'), 'sandbox');
    assert.equal(choice.aliasOf('b', '123456789012'), 'meadow');
    assert.doesNotMatch(JSON.stringify([...world.sharedMemory]), /sesame/);
  });

  it('loses an alias that it has no more, and keeps it where that may not be asked', async () => {
    for (const [aliases, kept] of [
      [[], undefined],
      [['denied'], 'meadow'],
    ] as const) {
      const { choice, world } = setUp(['a'], { AWS_PROFILE: 'a' });
      world.sharedMemory.set('accountAliases', { 123456789012: 'meadow' });
      world.aliases = aliases;
      choice.noteUse(choice.sessionOf('a'));
      world.asked[0]?.resolve('123456789012');
      await settle();
      assert.equal(choice.aliasOf('a', '123456789012'), kept);
      assert.equal(world.askedAliases, 1);
    }
  });

  it('that comes after a switch is dropped', async () => {
    const { choice, world } = setUp(['a', 'b'], { AWS_PROFILE: 'a' });
    choice.noteUse(choice.sessionOf('a'));
    await choice.select('b');
    world.told.length = 0;
    assert.equal(world.asked[0]?.signal?.aborted, true);
    world.asked[0]?.reject(new Error('too late'));
    await settle();
    assert.deepEqual(world.told, []);
    assert.equal(choice.account.problemOf(choice.sessionOf('b')), undefined);
  });

  it('that cannot be had is told with its reason and asked for again at the next use', async () => {
    const { choice, world } = setUp(['a'], { AWS_PROFILE: 'a' });
    const session = choice.sessionOf('a');
    choice.noteUse(session);
    world.asked[0]?.reject(new Error('the token expired'));
    await settle();
    assert.equal(choice.account.problemOf(session), 'the token expired');
    assert.deepEqual(world.told, ['status']);
    choice.noteUse(session);
    world.asked[1]?.resolve('123456789012');
    await settle();
    assert.equal(choice.account.problemOf(session), undefined);
  });
});

describe('a sign-in', () => {
  const signedOut = new CredentialsError('ExpiredSignIn', 'a', 'nobody is signed in.');

  it('that is offered and taken brings the account that could not be had', async () => {
    const { choice, world } = setUp(['a'], { AWS_PROFILE: 'a' });
    const session = choice.sessionOf('a');
    choice.offerSignIn(session);
    world.asked[0]?.reject(signedOut);
    await settle();
    assert.deepEqual(world.told, ['sign-in to a offered', 'sign-in to a', 'status']);
    assert.equal(choice.account.needsSignIn(session), true);
    await choice.signIn(session);
    world.asked[1]?.resolve('123456789012');
    await settle();
    assert.equal(choice.session?.knownAccount, '123456789012');
    assert.equal(choice.account.needsSignIn(session), false);
  });

  it('that is offered and not taken changes nothing', async () => {
    const { choice, world } = setUp(['a', 'b'], { AWS_PROFILE: 'a' });
    world.accepts = false;
    choice.offerSignIn(choice.sessionOf('b'));
    await settle();
    assert.deepEqual(world.told, ['sign-in to b offered']);
    assert.equal(world.asked.length, 0);
  });

  it('that fails asks for nothing', async () => {
    const { choice, world } = setUp(['a'], { AWS_PROFILE: 'a' });
    world.signsIn = false;
    choice.noteUse(choice.sessionOf('a'));
    world.asked[0]?.reject(signedOut);
    await settle();
    assert.equal(await choice.signIn(choice.sessionOf('a')), false);
    assert.equal(world.asked.length, 1);
  });
});
