// Which shapes of the models a value may come in: follows the paths of declarations through the shapes of a model.

import type { MapShape, Service, Shape } from '../models/model.ts';
import type { Kind, RequestRule, ServiceKinds } from './kind.ts';
import { type PathStep, parsePath } from './paths.ts';

/** A shape with its name and the model it stands in. */
export interface ShapePlace {
  readonly service: Service;
  readonly name: string;
  readonly shape: Shape;
}

export function placeOf(service: Service, shapeName: string | undefined): ShapePlace | undefined {
  const shape = shapeName === undefined ? undefined : service.shapes[shapeName];
  return shapeName !== undefined && shape ? { service, name: shapeName, shape } : undefined;
}

/** What an operation gives; empty for one that gives nothing. */
export function outputPlaces(service: Service, operation: string): readonly ShapePlace[] {
  const output = placeOf(service, service.operations[operation]?.output?.shape);
  return output ? [output] : [];
}

/** The place a path leads to; `undefined` if a member on the way does not exist. */
export function follow(from: ShapePlace, path: string): ShapePlace | undefined {
  let place: ShapePlace | undefined = from;
  for (const step of parsePath(path)) {
    place = place && takeStep(place, step);
  }
  return place;
}

export interface KindName {
  readonly service: string;
  readonly kind: string;
}

/**
 * Where the attributes of a kind's resources come from: every list that has them, what describes one, the answers of actions
 * that make one, and the attributes of resources that lead to one.
 */
export async function placesOfKind(
  declared: readonly ServiceKinds[],
  named: KindName,
  modelOf: (service: string) => Promise<Service>,
): Promise<readonly ShapePlace[]> {
  const leading = leadingKinds(declared, named);
  const led = leading.map(async ({ owner, path }) => {
    const places = await ownPlaces(declared, owner, modelOf);
    return places.flatMap((place) => follow(place, path) ?? []);
  });
  return [...(await ownPlaces(declared, named, modelOf)), ...(await Promise.all(led)).flat()];
}

async function ownPlaces(
  declared: readonly ServiceKinds[],
  named: KindName,
  modelOf: (service: string) => Promise<Service>,
): Promise<readonly ShapePlace[]> {
  const origins = [
    ...listedOrigins(declared, named),
    ...loadedOrigins(declared, named),
    ...madeOrigins(declared, named),
  ];
  const places = await Promise.all(
    origins.map(async ({ service, operation, path }) => {
      const model = await modelOf(service);
      return outputPlaces(model, operation).flatMap((output) => follow(output, path) ?? []);
    }),
  );
  return places.flat();
}

/** A part of an operation's output. */
interface Origin {
  readonly service: string;
  readonly operation: string;
  readonly path: string;
}

function listedOrigins(
  declared: readonly ServiceKinds[],
  { service, kind }: KindName,
): readonly Origin[] {
  return declared.flatMap((kinds) => {
    const names = [kinds.service === service ? kind : undefined, `${service}.${kind}`];
    const owners = [kinds, ...Object.values(kinds.kinds)];
    const rules = owners.flatMap(({ collections = {} }) => Object.values(collections));
    return rules.flatMap((rule) =>
      rule.items
        .filter((item) => names.includes(item.kind))
        .map(({ path }) => originOf(kinds.service, rule, path)),
    );
  });
}

function loadedOrigins(
  declared: readonly ServiceKinds[],
  { service, kind }: KindName,
): readonly Origin[] {
  const loads = declared
    .filter((kinds) => kinds.service === service)
    .flatMap(({ kinds }) => kinds[kind]?.load ?? []);
  return loads.flatMap((load) => {
    const paths = [load.path ?? '@', ...(load.batch ? [load.batch.path] : [])];
    const own = paths.map((path) => originOf(service, load, path));
    return load.more ? [...own, originOf(service, load.more, load.more.path ?? '@')] : own;
  });
}

/** Where an answer has more of a resource than its identifiers, its rule has a path. */
function madeOrigins(declared: readonly ServiceKinds[], named: KindName): readonly Origin[] {
  return declared.flatMap((kinds) => {
    const owners: readonly Pick<Kind, 'actions'>[] = [kinds, ...Object.values(kinds.kinds)];
    const rules = owners.flatMap(({ actions = {} }) => Object.values(actions));
    return rules.flatMap((rule) => {
      const { kind, path } = rule.result ?? {};
      return path !== undefined && isNamed(kinds, kind, named)
        ? [originOf(kinds.service, rule, path)]
        : [];
    });
  });
}

/** Kinds whose attributes hold those of this one, and where. */
function leadingKinds(
  declared: readonly ServiceKinds[],
  named: KindName,
): readonly { readonly owner: KindName; readonly path: string }[] {
  return declared.flatMap((kinds) =>
    Object.entries(kinds.kinds).flatMap(([kind, { has = {} }]) =>
      Object.values(has).flatMap((rule) => {
        const path = 'member' in rule ? undefined : rule.path;
        const owner = { service: kinds.service, kind };
        return path !== undefined && isNamed(kinds, rule.kind, named) ? [{ owner, path }] : [];
      }),
    ),
  );
}

function isNamed(kinds: ServiceKinds, name: string | undefined, named: KindName): boolean {
  return name === (kinds.service === named.service ? named.kind : `${named.service}.${named.kind}`);
}

function originOf(service: string, rule: RequestRule, path: string): Origin {
  return { service: rule.service ?? service, operation: rule.operation, path };
}

function takeStep({ service, shape }: ShapePlace, step: PathStep): ShapePlace | undefined {
  if (!('member' in step)) {
    return shape.type === 'list' ? placeOf(service, shape.member.shape) : undefined;
  }
  if (shape.type === 'structure') return placeOf(service, shape.members[step.member]?.shape);
  if (shape.type === 'map') return takeKey(service, shape, step.member);
  return undefined;
}

function takeKey(service: Service, shape: MapShape, key: string): ShapePlace | undefined {
  const keys = service.shapes[shape.key.shape];
  const isNamed = keys?.type === 'string' && keys.enum !== undefined;
  return isNamed && !keys.enum.includes(key) ? undefined : placeOf(service, shape.value.shape);
}
