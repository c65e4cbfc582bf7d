// Holds declarations to the catalogue: every operation, member, path, identifier, parameter and icon they name. Gives all
// faults at once, each with its service, kind and place.

import { compileKind } from '../../core/resources/compiledKind.ts';
import type {
  CollectionRule,
  IconRule,
  ItemRule,
  Kind,
  LoadRule,
  ServiceKinds,
} from '../../core/resources/kind.ts';
import { follow, type ShapePlace as Place } from '../../core/resources/shapes.ts';
import { sourcesIn } from '../../core/resources/sources.ts';
import {
  checkIdentifiers,
  checkNames,
  checkRequest,
  checkText,
  type Report,
} from './checkParts.ts';
import { checkActionWords, checkAliases, checkScope, checkWords } from './checkWords.ts';
import { codicons } from './codicons.ts';
import { type Declared, findKind, isReached, type Scene, sceneOf } from './scene.ts';

/** Errors that no model lists with its operations. */
const commonErrors = ['ValidationError'];

/** Something wrong in the declaration of a service. */
export interface DeclarationFault {
  readonly service: string;
  /** Absent where it is in what the service lists or does without a resource. */
  readonly kind?: string | undefined;
  /** The part: `collection Buckets`, `load`; empty for a kind as a whole. */
  readonly place: string;
  /** Goes on after the place: `has no list Buckets[]`. */
  readonly text: string;
}

/** One sentence for each fault. */
export function checkDeclarations(declared: Declared): readonly string[] {
  return declared.services.flatMap((kinds) => findFaults(declared, kinds)).map(formatFault);
}

export function formatFault({ service, kind, place, text }: DeclarationFault): string {
  return `${[service, kind, place, text].filter(Boolean).join(' ')}.`;
}

/** What is wrong with one of the declared services. */
export function findFaults(declared: Declared, kinds: ServiceKinds): readonly DeclarationFault[] {
  const faults: DeclarationFault[] = [];
  checkService(declared, kinds, faults);
  return faults;
}

function checkService(declared: Declared, kinds: ServiceKinds, faults: DeclarationFault[]): void {
  const { service } = kinds;
  const report: Report = (place, text) => faults.push({ service, place, text });
  if (!declared.models.has(service)) report('service', 'is not in the catalogue');
  const scene: Scene = { service, identifiers: [], attributes: [], added: [] };
  checkIcon(kinds.icon, scene, (fault) => report('service', fault));
  checkOwner(declared, kinds, scene, report);
  checkAliases(kinds, report);
  for (const [name, kind] of Object.entries(kinds.kinds)) {
    const inKind: Report = (place, text) => faults.push({ service, kind: name, place, text });
    checkKind(declared, kind, sceneOf(declared, service, name, kind), inKind);
    if (!isReached(declared, service, name, kind)) inKind('', 'is reached from nowhere');
  }
}

function checkKind(declared: Declared, kind: Kind, scene: Scene, report: Report): void {
  compileKind(kind);
  checkIcon(kind.icon, scene, (fault) => report('icon', fault));
  const texts = { ...textsOf(kind), ...(kind.region && { region: [kind.region.member ?? '@'] }) };
  for (const [place, all] of Object.entries(texts)) {
    for (const text of all) checkText(text, scene, (fault) => report(place, fault));
  }
  checkOwner(declared, kind, scene, report);
  checkWords(declared, kind, scene, report);
  checkScope(kind, (fault) => report('scope', fault));
  if (kind.load) checkLoad(declared, kind.load, scene, report);
  if (kind.region) {
    const output = checkRequest(declared, kind.region, scene, (fault) => report('region', fault));
    if (output && !follow(output, kind.region.path)) report('region', `has no ${kind.region.path}`);
  }
  for (const [name, { waiter, params }] of Object.entries(kind.waiters ?? {})) {
    const model = declared.models.get(scene.service)?.waiters[waiter];
    const fault = (text: string) => report(`waiter ${name}`, text);
    if (model) checkRequest(declared, { operation: model.operation, params }, scene, fault);
    else fault(`names the waiter ${waiter}, which does not exist`);
  }
}

function textsOf(kind: Kind): Readonly<Record<string, readonly string[]>> {
  return {
    id: kind.id ? [kind.id] : [],
    label: kind.label ?? [],
    state: kind.state ? [kind.state] : [],
    description: kind.description ?? [],
    columns: (kind.columns ?? []).map(([, text]) => text),
    arn: kind.arn ? [kind.arn] : [],
    consoleUrl: kind.consoleUrl ? [kind.consoleUrl] : [],
    distinguishedBy: kind.distinguishedBy ?? [],
  };
}

function checkOwner(
  declared: Declared,
  owner: Pick<Kind, 'collections' | 'actions'>,
  scene: Scene,
  report: Report,
): void {
  for (const [name, rule] of Object.entries(owner.collections ?? {})) {
    checkCollection(declared, rule, scene, (fault) => report(`collection ${name}`, fault));
  }
  for (const [name, rule] of Object.entries(owner.actions ?? {})) {
    const fault = (text: string) => report(`action ${name}`, text);
    const output = checkRequest(declared, rule, scene, fault);
    checkActionWords(declared, rule, output, scene, fault);
  }
}

function checkCollection(
  declared: Declared,
  rule: CollectionRule,
  scene: Scene,
  fault: (text: string) => void,
): void {
  if (rule.icon) checkIcon(rule.icon, scene, fault);
  checkScope(rule, fault);
  const output = checkRequest(declared, rule, scene, fault);
  const { service = scene.service, operation, pageSize, tokens } = rule;
  const model = declared.models.get(service);
  const paginator = model?.paginators[operation];
  if (pageSize && !paginator?.limit_key) fault('has a page size the operation does not take');
  if (tokens && paginator) fault('has tokens beside a paginator');
  const errors = model?.operations[operation]?.errors?.map(({ shape }) => shape);
  if (rule.emptyOn !== undefined && ![...commonErrors, ...(errors ?? [])].includes(rule.emptyOn)) {
    fault(`expects the error ${rule.emptyOn}, which the operation does not have`);
  }
  if (tokens && output && !follow(output, tokens.output)) fault(`has no token ${tokens.output}`);
  if (output) for (const item of rule.items) checkItem(declared, item, output, scene, fault);
  if (rule.join) checkRequest(declared, rule.join, scene, fault);
}

function checkItem(
  declared: Declared,
  rule: ItemRule,
  output: Place,
  scene: Scene,
  fault: (text: string) => void,
): void {
  const kind = findKind(declared, scene.service, rule.kind);
  const item = follow(output, rule.path);
  if (!kind) fault(`lists the kind ${rule.kind}, which is not declared`);
  else if (!item || !rule.path.endsWith('[]')) fault(`has no list ${rule.path}`);
  else {
    const { kind: kindName, identifiers, path } = rule;
    checkIdentifiers({ kindName, kind, identifiers, items: [item], path }, scene, fault);
    checkNames(Object.keys({ ...rule.except, ...rule.only }), { kindName, kind }, fault);
  }
}

function checkLoad(declared: Declared, rule: LoadRule, scene: Scene, report: Report): void {
  const fault = (text: string) => report('load', text);
  if (sourcesIn(rule.params ?? {}).some(({ from }) => from === 'data' || from === 'input')) {
    fault('needs more than identifiers');
  }
  const output = checkRequest(declared, rule, scene, fault);
  const found = output && follow(output, rule.path ?? '@');
  if (output && !found) fault(`has no ${rule.path}`);
  for (const name of rule.beside ?? []) {
    if (output && !follow(output, name)) fault(`has no ${name}`);
  }
  for (const [identifier, member] of Object.entries(rule.match ?? {})) {
    if (!scene.identifiers.includes(identifier)) fault(`matches ${identifier}, no identifier`);
    if (found && !follow(found, member)) fault(`has no ${rule.path} with ${member}`);
  }
  for (const member of Object.values(rule.listedAs ?? {})) {
    if (found && !follow(found, member)) fault(`has no ${member}`);
  }
  if (rule.more) checkLoad(declared, rule.more, scene, report);
  const { batch } = rule;
  if (!batch || !output) return;
  if (!(batch.param in (rule.params ?? {}))) fault(`has no list ${batch.param} to batch`);
  if (!scene.identifiers.includes(batch.identifier)) fault(`batches ${batch.identifier}`);
  if (!follow(output, `${batch.path}.${batch.member}`)) fault(`has no ${batch.path}`);
}

function checkIcon(icon: IconRule, scene: Scene, fault: (text: string) => void): void {
  const names = typeof icon === 'string' ? [icon] : [...Object.values(icon.values), icon.otherwise];
  for (const name of names) {
    if (!codicons.has(name)) fault(`has no codicon "${name}"`);
    // Themes colour these by themselves, and in the tree a colour tells a state.
    if (name.startsWith('symbol-')) fault(`has "${name}", which has a colour of its own`);
  }
  if (typeof icon !== 'string') checkText(icon.by, scene, fault);
}
