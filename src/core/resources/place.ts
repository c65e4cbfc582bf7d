// Where resources come from: a Session, and the declarations of services, found by their names.

import { ParamValidationError, UnknownKindError } from '../errors.ts';
import type { Session } from '../session.ts';
import { type CompiledKind, compileKind } from './compiledKind.ts';
import type { Identifiers } from './items.ts';
import type { CollectionRule, Kind, Scope, ServiceKinds } from './kind.ts';

/** The Session and the declarations that resources are made from. */
export interface Place {
  readonly session: Session;
  readonly kinds: ServiceKinds;
  /** The declarations of any service, for kinds listed under another service's resource. */
  readonly kindsOf: (service: string) => ServiceKinds;
  /** Those of all services, to find out whose an ARN is. */
  readonly services: readonly ServiceKinds[];
}

/** A kind with the declarations it stands in. */
export interface KindPlace {
  readonly place: Place;
  readonly name: string;
  readonly kind: Kind;
  /** Compiled once, so that a resource of it costs little. */
  readonly texts: CompiledKind;
}

/** A kind by its name or an alias, `Bucket`, or by its service too, `ec2.Volume`. */
export function findKind(place: Place, name: string): KindPlace {
  const [service = '', own = ''] = name.includes('.')
    ? name.split('.', 2)
    : [place.kinds.service, name];
  const kinds = service === place.kinds.service ? place.kinds : place.kindsOf(service);
  const actual = kinds.aliases?.[own] ?? own;
  const kind = kinds.kinds[actual];
  if (kind === undefined) {
    throw new UnknownKindError(kinds.service, 'kind', own, Object.keys(kinds.kinds));
  }
  const its = kinds === place.kinds ? place : { ...place, kinds };
  return { place: its, name: actual, kind, texts: compileKind(kind) };
}

/** The region that answers for all regions of a global service; `undefined` for a regional one. */
export function globalRegion({ kinds, session }: Place): string | undefined {
  return regionOfScope(kinds.scope, session.partition);
}

/** Where resources of the kind are asked for, if that is one region for all of them. */
export function homeRegion({ place, kind }: Pick<KindPlace, 'place' | 'kind'>): string | undefined {
  return regionOfScope(kind.scope, place.session.partition) ?? globalRegion(place);
}

export function regionOfScope(scope: Scope | undefined, partition: string): string | undefined {
  return typeof scope === 'object' ? scope.global[partition] : undefined;
}

/** Throws for an identifier that the kind lacks, and for one that is missing. */
export function checkIdentifiers({ place, name, kind }: KindPlace, identifiers: Identifiers): void {
  const { service } = place.kinds;
  const unknown = Object.keys(identifiers).find((one) => !kind.identifiers.includes(one));
  if (unknown !== undefined) {
    throw new UnknownKindError(`${service} ${name}`, 'identifier', unknown, kind.identifiers);
  }
  const faults = kind.identifiers
    .filter((one) => !identifiers[one])
    .map((one) => ({ path: [one], message: 'is required.' }));
  if (faults.length > 0) throw new ParamValidationError({ service, operation: name }, faults);
}

export function iconOf(place: Place, rule: CollectionRule): string {
  const [first] = rule.items;
  if (rule.icon !== undefined || !first) return rule.icon ?? 'list-unordered';
  const { icon } = findKind(place, first.kind).kind;
  return typeof icon === 'string' ? icon : icon.otherwise;
}
