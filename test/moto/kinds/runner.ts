// Runs the scenarios of one kind, and writes down what was run.

import assert from 'node:assert/strict';
import type { CollectionRule, ServiceKinds } from '../../../src/core/resources/kind.ts';
import type { Collection, Resource } from '../../../src/library.ts';
import { isListExcused } from './coverage.ts';
import type { Scenario, Stage } from './scenario.ts';
import { kindOf, openStage, type Run, removalOf, runAction, scenarioOf } from './stage.ts';

/** One line that tells what was run of a kind. */
export async function runKind(run: Run, service: string, name: string): Promise<string> {
  const scenario = scenarioOf(run, service, name);
  const kind = kindOf(service, name);
  const unserved = (part: string) =>
    run.services.get(service)?.unserved?.[`${name}.${part}`] !== undefined;
  const told: string[] = [];
  const step = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await inStep(`${service} ${name}: ${what}`, work);
    told.push(what);
  };
  const { stage, finish } = await openStage(run, service);
  try {
    const resource = await inStep(`${service} ${name}: create`, () => scenario.create(stage));
    run.ran.kinds.add(`${service}.${name}`);
    assert.equal(`${resource.service}.${resource.kind}`, `${service}.${name}`);
    told.push('create');
    const list = unserved('list') ? undefined : await listOf(scenario, stage, resource, name);
    if (list) await step(`list in ${list.name}`, () => assertListed(list, resource, run));
    if (!unserved('load')) await step('load', () => assertLoaded(scenario, resource));
    for (const action of scenario.actions ?? []) {
      await step(action.name, () => runAction(stage, resource, action));
    }
    for (const collection of resource.collections.filter((one) => !unserved(one.name))) {
      const least = scenario.children?.[collection.name] ?? 0;
      await step(collection.name, () => openList(collection, `${service}.${name}`, least, run));
    }
    for (const { name: to } of resource.references
      .filter(isOpen)
      .filter((one) => !unserved(one.name))) {
      await step(`→ ${to}`, () => followReference(scenario, to, resource, run));
    }
    const waitFor = (waiter: string) => step(`wait ${waiter}`, () => stage.wait(resource, waiter));
    for (const waiter of scenario.waits ?? []) await waitFor(waiter);
    const remove = removalOf(scenario, kind, unserved);
    if (remove) {
      await step(remove.name, () => runAction(stage, resource, remove));
      if (list) await step('gone', () => assertGone(list, resource));
    }
    for (const waiter of scenario.waitsAfter ?? []) await waitFor(waiter);
  } finally {
    await finish();
  }
  return `${service} ${name}: ${told.join(', ')}`;
}

/** The lists of the service itself, and what is done to it. */
export async function runService(run: Run, service: string): Promise<string> {
  const { actions = [], unserved = {} } = run.services.get(service) ?? {};
  const { stage, finish } = await openStage(run, service);
  const told: string[] = [];
  const step = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await inStep(`${service}: ${what}`, work);
    told.push(what);
  };
  try {
    for (const action of actions) {
      await step(action.name, () => runAction(stage, stage.service, action));
    }
    for (const collection of stage.service.collections) {
      if (isListExcused(stage.service.kinds, collection.name, unserved)) continue;
      await step(collection.name, () => openList(collection, service, 0, run));
    }
  } finally {
    await finish();
  }
  return `${service}: ${told.join(', ')}`;
}

async function inStep<Result>(where: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new Error(`${where}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

async function listOf(
  { listed }: Scenario,
  stage: Stage,
  resource: Resource,
  name: string,
): Promise<Collection | undefined> {
  if (listed) return listed(stage, resource);
  const { collections }: ServiceKinds = stage.service.kinds;
  const found = Object.entries(collections).find(([, rule]) => lists(rule, name));
  return found && stage.service.collection(found[0]);
}

function lists({ items }: CollectionRule, name: string): boolean {
  return items.some(({ kind }) => kind === name);
}

async function findIn(list: Collection, { path }: Resource): Promise<Resource | undefined> {
  for await (const one of list) if (one.path === path) return one;
  return undefined;
}

async function assertListed(list: Collection, resource: Resource, run: Run): Promise<void> {
  const found = await findIn(list, resource);
  assert.ok(found, `${resource.path} is not in ${list.name}`);
  assert.ok(found.label && found.icon, 'it has no label or no icon');
  for (const [title, text] of found.columns) assert.ok(title && text, `it has no ${title}`);
  run.ran.listed.add(`${resource.service}.${resource.kind}.list`);
  const owner = found.parent ? `${found.parent.service}.${found.parent.kind}` : found.service;
  run.ran.collections.add(`${owner}.${list.name}`);
}

async function assertLoaded({ loaded }: Scenario, resource: Resource): Promise<void> {
  const attributes = await resource.load();
  if (typeof loaded === 'function') loaded(resource);
  else if (loaded) assert.partialDeepStrictEqual(attributes, loaded);
  const arn = await resource.arn();
  if (arn !== undefined) assert.match(arn, /^arn:aws[a-z-]*:[a-z\d-]+:/);
}

/** AWS lists some things until they are gone, and says that they are going. */
async function assertGone(list: Collection, resource: Resource): Promise<void> {
  const left = await findIn(list, resource);
  if (left?.isSparse) await left.load();
  const isGoing = /delet|terminat|shutting|inactive/i.test(left?.state ?? '');
  // A failure that held the resource would be copied with its Session and every model that knows.
  assert.ok(left === undefined || isGoing, `${resource.path} is still listed`);
}

/** Reads the first page, which must have this many at least. */
async function openList(
  collection: Collection,
  owner: string,
  least: number,
  run: Run,
): Promise<void> {
  const { items } = await collection.page();
  assert.ok(items.length >= least, `there are ${items.length}, not ${least}`);
  for (const item of items) assert.ok(item.label && item.icon, `${item.path} has no label`);
  run.ran.collections.add(`${owner}.${collection.name}`);
}

function isOpen({ inputs }: { readonly inputs: readonly string[] }): boolean {
  return inputs.length === 0;
}

async function followReference(
  { references = {} }: Scenario,
  name: string,
  resource: Resource,
  run: Run,
): Promise<void> {
  const found = await resource.follow(name);
  const least = references[name] ?? 0;
  assert.ok(found.length >= least, `it leads to ${found.length}, not ${least}`);
  run.ran.references.add(`${resource.service}.${resource.kind}.${name}`);
}
