// The catalogue's index made ready for search, once: lower-cased names, the words of a service, and how likely each
// operation is to be the one meant when the typed words do not decide.

import { type Name, prepareName } from './matchName.ts';
import type { ServiceSummary } from './model.ts';
import { popularOperations, popularServices } from './searchNames.ts';

export interface SearchIndex {
  readonly services: readonly SearchService[];
  /** Every different operation name once; hundreds of services have a `TagResource`. */
  readonly names: readonly Name[];
}

export interface SearchService {
  readonly summary: ServiceSummary;
  /** What means exactly this service: its id and sdk id without separators. */
  readonly ids: readonly string[];
  /** The words of id and title. */
  readonly words: readonly string[];
  /** 0 to 10. */
  readonly popularity: number;
  readonly operations: readonly SearchOperation[];
}

export interface SearchOperation {
  readonly operation: string;
  /** Its place in `names`. */
  readonly name: number;
  /** 0 to 16: what people run most, reading before changing, the service's main things before its side issues. */
  readonly weight: number;
}

interface OperationName {
  readonly name: Name;
  /** The words after the verb, in the singular (`ListFunctions` -> `function`), as numbers of their own. */
  readonly nouns: readonly number[];
  readonly verbWeight: number;
}

/** Pauses between small pieces of the work, so that it can be done a little at a time. */
export function* buildSearchIndex(
  index: readonly ServiceSummary[],
): Generator<undefined, SearchIndex> {
  const numbers = new Map<string, number>();
  const nouns = new Map<string, number>();
  const names: OperationName[] = [];
  for (const { operations } of index) {
    for (const operation of operations) {
      if (!numbers.has(operation)) {
        numbers.set(operation, names.length);
        names.push(prepareOperationName(operation, nouns));
      }
    }
    yield;
  }
  const services: SearchService[] = [];
  const uses = new Uint16Array(nouns.size);
  for (const summary of index) {
    services.push(prepareService(summary, { names, numbers, uses }));
    yield;
  }
  return { names: names.map(({ name }) => name), services };
}

function prepareOperationName(operation: string, known: Map<string, number>): OperationName {
  const name = prepareName(operation);
  const { lower, starts } = name;
  const nouns: number[] = [];
  for (let i = 1; i < starts.length; i++) {
    const end = starts[i + 1] ?? lower.length;
    const noun = lower.slice(starts[i], lower[end - 1] === 's' ? end - 1 : end);
    const number = known.get(noun) ?? known.size;
    known.set(noun, number);
    nouns.push(number);
  }
  return { name, nouns, verbWeight: verbWeights.get(lower.slice(0, starts[1])) ?? 2 };
}

const verbWeights: ReadonlyMap<string, number> = new Map([
  ['list', 5],
  ['describe', 5],
  ['get', 4],
  ['query', 4],
  ['scan', 4],
  ['search', 4],
  ['select', 4],
  ['delete', 0],
  ['remove', 0],
  ['terminate', 0],
  ['deregister', 0],
  ['disassociate', 0],
  ['untag', 0],
  ['purge', 0],
]);

const fillWords = new Set(['amazon', 'aws', 'service', 'services', 'for', 'and', 'of', 'api']);

interface Known {
  readonly names: readonly OperationName[];
  readonly numbers: ReadonlyMap<string, number>;
  /** How often a service uses each noun; room for one service after the other. */
  readonly uses: Uint16Array;
}

function prepareService(summary: ServiceSummary, known: Known): SearchService {
  const { id, sdkId, title } = summary;
  const words = `${id} ${sdkId} ${title}`.toLowerCase().split(/[^a-z0-9]+/);
  const rank = popularServices.indexOf(id);
  return {
    summary,
    ids: [...new Set([id, id.replaceAll('-', ''), sdkId.toLowerCase().replace(/[^a-z0-9]/g, '')])],
    words: [...new Set(words)].filter((word) => word && !fillWords.has(word)),
    popularity: rank < 0 ? 0 : 10 * (1 - rank / popularServices.length),
    operations: weighOperations(summary, known),
  };
}

function weighOperations(
  { id, operations }: ServiceSummary,
  { names, numbers, uses }: Known,
): SearchOperation[] {
  const popular = popularOperations[id];
  const used = operations.map((operation) => numbers.get(operation) ?? 0);
  uses.fill(0);
  let most = 1;
  for (const name of used) {
    for (const noun of names[name]?.nouns ?? []) {
      const count = (uses[noun] ?? 0) + 1;
      uses[noun] = count;
      most = Math.max(most, count);
    }
  }
  return operations.map((operation, i) => {
    const name = used[i] ?? 0;
    const { verbWeight = 0, nouns = [] } = names[name] ?? {};
    const place = popular?.indexOf(operation) ?? -1;
    const weight =
      place >= 0 ? 12 + 4 / (place + 1) : verbWeight + 4 * centrality(nouns, uses, most);
    return { operation, name, weight };
  });
}

/** How much an operation is about what most operations of its service are about, 0 to 1. */
function centrality(nouns: readonly number[], uses: Uint16Array, most: number): number {
  if (nouns.length === 0) return 1;
  let sum = 0;
  for (const noun of nouns) sum += (uses[noun] ?? 0) / most;
  return sum / nouns.length;
}
