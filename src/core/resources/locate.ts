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
  const candidates = services.flatMap((kinds) =>
    read(kinds).map(({ location, weight }) => ({
      location,
      weight: hasOwnId(kinds, location) ? weight + 0.5 : weight,
    })),
  );
  return candidates
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ location }) => location);
}

/** Of kinds that share a page of the console, the one whose ids look like this. */
function hasOwnId(kinds: ServiceKinds, { kind, identifiers }: Location): boolean {
  const pattern = patternsOf(kinds).find(([name]) => name === kind)?.[1];
  const [only = ''] = Object.values(identifiers);
  return pattern?.test(only) ?? false;
}

function readerOf(text: string, known: KnownFacts): (kinds: ServiceKinds) => readonly Candidate[] {
  if (text.startsWith('arn:')) return (kinds) => readArn(kinds, text);
  if (!text.includes('/')) return (kinds) => readId(kinds, text, known);
  return (kinds) => {
    // An address tells more than that it looks like an id, as the URL of a queue does.
    const addresses = readUrl(kinds, text, known);
    return addresses.length > 0 ? addresses : readId(kinds, text, known);
  };
}

const idPatterns = new WeakMap<ServiceKinds, readonly (readonly [string, RegExp])[]>();

/** Kinds with one identifier whose ids no other kind has. */
function readId(kinds: ServiceKinds, text: string, known: KnownFacts): readonly Candidate[] {
  return patternsOf(kinds).flatMap(([name, pattern]) => {
    const [only] = kinds.kinds[name]?.identifiers ?? [];
    if (only === undefined || !pattern.test(text)) return [];
    const location = locationOf(kinds, name, { [only]: text }, known);
    return [{ location, weight: pattern.source.length }];
  });
}

function patternsOf(service: ServiceKinds): readonly (readonly [string, RegExp])[] {
  const known = idPatterns.get(service);
  if (known) return known;
  const compiled = Object.entries(service.kinds).flatMap(([name, { idPattern, identifiers }]) =>
    idPattern === undefined || identifiers.length !== 1
      ? []
      : [[name, new RegExp(idPattern)] as const],
  );
  idPatterns.set(service, compiled);
  return compiled;
}
