// A service's description in the text of its catalogue file, where each operation, shape, paginator and waiter has a line
// of its own. What is asked for is parsed then, and the rest stays text: a call needs a few of the thousands of shapes,
// and to parse them all takes longer than the call.

import { ModelError } from '../errors.ts';
import type { EndpointRuleSet, Service } from './model.ts';

/** Undefined for a text that is laid out in another way, though it may well be JSON of the same content. */
export function openServiceText(id: string, file: string, text: string): Service | undefined {
  const layout = findLayout(text);
  if (!layout) return undefined;
  const { metadata, operations, shapes, paginators, waiters, rules } = layout;
  const source = { file, text };
  let errors: readonly string[] | undefined;
  const service = {
    id,
    metadata: parse(source, metadata) as Service['metadata'],
    operations: parseByLine<Service['operations']>(source, operations),
    shapes: parseByLine<Service['shapes']>(source, shapes),
    paginators: parseByLine<Service['paginators']>(source, paginators),
    waiters: parseByLine<Service['waiters']>(source, waiters),
    get errorShapes() {
      errors ??= findErrors(text, shapes);
      return errors;
    },
  };
  return rules ? withRules(service, source, rules) : service;
}

function withRules(service: Service, source: Source, rules: Span): Service {
  let parsed: EndpointRuleSet | undefined;
  const get = () => {
    parsed ??= parse(source, rules) as EndpointRuleSet;
    return parsed;
  };
  return Object.defineProperty(service, 'endpointRuleSet', { get, enumerable: true });
}

interface Source {
  /** For messages. */
  readonly file: string;
  readonly text: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Layout {
  readonly metadata: Span;
  readonly operations: Span;
  readonly shapes: Span;
  readonly paginators: Span;
  readonly waiters: Span;
  readonly rules: Span | undefined;
}

const head = '{\n"metadata":';
const tail = '\n}\n';
const rulesHead = ',\n"endpointRuleSet":';

/** The parts, one right behind the other, as `tools/catalogue/write.ts` writes them. */
function findLayout(text: string): Layout | undefined {
  if (!text.startsWith(head) || !text.endsWith(tail)) return undefined;
  const metadata = { start: head.length, end: text.indexOf(',\n', head.length) };
  const operations = findBlock(text, metadata, 'operations');
  const shapes = findBlock(text, operations, 'shapes');
  const paginators = findBlock(text, shapes, 'paginators');
  const waiters = findBlock(text, paginators, 'waiters');
  if (!operations || !shapes || !paginators || !waiters) return undefined;
  const start = waiters.end + rulesHead.length;
  const rules = text.startsWith(rulesHead, waiters.end)
    ? { start, end: text.length - tail.length }
    : undefined;
  return { metadata, operations, shapes, paginators, waiters, rules };
}

/** An object in its brackets, with one entry a line; undefined if it is not what comes behind the part before it. */
function findBlock(text: string, before: Span | undefined, name: string): Span | undefined {
  const opening = `,\n"${name}":`;
  if (!before || !text.startsWith(opening, before.end)) return undefined;
  const start = before.end + opening.length;
  if (text.startsWith('{}', start)) return { start, end: start + 2 };
  return { start, end: text.indexOf('\n}', start) + 2 };
}

/** An object like any other, except that a value is parsed when it is first looked at. */
function parseByLine<Values extends object>(source: Source, block: Span): Values {
  return new Proxy<Values>({} as Values, new Lines(source, block));
}

class Lines implements ProxyHandler<object> {
  readonly #source: Source;
  readonly #block: Span;
  readonly #values = new Map<string, unknown>();
  /** Where the value of each line begins. */
  #starts: ReadonlyMap<string | symbol, number> | undefined;

  constructor(source: Source, block: Span) {
    this.#source = source;
    this.#block = block;
  }

  get(target: object, name: string | symbol): unknown {
    return this.#valueOf(name) ?? Reflect.get(target, name);
  }

  has(target: object, name: string | symbol): boolean {
    return this.#lines.has(name) || Reflect.has(target, name);
  }

  ownKeys(): (string | symbol)[] {
    return [...this.#lines.keys()];
  }

  getOwnPropertyDescriptor(_: object, name: string | symbol): PropertyDescriptor | undefined {
    if (!this.#lines.has(name)) return undefined;
    const value = this.#valueOf(name);
    return { value, enumerable: true, configurable: true, writable: false };
  }

  set(): boolean {
    return false;
  }

  defineProperty(): boolean {
    return false;
  }

  deleteProperty(): boolean {
    return false;
  }

  get #lines(): ReadonlyMap<string | symbol, number> {
    this.#starts ??= findLines(this.#source.text, this.#block);
    return this.#starts;
  }

  #valueOf(name: string | symbol): unknown {
    if (typeof name !== 'string') return undefined;
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const start = this.#lines.get(name);
    if (start === undefined) return undefined;
    const value = parse(this.#source, lineFrom(this.#source.text, start));
    this.#values.set(name, value);
    return value;
  }
}

function findLines(text: string, { start, end }: Span): ReadonlyMap<string | symbol, number> {
  const starts = new Map<string, number>();
  const last = end - 2;
  for (let at = start + 1; at < last; at = text.indexOf('\n', at + 1)) {
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
