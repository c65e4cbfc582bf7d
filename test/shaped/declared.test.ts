// Every declared kind, against servers that have the shapes of AWS's models: it is listed, described, its lists are opened,
// its links followed, and everything that can be done to it is done once, with the input that the model wants.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { IncompleteActionError } from '../../src/core/errors.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { Service, ShapeRef } from '../../src/core/models/model.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import type { ActionInfo } from '../../src/core/resources/actions.ts';
import type { Collection } from '../../src/core/resources/collection.ts';
import type { ActionRule, ServiceKinds } from '../../src/core/resources/kind.ts';
import type { Resource } from '../../src/core/resources/resource.ts';
import type { ServiceResource } from '../../src/core/resources/serviceResource.ts';
import { isSource, type Value } from '../../src/core/resources/sources.ts';
import { declaredServices } from '../../src/services/index.ts';
import { serviceResource } from '../../src/services/registry.ts';
import { concurrently } from './concurrently.ts';
import { startShapedServer } from './server.ts';
import { shapedSession } from './session.ts';
import { Values } from './values.ts';

const catalogue = openCatalogue({ searchPath: [] });

test('every declared kind is listed, described, opened, and all is done to it once', async (context) => {
  const tour = new Tour();
  await concurrently(declaredServices, 6, (kinds) => tour.visit(kinds));
  for (const kinds of declaredServices) await tour.meetMissed(kinds);
  const wanted = (await readFile(new URL('../services/kinds.txt', import.meta.url), 'utf8')).split(
    '\n',
  );
  assert.deepEqual(
    tour.missed.filter((name) => wanted.includes(name)),
    [],
    'kinds that people use, and no list gives',
  );
  context.diagnostic(JSON.stringify(tour.counts));
  assert.deepEqual(tour.faults, []);
  const { actions, described, links } = tour.counts;
  assert.ok(actions >= 1300 && described >= 500 && links >= 750, JSON.stringify(tour.counts));
});

/** They leave out what is not just what they were asked for, and the server makes up names. */
const narrowed: ReadonlySet<string> = new Set(['s3 Object Versions']);

/** The server makes up the keys of maps, and gives what it was asked for wherever it fits: a group names itself. */
const untold: ReadonlySet<string> = new Set([
  'ec2.SecurityGroup ReferencedGroups',
  'servicediscovery.Instance Instance',
  'sns.Topic Key',
]);

class Tour {
  readonly faults: string[] = [];
  readonly missed: string[] = [];
  readonly counts = { services: 0, lists: 0, kinds: 0, described: 0, links: 0, actions: 0 };
  readonly #seen = new Set<string>();

  async visit(kinds: ServiceKinds): Promise<void> {
    const services = await Promise.all(servicesOf(kinds).map((id) => catalogue.service(id)));
    await using server = await startShapedServer(...services);
    const session = shapedSession(server.url, catalogue);
    const service = await serviceResource(session, kinds.service);
    this.counts.services += 1;
    await this.#open(service, service.collections);
    await this.#actAll(service, service.actions);
    this.faults.push(...server.refused);
  }

  /** What no list of any service gave: made by name. */
  async meetMissed(kinds: ServiceKinds): Promise<void> {
    const service = await serviceResource(
      shapedSession('http://nowhere.test', catalogue),
      kinds.service,
    );
    for (const [name, { identifiers }] of Object.entries(kinds.kinds)) {
      if (this.#seen.has(`${kinds.service}.${name}`)) continue;
      const named = Object.fromEntries(identifiers.map((one) => [one, `${one}-1`]));
      this.counts.kinds += 1;
      this.missed.push(`${kinds.service}.${name}`);
      assert.equal(service.get(name, named).kind, name);
    }
  }

  async #open(owner: ServiceResource | Resource, collections: readonly Collection[]) {
    for (const collection of collections) {
      const where = `${owner.service} ${'kind' in owner ? owner.kind : ''} ${collection.name}`;
      const page = await this.#try(where, () => collection.page());
      this.counts.lists += 1;
      if (page?.items.length === 0 && !narrowed.has(where))
        this.faults.push(`${where} gives nothing`);
      for (const resource of page?.items ?? []) await this.#meet(resource);
    }
  }

  async #meet(resource: Resource): Promise<void> {
    const name = `${resource.service}.${resource.kind}`;
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    this.counts.kinds += 1;
    if (!resource.label || !resource.icon) this.faults.push(`${name} has no face`);
    const described = await this.#try(`${name} load`, () => resource.load());
    if (described) this.counts.described += 1;
    await this.#followAll(name, resource);
    await this.#open(resource, resource.collections);
    await this.#actAll(resource, resource.actions);
  }

  /** Where only the value of a member tells the kind, made-up values tell none. */
  async #followAll(name: string, resource: Resource): Promise<void> {
    for (const { name: link, kind, inputs } of resource.references) {
      if (inputs.length > 0) continue;
      const where = `${name} ${link}`;
      const found = await this.#try(where, () => resource.follow(link));
      this.counts.links += 1;
      const isTold = kind !== undefined && !untold.has(where);
      if (isTold && found?.length === 0) this.faults.push(`${where} leads nowhere`);
    }
  }

  /** The server gives every list entries: where it is one of what was not done, the action has to say so. */
  async #actAll(owner: ServiceResource | Resource, actions: readonly ActionInfo[]): Promise<void> {
    for (const action of actions) {
      const kind = 'kind' in owner ? `.${owner.kind}` : '';
      const where = `${owner.service}${kind} ${action.name}`;
      if (await streamsEvents(action)) continue;
      this.counts.actions += 1;
      await this.#try(where, async () => {
        const rule = ruleOf(owner, action.name);
        const input = inputOf(await catalogue.service(action.service), rule, action.inputs);
        const acted = owner.act(action.name, input, { confirm: owner.confirmation });
        await (rule.failures === undefined ? acted : assert.rejects(acted, IncompleteActionError));
      });
    }
  }

  async #try<Result>(where: string, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.faults.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }
}

/** The server has no events: they are tried against real ones elsewhere. */
async function streamsEvents({ service, operation }: ActionInfo): Promise<boolean> {
  const { operations, shapes } = await catalogue.service(service);
  const output = shapes[operations[operation]?.output?.shape ?? ''];
  if (output?.type !== 'structure') return false;
  return Object.values(output.members).some(({ shape }) => {
    const member = shapes[shape];
    return member?.type === 'structure' && member.eventstream === true;
  });
}

function ruleOf(owner: ServiceResource | Resource, name: string): ActionRule {
  const kinds = declaredServices.find(({ service }) => service === owner.service);
  const rules = 'kind' in owner ? kinds?.kinds[owner.kind]?.actions : kinds?.actions;
  const rule = rules?.[name];
  if (!rule) throw new Error(`${owner.service} declares no ${name}`);
  return rule;
}

/** The services that a declaration calls. */
function servicesOf(kinds: ServiceKinds): readonly string[] {
  const named = JSON.stringify(kinds).matchAll(/"service":"([\w-]+)"/g);
  return [...new Set([kinds.service, ...[...named].map(([, id = '']) => id)])];
}

/** What is asked for stands anywhere in the parameters, and has the shape of its place. */
function inputOf(service: Service, rule: ActionRule, inputs: ActionInfo['inputs']): Document {
  const values = new Values(service, { seed: 5, onlyRequired: true });
  const places = new Map<string, ShapeRef>();
  const input = service.operations[rule.operation]?.input;
  if (input) notePlaces(service, input, rule.params ?? {}, places);
  const asked = inputs.filter(({ optional }) => !optional);
  return Object.fromEntries(
    asked.map(({ name }) => {
      const ref = places.get(name);
      return [name, ref ? values.value(name, ref, 1) : 'text-1'] as const;
    }),
  );
}

function notePlaces(service: Service, ref: ShapeRef, value: Value, places: Map<string, ShapeRef>) {
  if (typeof value !== 'object' || value === null) return;
  if (isSource(value)) {
    if (value.from === 'input') places.set(value.name, ref);
    return;
  }
  const shape = service.shapes[ref.shape];
  for (const [name, inner] of Object.entries(value)) {
    if (shape?.type === 'structure') {
      const member = shape.members[name];
      if (member) notePlaces(service, member, inner, places);
    } else if (shape?.type === 'list') notePlaces(service, shape.member, inner, places);
    else if (shape?.type === 'map') notePlaces(service, shape.value, inner, places);
  }
}
