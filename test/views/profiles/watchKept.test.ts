// Two windows of one editor: a memory and a store of secrets that are the same for both, sooner or later.

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Disposable, Event } from 'vscode';
import { KeptProfiles } from '../../../src/views/profiles/keptProfiles.ts';
import { watchKept } from '../../../src/views/profiles/watchKept.ts';
import { exampleKeys } from '../../../tools/demo/keys.ts';

class Emitter<T> {
  readonly #listeners = new Set<(event: T) => void>();

  readonly event: Event<T> = (listener): Disposable => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** What one window writes arrives in the other when `arrive` is called, and by itself with the event of the secrets. */
function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const secrets = new Map<string, string>();
  const changes: string[] = [];
  const own = new Map<string, unknown>();
  const others = new Map<string, unknown>();
  const store = {
    get: async (key: string) => secrets.get(key),
    async store(key: string, value: string) {
      secrets.set(key, value);
      changes.push(key);
    },
    async delete(key: string) {
      secrets.delete(key);
      changes.push(key);
    },
  };
  const memoryOf = (values: Map<string, unknown>) => ({
    get: <T>(key: string) => values.get(key) as T,
    update: async (key: string, value: unknown) => void values.set(key, value),
  });
  const here = new KeptProfiles(memoryOf(own), store);
  const there = new KeptProfiles(memoryOf(others), store);
  const onDidChange = new Emitter<{ readonly key: string }>();
  const onDidChangeWindowState = new Emitter<{ readonly focused: boolean }>();
  const told: (readonly string[])[] = [];
  const watching = watchKept(
    { onDidChange: onDidChange.event, onDidChangeWindowState: onDidChangeWindowState.event },
    here,
    () => told.push(here.list().map(({ name }) => name)),
  );
  return {
    there,
    told,
    watching,
    arrive: () => others.forEach((value, key) => void own.set(key, value)),
    tell: () => changes.splice(0).forEach((key) => void onDidChange.fire({ key })),
    tellOf: (key: string) => onDidChange.fire({ key }),
    focus: (focused: boolean) => onDidChangeWindowState.fire({ focused }),
    wait: () => t.mock.timers.tick(1_000),
  };
}

describe('profiles that another window keeps', () => {
  it('are there when the store of secrets tells of them, before the memory has them', async (t) => {
    const { there, told, arrive, tell, wait } = setUp(t);
    await there.save('p', { region: 'eu-west-1' }, exampleKeys);
    tell();
    arrive();
    assert.deepEqual(told, []);
    wait();
    assert.deepEqual(told, [['p']]);
    await there.remove('p');
    tell();
    arrive();
    wait();
    assert.deepEqual(told, [['p'], []]);
  });

  it('are there when somebody comes to a window that was told nothing, or too early', async (t) => {
    const { there, told, arrive, tell, focus, wait } = setUp(t);
    await there.save('p', {}, exampleKeys);
    tell();
    wait();
    arrive();
    focus(false);
    assert.deepEqual(told, []);
    focus(true);
    assert.deepEqual(told, [['p']]);
    await there.save('p', { region: 'eu-west-1' }, undefined);
    arrive();
    focus(true);
    focus(true);
    assert.deepEqual(told, [['p'], ['p']]);
  });

  it('are not looked for when another secret is changed, or nobody listens any more', async (t) => {
    const { there, told, arrive, tell, tellOf, focus, wait, watching } = setUp(t);
    tellOf('of something else');
    wait();
    await there.save('p', {}, exampleKeys);
    tell();
    arrive();
    watching.dispose();
    wait();
    focus(true);
    assert.deepEqual(told, []);
  });
});
