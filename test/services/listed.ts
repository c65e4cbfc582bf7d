// What reading a collection of a declared service asks AWS for, and what it makes of the answer.

import type { Document } from '../../src/core/protocols/protocol.ts';
import type { Collection } from '../../src/core/resources/collection.ts';
import type { Resource } from '../../src/core/resources/resource.ts';
import type { ServiceResource } from '../../src/core/resources/serviceResource.ts';
import { serviceResource } from '../../src/services/registry.ts';
import {
  type Answers,
  type RecordedOptions,
  recordSession,
} from '../core/resources/recordedSession.ts';

export interface Listed {
  readonly items: readonly Resource[];
  /** `service.Operation(region) {"input":1}`, in order; grows with what is asked of the items. */
  readonly calls: readonly string[];
}

/** Reads the first page. */
export async function list(
  service: string,
  collectionOf: (service: ServiceResource) => Collection,
  answers: Answers,
  options: RecordedOptions = {},
): Promise<Listed> {
  const { session, calls } = recordSession(answers, options);
  const { items } = await collectionOf(await serviceResource(session, service)).page();
  return { items, calls };
}

/** Answers that list this many of something by names. */
export function names(count: number, prefix = 'n'): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at}`);
}

/** How many each call described: the length of the list `param` of its input. */
export function batches(calls: readonly string[], operation: string, param: string): number[] {
  const inputs = calls.flatMap((call): Document[] => {
    const [name = '', input = '{}'] = call.split(/\([^)]*\) /);
    return name === operation ? [JSON.parse(input)] : [];
  });
  return inputs.map((input) => (input[param] as readonly unknown[]).length);
}
