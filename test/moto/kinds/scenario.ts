// What a service's file in this folder says: how one of each kind is made, what is done to it and what is expected. The
// runner lists, loads, opens and follows it besides, and takes it away at the end. See docs/adding-a-service.md.

import type { Client } from '../../../src/core/client.ts';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import type { ActionOutcome } from '../../../src/core/resources/actions.ts';
import type { ServiceResource } from '../../../src/core/resources/serviceResource.ts';
import type { Session } from '../../../src/core/session.ts';
import type { Collection, Resource } from '../../../src/library.ts';

/** One service's kinds against moto. */
export interface ServiceScenarios {
  /** What is done to the service itself and needs no resource. Actions that make one are run by that one's scenario. */
  readonly actions?: readonly ActionStep<ServiceResource>[];
  /** By the names of its kinds. */
  readonly kinds: Readonly<Record<string, Scenario>>;
  /**
   * What moto does not serve, with the reason in words: a kind, or a part of one: `Queue`, `Queue.DeadLetterSources` (a
   * collection), `Queue.Redrive` (an action), `Queue.Running` (a waiter), `Queue.Key` (a reference), `Queue.load`,
   * and `Queue.list`, the service's own list of it.
   */
  readonly unserved?: Readonly<Record<string, string>>;
}

/** One kind. */
export interface Scenario {
  /** Makes one, through `stage.act` where an action can. */
  readonly create: (stage: Stage) => Promise<Resource>;
  /** Where it is listed, and must be; the service's own collection of this kind where absent. */
  readonly listed?: (stage: Stage, resource: Resource) => Collection | Promise<Collection>;
  /** Members its attributes must have after `load`, or a check of its own. */
  readonly loaded?: Document | ((resource: Resource) => void);
  /** Run one after the other. All collections and references of the kind are read after them. */
  readonly actions?: readonly ActionStep[];
  /** How many its collections must have at least, in the first page. */
  readonly children?: Readonly<Record<string, number>>;
  /** How many its references must give at least. */
  readonly references?: Readonly<Record<string, number>>;
  /** Waited for before it is taken away. */
  readonly waits?: readonly string[];
  /** The action that takes it away; `Delete` where absent and declared. Then it must not be listed any more. */
  readonly remove?: ActionStep | false;
  /** Waited for after it was taken away. */
  readonly waitsAfter?: readonly string[];
}

export interface ActionStep<Owner = Resource> {
  readonly name: string;
  readonly input?: Document | ((stage: Stage, owner: Owner) => Document | Promise<Document>);
  /** Members the answer must have, or a check of the outcome, which is awaited. */
  readonly expect?: Document | ((outcome: ActionOutcome, owner: Owner) => unknown);
}

/** What scenarios work with. */
export interface Stage {
  readonly session: Session;
  /** This service. */
  readonly service: ServiceResource;
  /** Of another service. */
  serviceOf(id: string): Promise<ServiceResource>;
  /** For what has no resource. */
  client(service?: string): Promise<Client>;
  /** Runs an action, confirmed, and notes that it was run. */
  act(owner: Resource | ServiceResource, name: string, input?: Document): Promise<ActionOutcome>;
  /** The same for an action that makes one thing. */
  make(owner: Resource | ServiceResource, name: string, input?: Document): Promise<Resource>;
  /** Waits, and notes that it did. */
  wait(resource: Resource, waiter: string): Promise<void>;
  /** Another kind's example, of this service or, as `iam.Role`, of another; made once a scenario, and taken away after it. */
  example(kind: string): Promise<Resource>;
  /** A name that nothing else has. */
  unique(what: string): string;
  /** Done after the scenario, the last first. */
  after(work: () => Promise<unknown>): void;
}

/** A step, short. */
export function run<Owner = Resource>(
  name: string,
  input?: ActionStep<Owner>['input'],
  expect?: ActionStep<Owner>['expect'],
): ActionStep<Owner> {
  return { name, ...(input && { input }), ...(expect && { expect }) };
}

/** What an operation made that no action makes, by its identifiers. */
export async function made(
  { client, service }: Stage,
  operation: string,
  input: Document,
  kind: string,
  identifiers: Readonly<Record<string, string>>,
): Promise<Resource> {
  await (await client()).call(operation, input);
  return service.get(kind, identifiers);
}

/** The id of a subnet that the demo's account has. */
export async function anySubnet(stage: Stage): Promise<string> {
  const { items } = await (await stage.serviceOf('ec2')).collection('Subnets').page();
  const [first] = items;
  if (!first) throw new Error('The account has no subnet.');
  return first.id;
}
