// Which of our kinds and identifiers are boto3's. Kinds have boto3's names or an alias; identifiers are named differently,
// and are told by the parameters that they go into: boto3's `Id` and our `InstanceId` both go into
// `StartInstances.InstanceIds`.

import type { Kind, RequestRule, ServiceKinds } from '../../src/core/resources/kind.ts';
import type { BotoParam, BotoRequest, BotoResource } from './boto3.ts';
import { formOfBotoParams, formOfParams, type Names, noNames } from './forms.ts';

/** The name of our kind for one of boto3's; `undefined` where there is none. */
export function kindName(kinds: ServiceKinds, type: string): string | undefined {
  const name = kinds.aliases?.[type] ?? type;
  return Object.hasOwn(kinds.kinds, name) ? name : undefined;
}

export function namesOf(theirs: BotoResource, ours: Kind): Names {
  const identifiers = new Map<string, string>();
  for (const { name, memberName } of theirs.identifiers ?? []) {
    const free = ours.identifiers.filter((one) => ![...identifiers.values()].includes(one));
    const named = [memberName, name].find((one) => one !== undefined && free.includes(one));
    const found = named ?? sharingMost(name, theirs, ours, free) ?? free[0];
    if (found !== undefined) identifiers.set(name, found);
  }
  return { identifiers, members: membersOf(theirs, ours, identifiers) };
}

function membersOf(
  theirs: BotoResource,
  ours: Kind,
  identifiers: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const members = (theirs.identifiers ?? []).flatMap(({ name, memberName = name }) => {
    const own = identifiers.get(name);
    return own === undefined ? [] : [[memberName, own] as const];
  });
  return new Map([...members, ...ours.identifiers.map((name) => [name, name] as const)]);
}

/** The identifier that goes into the most parameters that boto3's goes into. */
function sharingMost(
  name: string,
  theirs: BotoResource,
  ours: Kind,
  free: readonly string[],
): string | undefined {
  const places = botoRequests(theirs).flatMap(({ operation, params }) =>
    placesOf(operation, formOfBotoParams(params, noNames), name),
  );
  const shared = free.map((one) => {
    const own = requests(ours).flatMap((rule) =>
      placesOf(rule.operation, formOfParams(rule.params, noNames), one),
    );
    return { one, count: places.filter((place) => own.includes(place)).length };
  });
  const [best] = shared.toSorted((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.one : undefined;
}

function placesOf(operation: string, form: ReadonlyMap<string, string>, name: string): string[] {
  return [...form].flatMap(([at, from]) =>
    from === `identifier ${name}` ? [`${operation} ${at}`] : [],
  );
}

function botoRequests(theirs: BotoResource): readonly BotoRequest[] {
  const { load, actions = {}, hasMany = {} } = theirs;
  const all = [...Object.values(actions), ...Object.values(hasMany), ...(load ? [load] : [])];
  return all.map(({ request }) => request);
}

function requests(ours: Kind): readonly RequestRule[] {
  const { load, actions = {}, collections = {} } = ours;
  return [...Object.values(actions), ...Object.values(collections), ...(load ? [load] : [])];
}

/** True for a resource that is got by a name the caller gives. */
export function isGiven(identifiers: readonly BotoParam[] | undefined): boolean {
  return (identifiers ?? []).some(({ source }) => source === 'input');
}
