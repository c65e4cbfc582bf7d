// What scenarios work with: the stage of one, and the examples of other kinds that it stands on.

import assert from 'node:assert/strict';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import type { Kind } from '../../../src/core/resources/kind.ts';
import type { ServiceResource } from '../../../src/core/resources/serviceResource.ts';
import type { Session } from '../../../src/core/session.ts';
import type { Resource } from '../../../src/library.ts';
import { declaredServices } from '../../../src/services/index.ts';
import { serviceResource } from '../../../src/services/registry.ts';
import { uniqueName } from '../aws.ts';
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

/** A stage, and what takes away everything that was made on it. */
export async function openStage(run: Run, service: string) {
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

export async function runAction<Owner extends Resource | ServiceResource>(
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

export function removalOf(
  { remove }: Scenario,
  kind: Kind,
  unserved: (part: string) => boolean,
): ActionStep | undefined {
  if (remove === false) return undefined;
  if (remove) return remove;
  return kind.actions?.Delete && !unserved('Delete') ? { name: 'Delete' } : undefined;
}

export function scenarioOf(run: Run, service: string, name: string): Scenario {
  const scenario = run.services.get(service)?.kinds[name];
  if (!scenario) throw new Error(`There is no scenario for ${service}.${name}.`);
  return scenario;
}

export function kindOf(service: string, name: string): Kind {
  const kind = declaredServices.find((kinds) => kinds.service === service)?.kinds[name];
  if (!kind) throw new Error(`${service} declares no kind ${name}.`);
  return kind;
}
