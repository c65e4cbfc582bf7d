// A service's description in the text of its catalogue file, where each operation, shape, paginator and waiter has a line
// of its own. What is asked for is parsed then, and the rest stays text: a call needs a few of the thousands of shapes,
// and to parse them all takes longer than the call.

import { ModelError } from '../errors.ts';
import type { Service } from './model.ts';

/** Undefined for a text that is laid out in another way, though it may well be JSON of the same content. */
export function openServiceText(id: string, file: string, text: string): Service | undefined {
  const head = '{\n"metadata":';
  const [operations, shapes, paginators, waiters] = blockNames.map((name) => findBlock(text, name));
  const isWhole = text.startsWith(head) && text.endsWith('\n}\n');
  if (!isWhole || !operations || !shapes || !paginators || !waiters) return undefined;
  const source = { file, text };
  const metadata = { start: head.length, end: text.indexOf(',\n', head.length) };
  const errorShapes = once(() => findErrors(text, shapes));
  const service = {
    id,
    metadata: parse(source, metadata) as Service['metadata'],
    operations: parseByLine<Service['operations']>(source, operations),
    shapes: parseByLine<Service['shapes']>(source, shapes),
    paginators: parseByLine<Service['paginators']>(source, paginators),
    waiters: parseByLine<Service['waiters']>(source, waiters),
    get errorShapes() {
      return errorShapes();
    },
  };
  const rules = findRules(text);
  if (!rules) return service;
  const get = once(() => parse(source, rules));
  return Object.defineProperty(service, 'endpointRuleSet', { get, enumerable: true });
}

const blockNames = ['operations', 'shapes', 'paginators', 'waiters'] as const;

interface Source {
  /** For messages. */
  readonly file: string;
  readonly text: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** From the line break behind the opening bracket to the one before the closing bracket. */
function findBlock(text: string, name: string): Span | undefined {
  const opening = `\n"${name}":{`;
  const at = text.indexOf(`${opening}\n`);
  if (at < 0) return text.includes(`${opening}}`) ? { start: 0, end: 0 } : undefined;
  const start = at + opening.length;
  return { start, end: text.indexOf('\n}', start) };
}

/** The last part, with blocks inside. */
function findRules(text: string): Span | undefined {
  const opening = '\n"endpointRuleSet":';
  const at = text.indexOf(`${opening}{\n`);
  return at < 0 ? undefined : { start: at + opening.length, end: text.lastIndexOf('\n}') };
}

/** An object like any other, except that a value is parsed when it is first looked at. */
function parseByLine<Values extends object>(source: Source, block: Span): Values {
  const starts = once(() => findLines(source.text, block));
  const values = new Map<string, unknown>();
  const valueNamed = (name: string) => {
    const known = values.get(name);
    const start = known === undefined ? starts().get(name) : undefined;
    if (start === undefined) return known;
    const value = parse(source, lineFrom(source.text, start));
    values.set(name, value);
    return value;
  };
  return new Proxy<Values>({} as Values, {
    get: (target, name) =>
      (typeof name === 'string' ? valueNamed(name) : undefined) ?? Reflect.get(target, name),
    has: (target, name) => starts().has(name as string) || Reflect.has(target, name),
    ownKeys: () => [...starts().keys()],
    getOwnPropertyDescriptor: (_, name) =>
      typeof name === 'string' && starts().has(name)
        ? { value: valueNamed(name), enumerable: true, configurable: true, writable: false }
        : undefined,
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}

/** Where the value of each line of a block begins. */
function findLines(text: string, { start, end }: Span): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (let at = start; at < end; at = text.indexOf('\n', at + 1)) {
    const nameEnd = text.indexOf('":', at);
    starts.set(text.slice(at + 2, nameEnd), nameEnd + 2);
  }
  return starts;
}

function lineFrom(text: string, start: number): Span {
  const end = text.indexOf('\n', start);
  return { start, end: text[end - 1] === ',' ? end - 1 : end };
}

const errorMark = ',"exception":true';

function findErrors(text: string, { start, end }: Span): readonly string[] {
  const names: string[] = [];
  for (let at = text.indexOf(errorMark, start); at >= 0 && at < end; ) {
    const lineStart = text.lastIndexOf('\n', at);
    names.push(text.slice(lineStart + 2, text.indexOf('":', lineStart)));
    at = text.indexOf(errorMark, text.indexOf('\n', at));
  }
  return names;
}

function parse({ file, text }: Source, { start, end }: Span): unknown {
  try {
    return JSON.parse(text.slice(start, end));
  } catch (error) {
    throw new ModelError(file, 'this model cannot be read: it is not valid JSON.', error);
  }
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
