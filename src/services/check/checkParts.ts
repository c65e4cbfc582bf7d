// What all parts of a declaration are held to: their operations, parameters, sources, texts and identifiers.

import type { Kind, RequestRule } from '../../core/resources/kind.ts';
import { follow, type ShapePlace as Place, placeOf } from '../../core/resources/shapes.ts';
import { type Params, type Source, sourcesIn } from '../../core/resources/sources.ts';
import { fieldsOf } from '../../core/resources/texts.ts';
import { checkParams } from './params.ts';
import type { Declared, Scene } from './scene.ts';

/** Tells of a fault in one part of a kind, such as `load`. */
export type Report = (place: string, fault: string) => void;

/** Tells of a fault where the part is known. */
export type Fault = (text: string) => void;

const facts = ['partition', 'region', 'account', 'c'];

/** Checks the operation and its parameters; gives the place of its output. */
export function checkRequest(
  declared: Declared,
  rule: RequestRule,
  scene: Scene,
  fault: Fault,
): Place | undefined {
  const id = rule.service ?? scene.service;
  const model = declared.models.get(id);
  const operation = model?.operations[rule.operation];
  if (!model || !operation) {
    fault(`calls ${id}.${rule.operation}, which does not exist`);
    return undefined;
  }
  const params: Params = rule.params ?? {};
  const say = (text: string) => fault(`calls ${id}.${rule.operation}, which ${text}`);
  for (const text of checkParams(placeOf(model, operation.input?.shape), params)) say(text);
  checkSources(sourcesIn(params), scene, fault);
  return placeOf(model, operation.output?.shape);
}

export function checkSources(sources: readonly Source[], scene: Scene, fault: Fault): void {
  for (const source of sources) {
    if (source.from === 'identifier' && !scene.identifiers.includes(source.name)) {
      fault(`takes the identifier ${source.name}, which does not exist`);
    }
    if (source.from === 'data') checkText(source.path, scene, fault);
    if (source.from === 'text') for (const text of source.of) checkText(text, scene, fault);
  }
}

export function checkText(text: string, scene: Scene, fault: Fault): void {
  for (const { name } of fieldsOf(text)) {
    const isOther = scene.identifiers.includes(name) || name.startsWith('tag:');
    if (isOther || (text.includes('{') && facts.includes(name))) continue;
    if (scene.added.some((member) => name.startsWith(`${member}[`))) continue;
    if (!scene.attributes.some((place) => follow(place, name))) {
      fault(`reads ${name}, which no listing and no description gives`);
    }
  }
}

/** What gives the identifiers of a kind: all of them, from texts of an item or from sources. */
export interface Given {
  readonly kindName: string;
  readonly kind: Kind;
  readonly identifiers: Readonly<Record<string, string | Source>>;
  /** The shapes an item may have, and the path to it. */
  readonly items: readonly Place[];
  readonly path: string;
}

export function checkIdentifiers(given: Given, scene: Scene, fault: Fault): void {
  const { kindName, kind, identifiers, items, path } = given;
  const names = Object.keys(identifiers);
  for (const name of kind.identifiers) {
    if (!names.includes(name)) fault(`gives no ${name} to ${kindName}`);
  }
  checkNames(names, given, fault);
  for (const from of Object.values(identifiers)) {
    if (typeof from !== 'string') checkSources(sourcesIn(from), scene, fault);
    else if (
      !fieldsOf(from).every(({ name }) => items.some((item) => isText(follow(item, name))))
    ) {
      fault(`takes an identifier from ${from}, which is no text of ${path}`);
    }
  }
}

export function checkNames(
  names: readonly string[],
  { kindName, kind }: Pick<Given, 'kindName' | 'kind'>,
  fault: Fault,
): void {
  for (const name of names) {
    if (!kind.identifiers.includes(name)) fault(`gives ${kindName} a ${name}, which it lacks`);
  }
}

/** A text, a number, or a list of them, which names several. */
export function isText(place: Place | undefined): boolean {
  if (place?.shape.type === 'list') return isText(placeOf(place.service, place.shape.member.shape));
  return ['string', 'integer', 'long'].includes(place?.shape.type ?? '');
}
