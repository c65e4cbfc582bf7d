// From any ARN, address or id to the resource it names. Pure: it tells what the text says, not whether the thing exists.

import {
  type Candidate,
  type KnownFacts,
  type Location,
  locationOf,
  readArn,
} from './arnReading.ts';
import type { ServiceKinds } from './kind.ts';
import { readUrl } from './urlReading.ts';

export type { KnownFacts, Location } from './arnReading.ts';

/**
 * The kind and identifiers that a text names, such as a pasted ARN, `s3://bucket/key`, the address of a console's page, or
 * `i-0abc...`; `undefined` for what no declared kind knows. `known` helps where a text does not tell its account or region.
 */
export function locate(
  text: string,
  services: readonly ServiceKinds[],
  known: KnownFacts = {},
): Location | undefined {
  return locateAll(text, services, known)[0];
}

/** All that it may name, the best guess first: the one whose template says the most of the text. */
export function locateAll(
  text: string,
  services: readonly ServiceKinds[],
  known: KnownFacts = {},
): readonly Location[] {
  const trimmed = text.trim();
  const read = readerOf(trimmed, known);
  const candidates = services.flatMap((kinds) => read(kinds));
  return candidates
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ location }) => location);
}

function readerOf(text: string, known: KnownFacts): (kinds: ServiceKinds) => readonly Candidate[] {
  if (text.startsWith('arn:')) return (kinds) => readArn(kinds, text);
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return (kinds) => readUrl(kinds, text, known);
  return (kinds) => readId(kinds, text, known);
}

const idPatterns = new WeakMap<ServiceKinds, readonly (readonly [string, RegExp])[]>();

/** Kinds with one identifier whose ids no other kind has. */
function readId(kinds: ServiceKinds, text: string, known: KnownFacts): readonly Candidate[] {
  const patterns = idPatterns.get(kinds) ?? compileIds(kinds);
  idPatterns.set(kinds, patterns);
  return patterns.flatMap(([name, pattern]) => {
    const { identifiers = [] } = kinds.kinds[name] ?? {};
    const [only] = identifiers;
    if (only === undefined || identifiers.length > 1 || !pattern.test(text)) return [];
    const location = locationOf(kinds, name, { [only]: text }, known);
    return [{ location, weight: pattern.source.length }];
  });
}

function compileIds({ kinds }: ServiceKinds): readonly (readonly [string, RegExp])[] {
  return Object.entries(kinds).flatMap(([name, { idPattern }]) =>
    idPattern === undefined ? [] : [[name, new RegExp(idPattern)] as const],
  );
}
