// What the parts of a declaration may refer to: kinds, identifiers, and the shapes that attributes come from.

import type { Service } from '../../core/models/model.ts';
import type { Kind, RequestRule, ServiceKinds } from '../../core/resources/kind.ts';
import { follow, type ShapePlace as Place, placeOf } from '../../core/resources/shapes.ts';

export interface Declared {
  readonly services: readonly ServiceKinds[];
  /** The models of all services that a declaration names, by id. */
  readonly models: ReadonlyMap<string, Service>;
}

/** What sources and texts of one declaration may name. */
export interface Scene {
  readonly service: string;
  readonly identifiers: readonly string[];
  /** The shapes its attributes may come from. */
  readonly attributes: readonly Place[];
  /** Members that a join adds. */
  readonly added: readonly string[];
}

export function sceneOf(declared: Declared, service: string, name: string, kind: Kind): Scene {
  const items = itemsOf(declared, service, name);
  const listed = items.flatMap(({ output, item }) => (output && follow(output, item.path)) ?? []);
  const described = kind.load && outputOf(declared, service, kind.load);
  const loaded = described && follow(described, kind.load?.path ?? '@');
  const element = loaded?.shape.type === 'list' ? undefined : loaded;
  return {
    service,
    identifiers: kind.identifiers,
    attributes: [
      ...listed,
      ...(element ? [element] : []),
      ...besideOf(described, kind),
      ...madeOf(declared, service, name),
    ],
    added: items.flatMap(({ rule }) => rule.join?.as ?? []),
  };
}

/** The output itself, with no more members than are attributes. */
function besideOf(output: Place | undefined, { load }: Kind): readonly Place[] {
  if (output?.shape.type !== 'structure' || !load?.beside) return [];
  const { members } = output.shape;
  const taken = Object.entries(members).filter(([name]) => load.beside?.includes(name));
  return [{ ...output, shape: { ...output.shape, members: Object.fromEntries(taken) } }];
}

/** What the answers of actions hold of the resources they make. */
function madeOf(declared: Declared, service: string, name: string): readonly Place[] {
  const kinds = declared.services.find((one) => one.service === service);
  const owners: readonly Pick<Kind, 'actions'>[] = [
    ...(kinds ? [kinds] : []),
    ...Object.values(kinds?.kinds ?? {}),
  ];
  const rules = owners.flatMap(({ actions = {} }) => Object.values(actions));
  return rules.flatMap((rule) => {
    const { kind, path } = rule.result ?? {};
    const output = kind === name && path !== undefined && outputOf(declared, service, rule);
    return (output && follow(output, path ?? '@')) || [];
  });
}

/** Every place in any service that lists a kind. */
export function itemsOf({ services, models }: Declared, service: string, name: string) {
  return services.flatMap((kinds) => {
    const owners = [kinds, ...Object.values(kinds.kinds)];
    const rules = owners.flatMap((owner) => Object.values(owner.collections ?? {}));
    return rules.flatMap((rule) =>
      rule.items
        .filter(({ kind }) =>
          [kinds.service === service ? name : '', `${service}.${name}`].includes(kind),
        )
        .map((item) => ({
          rule,
          item,
          output: outputOf({ services, models }, kinds.service, rule),
        })),
    );
  });
}

/** Listed somewhere, led to by another resource or an action's answer, or in need of no identifiers. */
export function isReached(declared: Declared, service: string, name: string, kind: Kind): boolean {
  if (kind.identifiers.length === 0 || itemsOf(declared, service, name).length > 0) return true;
  return declared.services.some((kinds) => {
    const owners: readonly Pick<Kind, 'actions' | 'has'>[] = [kinds, ...Object.values(kinds.kinds)];
    const named = owners.flatMap(({ actions = {}, has = {} }) => [
      ...Object.values(has).map((rule) => rule.kind),
      ...Object.values(actions).map(({ result }) => result?.kind),
    ]);
    return named.includes(kinds.service === service ? name : `${service}.${name}`);
  });
}

export function outputOf(
  { models }: Declared,
  service: string,
  rule: RequestRule,
): Place | undefined {
  const model = models.get(rule.service ?? service);
  return model && placeOf(model, model.operations[rule.operation]?.output?.shape);
}

export function findKind({ services }: Declared, service: string, name: string): Kind | undefined {
  const [other, own] = name.includes('.') ? name.split('.', 2) : [service, name];
  return services.find((kinds) => kinds.service === other)?.kinds[own ?? ''];
}
