// Runs the scenarios of one kind, and writes down what was run.

import assert from 'node:assert/strict';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import type { CollectionRule, Kind, ServiceKinds } from '../../../src/core/resources/kind.ts';
import type { ServiceResource } from '../../../src/core/resources/serviceResource.ts';
import type { Session } from '../../../src/core/session.ts';
import type { Collection, Resource } from '../../../src/library.ts';
import { declaredServices } from '../../../src/services/index.ts';
import { serviceResource } from '../../../src/services/registry.ts';
import { uniqueName } from '../aws.ts';
import { isListExcused } from './coverage.ts';
import type { ActionStep, Scenario, ServiceScenarios, Stage } from './scenario.ts';

/** What was run, by `service.Kind.Part`. */
export interface Ran {
  readonly kinds: Set<string>;
  /** `service.Kind.list`. */
  readonly listed: Set<string>;
  readonly actions: Set<string>;
  readonly collections: Set<string>;
  readonly references: Set<string>;
  readonly waiters: Set<string>;
}

/** What moto does, it does at once. */
const quickly = { delay: 0.1, maxAttempts: 10 };

export function nothingYet(): Ran {
  return {
    kinds: new Set(),
    listed: new Set(),
    actions: new Set(),
    collections: new Set(),
    references: new Set(),
    waiters: new Set(),
  };
}

export interface Run {
  readonly session: Session;
  readonly services: ReadonlyMap<string, ServiceScenarios>;
  readonly ran: Ran;
}

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

function scenarioOf(run: Run, service: string, name: string): Scenario {
  const scenario = run.services.get(service)?.kinds[name];
  if (!scenario) throw new Error(`There is no scenario for ${service}.${name}.`);
  return scenario;
}

function kindOf(service: string, name: string): Kind {
  const kind = declaredServices.find((kinds) => kinds.service === service)?.kinds[name];
  if (!kind) throw new Error(`${service} declares no kind ${name}.`);
  return kind;
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

async function openStage(run: Run, service: string) {
  const { session } = run;
  const later: (() => Promise<unknown>)[] = [];
  const examples = new Map<string, Promise<Resource>>();
  const own = await serviceResource(session, service);
  const stage: Stage = {
    session,
    service: own,
    serviceOf: (id) => serviceResource(session, id),
    client: (id = service) => session.client(id),
    act: (owner, name, input = {}) => actOnce(run, owner, name, input),
    make: async (owner, name, input = {}) => {
      const { resources } = await actOnce(run, owner, name, input);
      const [made] = resources;
      assert.ok(made, `${name} names nothing it made`);
      return made;
    },
    wait: async (resource, waiter) => {
      await resource.wait(waiter, quickly);
      run.ran.waiters.add(`${resource.service}.${resource.kind}.${waiter}`);
    },
    example: (kind) => {
      const known = examples.get(kind) ?? makeExample(run, stage, kind);
      examples.set(kind, known);
      return known;
    },
    unique: uniqueName,
    after: (work) => later.push(work),
  };
  const finish = async () => {
    for (const work of later.toReversed()) await work();
  };
  return { stage, finish };
}

async function makeExample(run: Run, stage: Stage, kindName: string): Promise<Resource> {
  const [service = '', name = ''] = kindName.includes('.')
    ? kindName.split('.', 2)
    : [stage.service.service, kindName];
  const scenario = scenarioOf(run, service, name);
  const isOwn = service === stage.service.service;
  const itsStage = isOwn ? stage : await stageOf(stage, service);
  const resource = await scenario.create(itsStage);
  const unserved = (part: string) =>
    run.services.get(service)?.unserved?.[`${name}.${part}`] !== undefined;
  const remove = removalOf(scenario, kindOf(service, name), unserved);
  if (remove) stage.after(() => runAction(itsStage, resource, remove));
  return resource;
}

/** The same stage for the scenarios of another service. */
async function stageOf(stage: Stage, service: string): Promise<Stage> {
  return {
    ...stage,
    service: await stage.serviceOf(service),
    client: (id = service) => stage.client(id),
    example: (kind) => stage.example(kind.includes('.') ? kind : `${service}.${kind}`),
  };
}

async function actOnce(run: Run, owner: Resource | ServiceResource, name: string, input: Document) {
  const path = 'identifiers' in owner ? `${owner.service}.${owner.kind}` : owner.service;
  const outcome = await owner.act(name, input, { confirm: owner.confirmation });
  run.ran.actions.add(`${path}.${name}`);
  return outcome;
}

function removalOf(
  { remove }: Scenario,
  kind: Kind,
  unserved: (part: string) => boolean,
): ActionStep | undefined {
  if (remove === false) return undefined;
  if (remove) return remove;
  return kind.actions?.Delete && !unserved('Delete') ? { name: 'Delete' } : undefined;
}

async function runAction<Owner extends Resource | ServiceResource>(
  stage: Stage,
  owner: Owner,
  step: ActionStep<Owner>,
): Promise<void> {
  const { name, input = {}, expect } = step;
  const given = typeof input === 'function' ? await input(stage, owner) : input;
  const outcome = await stage.act(owner, name, given);
  if (typeof expect === 'function') await expect(outcome, owner);
  else if (expect) assert.partialDeepStrictEqual(outcome.output, expect);
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
