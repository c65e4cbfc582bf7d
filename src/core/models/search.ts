// Finds operations as a person types: `s3 listb`, `ec2 descinst`, `describe instances`, `ddb scan`. Every word of the
// query has to fit the service or the operation; what fits closest, in the best-known service, comes first.

import { setImmediate } from 'node:timers/promises';
import { exact, lettersOf, matchName, type Name } from './matchName.ts';
import type { ServiceSummary } from './model.ts';
import { buildSearchIndex, type SearchIndex, type SearchService } from './searchIndex.ts';
import { serviceAliases } from './searchNames.ts';

export interface OperationMatch {
  readonly service: ServiceSummary;
  readonly operation: string;
  readonly score: number;
}

/**
 * Does beforehand what the first search would have to do, some milliseconds at a time, and lets other work go on in
 * between. A search does not have to wait for it.
 */
export async function prepareSearch(index: readonly ServiceSummary[]): Promise<void> {
  if (searchIndexes.has(index)) {
    return;
  }
  const pieces = buildSearchIndex(index);
  for (;;) {
    const end = performance.now() + sliceMs;
    let piece = pieces.next();
    while (!piece.done && performance.now() < end) {
      piece = pieces.next();
    }
    if (piece.done) {
      searchIndexes.set(index, piece.value);
      return;
    }
    await setImmediate();
  }
}

const sliceMs = 5;

/** The best matches, best first. An empty query gives one operation of each service, the best-known services first. */
export function findOperations(
  index: readonly ServiceSummary[],
  query: string,
  limit = 100,
): OperationMatch[] {
  const { services, names } = searchIndexOf(index);
  const words = splitQuery(query);
  if (words.length === 0) {
    return services.flatMap(pickMainOperation).sort(byScore).slice(0, limit);
  }
  const fits = words.map((word) => fitNames(word, names));
  const best = new BestMatches(limit);
  for (const service of services) {
    addMatches(best, service, words, fits);
  }
  return best.matches;
}

const searchIndexes = new WeakMap<readonly ServiceSummary[], SearchIndex>();

function searchIndexOf(index: readonly ServiceSummary[]): SearchIndex {
  const known = searchIndexes.get(index);
  if (known) {
    return known;
  }
  const pieces = buildSearchIndex(index);
  let piece = pieces.next();
  while (!piece.done) {
    piece = pieces.next();
  }
  searchIndexes.set(index, piece.value);
  return piece.value;
}

/** Also takes what people paste: `s3:ListBuckets`, `aws s3api list-buckets`, `s3.list_buckets`. */
function splitQuery(query: string): string[] {
  const words = query
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.length > 1 && words[0] === 'aws' ? words.slice(1) : words;
}

function fitNames(word: string, names: readonly Name[]): Float32Array {
  const letters = lettersOf(word);
  const fits = new Float32Array(names.length);
  names.forEach((name, i) => {
    fits[i] = matchName(word, letters, name);
  });
  return fits;
}

const coverageWeight = 15;

function addMatches(
  best: BestMatches,
  service: SearchService,
  words: readonly string[],
  fits: readonly Float32Array[],
): void {
  const serviceFits = words.map((word) => fitService(word, service));
  for (const { operation, name, weight } of service.operations) {
    let score = service.popularity + weight;
    let covered = 0;
    for (let i = 0; i < words.length; i++) {
      const operationFit = fits[i]?.[name] ?? 0;
      const fit = Math.max(operationFit, serviceFits[i] ?? 0);
      if (fit === 0) {
        score = 0;
        break;
      }
      score += fit;
      covered += operationFit === fit ? (words[i]?.length ?? 0) : 0;
    }
    if (score > 0) {
      score += coverageWeight * Math.min(1, covered / operation.length);
      best.add(service.summary, operation, score);
    }
  }
}

const aliases = new Map(Object.entries(serviceAliases));

/** 0 when the word does not mean the service; else on the scale of `matchName`. */
function fitService(word: string, { summary, ids, words }: SearchService): number {
  if (ids.includes(word)) {
    return exact;
  }
  const place = aliases.get(word)?.indexOf(summary.id) ?? -1;
  if (place >= 0) {
    return 95 - 5 * place;
  }
  const begun = ids.find((id) => id.startsWith(word));
  if (begun) {
    return 60 + (30 * word.length) / begun.length;
  }
  if (words.includes(word)) {
    return 70;
  }
  return words.some((own) => own.startsWith(word)) ? 45 : 0;
}

function pickMainOperation({ summary, operations, popularity }: SearchService): OperationMatch[] {
  const main = operations.toSorted((a, b) => b.weight - a.weight)[0];
  return main
    ? [{ service: summary, operation: main.operation, score: popularity + main.weight }]
    : [];
}

function byScore(a: OperationMatch, b: OperationMatch): number {
  return b.score - a.score;
}

/** The highest scores seen so far, in order; of equal ones the first seen. */
class BestMatches {
  readonly matches: OperationMatch[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(service: ServiceSummary, operation: string, score: number): void {
    const isFull = this.matches.length >= this.#limit;
    if (isFull && score <= (this.matches.at(-1)?.score ?? 0)) {
      return;
    }
    this.matches.splice(this.#placeOf(score), 0, { service, operation, score });
    if (isFull) {
      this.matches.pop();
    }
  }

  #placeOf(score: number): number {
    let low = 0;
    let high = this.matches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.matches[middle]?.score ?? 0) >= score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
