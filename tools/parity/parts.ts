// What is missing or different in one part of a resource, as the end of a sentence; `undefined` where it is the same.

import type { Service } from '../../src/core/models/model.ts';
import type { ActionRule, HasRule, Kind, ServiceKinds } from '../../src/core/resources/kind.ts';
import type { BotoAction, BotoResource, BotoService, BotoTarget, BotoWaiter } from './boto3.ts';
import {
  askedIn,
  describeForm,
  type Form,
  formOfBotoParams,
  formOfBotoTarget,
  formOfLink,
  formOfParams,
  formOfPath,
  formOfResult,
  type Names,
  noNames,
} from './forms.ts';
import { kindName, namesOf } from './names.ts';

/** A service on both sides. */
export interface Scene {
  readonly theirs: BotoService;
  readonly ours: ServiceKinds;
  readonly model: Service;
}

/** A resource, or a service itself, on both sides. */
export interface Side {
  readonly theirs: BotoResource;
  readonly ours:
    | Pick<Kind, 'actions' | 'collections' | 'has' | 'waiters'>
    | Pick<ServiceKinds, 'actions' | 'collections'>
    | undefined;
  readonly names: Names;
}

export function loadFault(
  theirs: NonNullable<BotoResource['load']>,
  kind: Kind | undefined,
  names: Names,
): string | undefined {
  const load = kind?.load;
  if (!load) return `is missing: ${theirs.request.operation}`;
  return (
    difference('calls', theirs.request.operation, load.operation) ??
    formDifference(
      formOfBotoParams(theirs.request.params, names),
      formOfParams(load.params, names),
    ) ??
    difference('reads', formOfPath(theirs.path), formOfPath(load.path))
  );
}

export function actionFault(
  scene: Scene,
  { ours, names }: Side,
  name: string,
  theirs: BotoAction,
): string | undefined {
  const rule = ours?.actions?.[name];
  if (!rule) return `is missing: ${theirs.request.operation}`;
  return (
    difference('calls', theirs.request.operation, rule.operation) ??
    formDifference(
      formOfBotoParams(theirs.request.params, names),
      formOfParams(rule.params, names),
    ) ??
    askedFault(scene.model, rule) ??
    (theirs.resource && resultFault(scene, theirs.resource, rule.result, names, 'response'))
  );
}

export function batchFault(
  { ours, names }: Side,
  name: string,
  theirs: BotoAction,
): string | undefined {
  const rule = ours?.actions?.[name];
  if (!rule?.batch) return `is missing: ${theirs.request.operation}`;
  const { operation = rule.operation, params = rule.params } = rule.batch;
  return (
    difference('calls', theirs.request.operation, operation) ??
    formDifference(formOfBotoParams(theirs.request.params, names), formOfParams(params, names))
  );
}

export function collectionFault(
  scene: Scene,
  { ours, names }: Side,
  name: string,
  theirs: Required<BotoAction>,
): string | undefined {
  const rule = ours?.collections?.[name];
  if (!rule) return `is missing: ${theirs.request.operation}`;
  const target = kindName(scene.ours, theirs.resource.type);
  const item = rule.items.find(({ kind }) => kind === target);
  return (
    difference('calls', theirs.request.operation, rule.operation) ??
    formDifference(
      formOfBotoParams(theirs.request.params, names),
      formOfParams(rule.params, names),
    ) ??
    resultFault(scene, fromRequest(theirs), item, names, 'response')
  );
}

/** An identifier taken from the request is taken from what the request takes. */
function fromRequest({ request, resource }: Required<BotoAction>): BotoTarget {
  const identifiers = (resource.identifiers ?? []).map((one) => {
    const given = request.params?.find(({ target }) => target === one.path);
    return one.source === 'requestParameter' && given ? { ...given, target: one.target } : one;
  });
  return { ...resource, identifiers };
}

export function hasFault(
  scene: Scene,
  { ours, names }: Side,
  name: string,
  theirs: BotoTarget,
): string | undefined {
  const has = ours && 'has' in ours ? ours.has : undefined;
  const rule = has?.[name];
  return rule
    ? resultFault(scene, theirs, rule, names, 'data')
    : `is missing: ${theirs.type}, ${describeForm(formOfTarget(scene, theirs, names))}`;
}

export function waiterFault(
  { ours, names }: Side,
  name: string,
  theirs: BotoWaiter,
): string | undefined {
  const waiters = ours && 'waiters' in ours ? ours.waiters : undefined;
  const rule = waiters?.[name];
  if (!rule) return `is missing: ${theirs.waiterName}`;
  return (
    difference('waits for', theirs.waiterName, rule.waiter) ??
    formDifference(formOfBotoParams(theirs.params, names), formOfParams(rule.params, names))
  );
}

/** `rule` names resources in an answer, or in the attributes of a resource. */
function resultFault(
  scene: Scene,
  theirs: BotoTarget,
  rule: HasRule | undefined,
  names: Names,
  document: 'response' | 'data',
): string | undefined {
  if (!rule) return `gives no ${theirs.type}`;
  const { kind: target = '' } = rule;
  const own = target.startsWith(`${scene.ours.service}.`) ? (target.split('.')[1] ?? '') : target;
  const identifiers = scene.ours.kinds[own]?.identifiers ?? [];
  const form =
    'member' in rule ? formOfLink(rule, identifiers, names) : formOfResult(rule, document, names);
  const path = 'member' in rule ? undefined : rule.path;
  return (
    difference('gives', kindName(scene.ours, theirs.type) ?? theirs.type, own) ??
    formDifference(formOfTarget(scene, theirs, names), form) ??
    (theirs.path !== undefined && !('member' in rule)
      ? difference(
          'reads',
          formOfPath(theirs.path),
          path === undefined ? 'nothing' : formOfPath(path),
        )
      : undefined)
  );
}

function formOfTarget(scene: Scene, theirs: BotoTarget, names: Names): Form {
  const described = scene.theirs.resources[theirs.type];
  const kind = scene.ours.kinds[kindName(scene.ours, theirs.type) ?? ''];
  const targets = described && kind ? namesOf(described, kind) : noNames;
  return formOfBotoTarget(theirs.identifiers, names, targets);
}

/** Whoever calls it by boto3's name gives what AWS requires, and need not give more. */
function askedFault(model: Service, rule: ActionRule): string | undefined {
  const input = model.operations[rule.operation]?.input?.shape;
  const shape = input === undefined ? undefined : model.shapes[input];
  const required = shape?.type === 'structure' ? (shape.required ?? []) : [];
  const further = askedIn(rule.params).filter((name) => !required.includes(name));
  return further.length === 0
    ? undefined
    : `requires ${further.join(', ')}, which ${rule.operation} does not`;
}

function difference(verb: string, theirs: string, ours: string): string | undefined {
  return theirs === ours ? undefined : `${verb} ${ours}, not ${theirs}`;
}

function formDifference(theirs: Form, ours: Form): string | undefined {
  const isSame =
    theirs.size === ours.size && [...theirs].every(([at, from]) => ours.get(at) === from);
  return isSame ? undefined : `takes ${describeForm(ours)}, not ${describeForm(theirs)}`;
}
