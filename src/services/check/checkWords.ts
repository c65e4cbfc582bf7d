// The rest of a kind's words: what it leads to, what its actions answer with and do to many, and how it is found again.

import { arnTemplate } from '../../core/resources/arnReading.ts';
import type {
  ActionRule,
  BatchActionRule,
  CollectionRule,
  HasRule,
  Kind,
  LinkRule,
  RequestedRegionRule,
  ResultRule,
  ServiceKinds,
} from '../../core/resources/kind.ts';
import { compilePattern } from '../../core/resources/patterns.ts';
import { follow, type ShapePlace as Place, placeOf } from '../../core/resources/shapes.ts';
import { isSource, type Source, sourcesIn, type Value } from '../../core/resources/sources.ts';
import { fieldsOf } from '../../core/resources/texts.ts';
import {
  checkIdentifiers,
  checkNames,
  checkRequest,
  checkSources,
  checkText,
  type Fault,
  isText,
  type Report,
} from './checkParts.ts';
import { type Declared, findKind, type Scene } from './scene.ts';

export function checkAliases({ aliases = {}, kinds }: ServiceKinds, report: Report): void {
  for (const [alias, name] of Object.entries(aliases)) {
    if (!kinds[name]) report(`alias ${alias}`, `stands for ${name}, which is not declared`);
    if (kinds[alias]) report(`alias ${alias}`, 'is a kind itself');
  }
}

export function checkWords(declared: Declared, kind: Kind, scene: Scene, report: Report): void {
  for (const [name, rule] of Object.entries(kind.has ?? {})) {
    checkHas(declared, rule, scene, (fault) => report(`has ${name}`, fault));
  }
  for (const name of kind.usedBy ?? []) {
    if (!kind.collections?.[name]) report('usedBy', `names ${name}, which is no collection of it`);
  }
  checkIdPattern(kind, (fault) => report('idPattern', fault));
  if (kind.arnPattern !== undefined) {
    checkPattern(kind.arnPattern, scene, (fault) => report('arnPattern', fault));
    if (!/^arn:([^:]*:){4}./.test(kind.arnPattern))
      report('arnPattern', 'is no template of an ARN');
  }
  for (const url of kind.urls ?? []) {
    const names = checkPattern(url, scene, (fault) => report('urls', fault));
    if (!/^[^/ ]+\/./.test(url)) report('urls', `has ${url}, which is no address`);
    for (const name of kind.identifiers) {
      if (!names.includes(name)) report('urls', `has ${url}, which does not tell ${name}`);
    }
  }
}

export function checkScope({ scope }: Pick<Kind | CollectionRule, 'scope'>, fault: Fault): void {
  if (typeof scope === 'object' && !scope.global.aws) fault('has a scope without a region');
}

/** What an action's answer names, and how it is done for many. */
export function checkActionWords(
  declared: Declared,
  rule: ActionRule,
  output: Place | undefined,
  scene: Scene,
  fault: Fault,
): void {
  if (rule.region) checkRequestedRegion(declared, rule, rule.region, scene, fault);
  if (rule.result) checkResult(declared, rule.result, { rule, output }, scene, fault);
  checkFailures(rule.failures, output, fault);
  if (rule.batch) checkBatch(declared, rule, rule.batch, scene, fault);
}

function checkRequestedRegion(
  declared: Declared,
  rule: ActionRule,
  { path }: RequestedRegionRule,
  scene: Scene,
  fault: Fault,
): void {
  const model = declared.models.get(rule.service ?? scene.service);
  const input = model && placeOf(model, model.operations[rule.operation]?.input?.shape);
  if (input && !follow(input, path)) fault(`has no ${path}`);
  if (rule.batch) fault('has a region for each call, and is done to many at once');
}

function checkHas(declared: Declared, rule: HasRule, scene: Scene, fault: Fault): void {
  if ('member' in rule) checkLink(declared, rule, scene, fault);
  else checkNamed(declared, rule, scene.attributes, scene, fault);
}

/** Identifiers before the last have to be given, unless the member may be an ARN that tells them all. */
function checkLink(declared: Declared, rule: LinkRule, scene: Scene, fault: Fault): void {
  checkText(rule.member, scene, fault);
  const places = scene.attributes.flatMap((place) => follow(place, rule.member) ?? []);
  if (places.length > 0 && !places.some(isText)) fault(`has ${rule.member}, which is no text`);
  if (rule.kind === undefined) return;
  const kind = findKind(declared, scene.service, rule.kind);
  if (!kind) {
    fault(`leads to the kind ${rule.kind}, which is not declared`);
    return;
  }
  const given = Object.keys(rule.identifiers ?? {});
  checkNames(given, { kindName: rule.kind, kind }, fault);
  checkSources(Object.values(rule.identifiers ?? {}).flatMap(sourcesIn), scene, fault);
  const missing = kind.identifiers.slice(0, -1).filter((name) => !given.includes(name));
  if (missing.length > 0 && arnTemplate(kind) === undefined) {
    fault(`gives no ${missing.join(', ')} to ${rule.kind}`);
  }
}

function checkNamed(
  declared: Declared,
  rule: ResultRule,
  documents: readonly Place[],
  scene: Scene,
  fault: Fault,
): void {
  const { kind: kindName, path = '@', identifiers } = rule;
  const kind = findKind(declared, scene.service, kindName);
  const items = documents.flatMap((place) => follow(place, path) ?? []);
  if (!kind) fault(`names the kind ${kindName}, which is not declared`);
  else if (items.length === 0 && path !== '@') fault(`has no ${path}`);
  else checkIdentifiers({ kindName, kind, identifiers, items, path }, scene, fault);
}

function checkResult(
  declared: Declared,
  result: ResultRule,
  { rule, output }: { readonly rule: ActionRule; readonly output: Place | undefined },
  scene: Scene,
  fault: Fault,
): void {
  checkNamed(declared, result, output ? [output] : [], scene, fault);
  const model = declared.models.get(rule.service ?? scene.service);
  const input = model && placeOf(model, model.operations[rule.operation]?.input?.shape);
  const sources = Object.values(result.identifiers).filter((from) => typeof from !== 'string');
  for (const path of sources.flatMap(sourcesIn).flatMap(requestPath)) {
    if (!input || !follow(input, path)) fault(`reads ${path}, which no request has`);
  }
}

function requestPath(source: Source): readonly string[] {
  return source.from === 'request' ? [source.path] : [];
}

function checkBatch(
  declared: Declared,
  rule: ActionRule,
  { size, operation, params, failures }: BatchActionRule,
  scene: Scene,
  fault: Fault,
): void {
  if (operation !== undefined && params === undefined)
    fault('has another operation for many, and not its parameters');
  const request = {
    ...rule,
    operation: operation ?? rule.operation,
    params: params ?? rule.params ?? {},
  };
  const output = checkRequest(declared, request, scene, fault);
  if (size > 1 && !hasJoinedList(request.params)) fault('has no list that could name many');
  checkFailures(failures, output, fault);
}

function checkFailures(path: string | undefined, output: Place | undefined, fault: Fault): void {
  if (path === undefined || !output) return;
  const found = follow(output, path);
  const isMany = path.includes('[]') || ['list', 'map'].includes(found?.shape.type ?? '');
  if (!found || !isMany) fault(`has no failures ${path}`);
}

function hasJoinedList(value: Value): boolean {
  if (Array.isArray(value)) return sourcesIn(value).length > 0;
  if (typeof value !== 'object' || value === null || isSource(value)) return false;
  return Object.values(value as Readonly<Record<string, Value>>).some(hasJoinedList);
}

function checkIdPattern({ idPattern, identifiers }: Kind, fault: Fault): void {
  if (idPattern === undefined) return;
  if (identifiers.length !== 1) fault('is for kinds with one identifier');
  if (!/^\^.*\$$/s.test(idPattern)) fault('has to begin with ^ and to end with $');
  if (!isRegExp(idPattern)) fault('is no regular expression');
}

function isRegExp(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

const facts = ['partition', 'region', 'account', 'dns', '*'];

/** The names of its fields. */
function checkPattern(template: string, scene: Scene, fault: Fault): readonly string[] {
  compilePattern(template);
  const names = fieldsOf(template).map(({ name }) => name);
  for (const name of names.filter((one) => !facts.includes(one))) checkText(name, scene, fault);
  return names;
}
