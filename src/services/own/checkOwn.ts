// Holds what a person declares to the schema and to the models, and tells of each fault where it stands.

import { KindError, UnknownServiceError } from '../../core/errors.ts';
import type { Service } from '../../core/models/model.ts';
import { isReading } from '../../core/readOnly.ts';
import type { ActionRule, ServiceKinds } from '../../core/resources/kind.ts';
import { type DeclarationFault, findFaults, formatFault } from '../check/check.ts';
import { destroysByName, isDestroying } from '../destroying.ts';
import { mergeKinds, type OwnKinds } from './mergeKinds.ts';
import { type Schema, schema } from './schema.ts';
import { type Path, type ValueFault, validate } from './validate.ts';

export interface OwnContext {
  /** What is declared so far. */
  readonly declared: readonly ServiceKinds[];
  /** What is known of the service without this definition. */
  readonly readBase: (service: string) => Promise<ServiceKinds>;
  readonly readModel: (service: string) => Promise<Service>;
}

/** One definition, alone good or faulty. */
export type CheckedOwn =
  | { readonly kinds: ServiceKinds; readonly faults: readonly [] }
  | { readonly kinds?: undefined; readonly faults: readonly ValueFault[] };

export async function checkOwn(value: unknown, context: OwnContext): Promise<CheckedOwn> {
  const { definitions } = schema;
  const malformed = validate(value, { $ref: '#/definitions/service' }, definitions);
  if (malformed.length > 0) return { faults: malformed };
  const own = value as OwnKinds;
  const models = new Map<string, Service>();
  for (const { service, path } of servicesIn(own)) {
    try {
      models.set(service, await context.readModel(service));
    } catch (error) {
      if (!(error instanceof UnknownServiceError)) throw error;
      return { faults: [{ path, message: error.message }] };
    }
  }
  const kinds = mergeKinds(await context.readBase(own.service), own);
  const faults = [
    ...declarationFaults(own, kinds, context, models),
    ...rashActions(own, context.declared),
  ];
  return faults.length > 0 ? { faults } : { kinds, faults: [] };
}

/** A text that cannot be read at all stops the check of all others. */
function declarationFaults(...args: Parameters<typeof faultsOf>): readonly ValueFault[] {
  try {
    return faultsOf(...args);
  } catch (error) {
    if (!(error instanceof KindError)) throw error;
    return [{ path: quotedIn(args[0], error.message), message: error.message }];
  }
}

function faultsOf(
  own: OwnKinds,
  kinds: ServiceKinds,
  { declared }: OwnContext,
  models: ReadonlyMap<string, Service>,
): readonly ValueFault[] {
  const others = declared.filter(({ service }) => service !== own.service);
  const services = [...others, kinds];
  return findFaults({ services, models }, kinds).flatMap((fault) => {
    const path = pathOf(fault);
    const part = valueAt(own, path);
    if (part === undefined) return [];
    return [{ path: [...path, ...mentionedIn(part, fault.text)], message: formatFault(fault) }];
  });
}

/** Every service it names, with the place of its first mention. */
function servicesIn(own: OwnKinds): readonly { service: string; path: Path }[] {
  const found = new Map<string, Path>();
  walk(own, [], (value, path) => {
    if (path.at(-1) === 'service' && typeof value === 'string' && !found.has(value)) {
      found.set(value, path);
    }
  });
  return [...found].map(([service, path]) => ({ service, path }));
}

/** Where a fault stands in a declaration. */
function pathOf({ kind, place }: DeclarationFault): Path {
  const [word = '', name] = place.split(' ');
  const inner = name === undefined ? (word === '' || word === 'service' ? [] : [word]) : [];
  const list = lists[word];
  const part = list !== undefined && name !== undefined ? [list, name] : inner;
  return kind === undefined ? part : ['kinds', kind, ...part];
}

const lists: Readonly<Record<string, string>> = {
  collection: 'collections',
  action: 'actions',
  waiter: 'waiters',
  has: 'has',
  alias: 'aliases',
};

/** The text or name in it that the fault speaks of last, which is the one that is wrong. */
function mentionedIn(part: unknown, fault: string): Path {
  let best: { path: Path; at: number } = { path: [], at: -1 };
  walk(part, [], (value, path) => {
    for (const name of [value, path.at(-1)]) {
      if (typeof name !== 'string' || schemaWords.has(name)) continue;
      const at = lastMention(name, fault);
      if (at > best.at) best = { path, at };
    }
  });
  return best.path;
}

const schemaWords: ReadonlySet<string> = new Set(
  Object.values<Schema>(schema.definitions).flatMap(({ properties = {} }) =>
    Object.keys(properties),
  ),
);

function lastMention(name: string, fault: string): number {
  const words = new RegExp(`(?<!\\w)${name.replaceAll(/[^\w]/g, '\\$&')}(?!\\w)`, 'g');
  return [...fault.matchAll(words)].at(-1)?.index ?? -1;
}

/** The text in it that has what the message quotes. */
function quotedIn(part: unknown, message: string): Path {
  const quoted = /"([^"]+)"/.exec(message)?.[1];
  let found: Path = [];
  walk(part, [], (value, path) => {
    if (quoted !== undefined && typeof value === 'string' && value.includes(quoted)) found = path;
  });
  return found;
}

/** What changes something may not pass for reading, nor what destroys for good for less: it is asked about before it is done. */
function rashActions(own: OwnKinds, declared: readonly ServiceKinds[]): readonly ValueFault[] {
  const owners: readonly (readonly [Path, Readonly<Record<string, ActionRule>> | undefined])[] = [
    [['actions'], own.actions],
    ...Object.entries(own.kinds ?? {}).map(
      ([name, kind]) => [['kinds', name, 'actions'], kind.actions] as const,
    ),
  ];
  return owners.flatMap(([path, actions = {}]) =>
    Object.entries(actions).flatMap(([name, rule]) => {
      const { service = own.service, operation, batch } = rule;
      const operations =
        batch?.operation === undefined ? [operation] : [operation, batch.operation];
      return operations.flatMap((one) => {
        const message = rashness(declared, service, one, rule.risk);
        return message === undefined ? [] : [{ path: [...path, name, 'risk'], message }];
      });
    }),
  );
}

function rashness(
  declared: readonly ServiceKinds[],
  service: string,
  operation: string,
  risk: ActionRule['risk'],
): string | undefined {
  if (risk !== 'X' && isDestroying(declared, service, operation)) {
    return `${operation} destroys for good, so its risk is X.`;
  }
  if (!['D', 'X'].includes(risk) && destroysByName(operation)) {
    return `${operation} takes something away, so its risk is D or X.`;
  }
  if (risk === 'R' && !isReading(service, operation)) {
    return `${operation} is not known to only read, so its risk is S, W, D or X.`;
  }
  return undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? (found as Readonly<Record<string | number, unknown>>)[name]
        : undefined,
    value,
  );
}

function walk(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  visit(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    walk(member, [...path, Array.isArray(value) ? Number(name) : name], visit);
  }
}
