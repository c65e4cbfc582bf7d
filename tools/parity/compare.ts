// Compares boto3's descriptions of a service with our declarations of it, part by part.

import type { Service } from '../../src/core/models/model.ts';
import type { Kind, ServiceKinds } from '../../src/core/resources/kind.ts';
import type { BotoResource, BotoService } from './boto3.ts';
import { noNames } from './forms.ts';
import { isGiven, kindName, namesOf } from './names.ts';
import {
  actionFault,
  batchFault,
  collectionFault,
  hasFault,
  loadFault,
  type Scene,
  type Side,
  waiterFault,
} from './parts.ts';

/** The parts of a resource, in the order they are told of. */
export const partNames = [
  'identifiers',
  'load',
  'action',
  'batch action',
  'collection',
  'reference',
  'sub-resource',
  'waiter',
] as const;

export type PartName = (typeof partNames)[number];

/** One thing that boto3 has. */
export interface Part {
  /** `ec2`. */
  readonly service: string;
  /** boto3's name of the resource; absent for what the service itself has. */
  readonly resource: string | undefined;
  readonly part: PartName;
  /** The name of an action, a collection and so on; the operation of `load`. */
  readonly name: string;
  /** What is missing or different here. */
  readonly fault?: string;
}

/** `ec2.Instance action Start`, by which a part is named in reports. */
export function keyOf({ service, resource, part, name }: Omit<Part, 'fault'>): string {
  const owner = resource === undefined ? service : `${service}.${resource}`;
  return part === 'identifiers' || part === 'load'
    ? `${owner} ${part}`
    : `${owner} ${part} ${name}`;
}

export function compareService(
  service: string,
  theirs: BotoService,
  ours: ServiceKinds,
  model: Service,
): readonly Part[] {
  const scene: Scene = { theirs, ours, model };
  const own: Side = { theirs: theirs.service, ours, names: noNames };
  return [
    ...compareOwner(scene, service, undefined, own),
    ...subresourcesOf(scene).map((part) => ({ ...part, service, resource: undefined })),
    ...Object.entries(theirs.resources).flatMap(([name, resource]) =>
      compareResource(scene, service, name, resource),
    ),
  ];
}

/** boto3 makes every resource of a service from its identifiers, as our `get` does. */
function subresourcesOf(scene: Scene) {
  const has = Object.entries(scene.theirs.service.has ?? {});
  const reached = has.map(([, { resource }]) => resource.type);
  const further = Object.keys(scene.theirs.resources).filter((type) => !reached.includes(type));
  const names = [...has.map(([name]) => name), ...further];
  return names.map((name) => {
    const part = { part: 'sub-resource' as const, name };
    return kindName(scene.ours, name) === undefined ? { ...part, fault: 'is no kind' } : part;
  });
}

function compareResource(
  scene: Scene,
  service: string,
  resource: string,
  theirs: BotoResource,
): readonly Part[] {
  const found = kindName(scene.ours, resource);
  const kind: Kind | undefined = found === undefined ? undefined : scene.ours.kinds[found];
  const count = theirs.identifiers?.length ?? 0;
  const identifiers: Part = {
    service,
    resource,
    part: 'identifiers',
    name: (theirs.identifiers ?? []).map(({ name }) => name).join(', '),
    ...identifiersFault(kind, count),
  };
  const names = kind ? namesOf(theirs, kind) : noNames;
  const own: Side = { theirs, ours: kind, names };
  const { load } = theirs;
  const fault = load && loadFault(load, kind, names);
  const name = load?.request.operation ?? '';
  const loads: Part[] = load ? [withFault({ service, resource, part: 'load', name }, fault)] : [];
  return [identifiers, ...loads, ...compareOwner(scene, service, resource, own)];
}

function identifiersFault(kind: Kind | undefined, count: number): { readonly fault?: string } {
  if (!kind) return { fault: 'is no kind' };
  const own = kind.identifiers.length;
  return own === count ? {} : { fault: `has ${own} identifiers, not ${count}` };
}

function compareOwner(
  scene: Scene,
  service: string,
  resource: string | undefined,
  side: Side,
): readonly Part[] {
  const { theirs } = side;
  const parts = <Of>(
    part: PartName,
    all: Readonly<Record<string, Of>> | undefined,
    faultOf: (name: string, one: Of) => string | undefined,
  ): Part[] =>
    Object.entries(all ?? {}).map(([name, one]) =>
      withFault({ service, resource, part, name }, faultOf(name, one)),
    );
  const has = Object.entries(resource === undefined ? {} : (theirs.has ?? {}));
  const given = has.filter(([, { resource: target }]) => isGiven(target.identifiers));
  const led = has.filter(([, { resource: target }]) => !isGiven(target.identifiers));
  return [
    ...parts('action', theirs.actions, (name, one) => actionFault(scene, side, name, one)),
    ...parts('batch action', theirs.batchActions, (name, one) => batchFault(side, name, one)),
    ...parts('collection', theirs.hasMany, (name, one) => collectionFault(scene, side, name, one)),
    ...parts('reference', Object.fromEntries(led), (name, { resource: target }) =>
      hasFault(scene, side, name, target),
    ),
    ...parts('sub-resource', Object.fromEntries(given), (name, { resource: target }) =>
      hasFault(scene, side, name, target),
    ),
    ...parts('waiter', theirs.waiters, (name, one) => waiterFault(side, name, one)),
  ];
}

function withFault(part: Omit<Part, 'fault'>, fault: string | undefined): Part {
  return fault === undefined ? part : { ...part, fault };
}
