// Values for the shapes of a model: every text and number another one, so that things can be told apart, and the same
// ones for the same seed. Outputs have all their members down to some depth, inputs what is required.

import type { MapShape, Service, ShapeRef, StructureShape } from '../../src/core/models/model.ts';

export interface ValueOptions {
  /** Where counting begins: another seed gives other values. */
  readonly seed: number;
  /** Members of outputs that hold these names hold these texts: what was asked for comes back. */
  readonly echo?: ReadonlyMap<string, string>;
  readonly onlyRequired?: boolean;
}

export class Values {
  readonly #service: Service;
  readonly #options: ValueOptions;
  #count: number;

  constructor(service: Service, options: ValueOptions) {
    this.#service = service;
    this.#options = options;
    this.#count = options.seed * 10_000;
  }

  structure(shape: StructureShape, depth = 0, index = 0): Record<string, unknown> {
    const entries = this.#members(shape).map(([name, ref]) => {
      return [name, this.#member(name, ref, depth + 1, index)] as const;
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  #members(shape: StructureShape): readonly (readonly [string, ShapeRef])[] {
    const all = Object.entries(shape.members).filter(
      ([name, ref]) => !isEvents(this.#service, ref) && !checked.test(name),
    );
    if (shape.union) return all.slice(0, 1);
    if (!this.#options.onlyRequired) return all;
    const required = all.filter(
      ([name, ref]) => shape.required?.includes(name) && !ref.idempotencyToken,
    );
    return required.length > 0 ? required : all.slice(0, 1);
  }

  #member(name: string, ref: ShapeRef, depth: number, index: number): unknown {
    const echoed = index === 0 ? this.#options.echo?.get(name.toLowerCase()) : undefined;
    const { type } = this.#service.shapes[ref.shape] ?? {};
    if (echoed !== undefined && type === 'string') return echoed;
    return this.value(name, ref, depth, index);
  }

  value(name: string, ref: ShapeRef, depth: number, index = 0): unknown {
    const shape = this.#service.shapes[ref.shape];
    const isDeep = depth > deepest;
    switch (shape?.type) {
      case 'structure':
        if (shape.document) return { some: 'document' };
        if (!isDeep || this.#options.onlyRequired) return this.structure(shape, depth, index);
        return shape.union ? undefined : {};
      case 'list':
        return isDeep
          ? this.#least(name, shape.member, shape.min ?? 0, depth)
          : this.#list(name, shape.member, depth, shape.min);
      case 'map':
        return isDeep ? {} : this.#map(name, shape, depth);
      case 'string':
      case 'character':
        return ref.jsonvalue ? { some: 'value' } : this.#text(name, ref, index);
      case 'integer':
      case 'long':
        return this.#number(shape.min, shape.max);
      case 'float':
      case 'double':
        return shape.min ?? 0.5;
      case 'boolean':
        return true;
      case 'timestamp':
        return new Date(1_700_000_000_000 + this.#next() * 1000);
      case 'blob':
        return Buffer.from(`blob ${this.#next()}`);
      default:
        throw new Error(`${ref.shape} has no type`);
    }
  }

  /** With every key there can be, where the model names them. */
  #map(name: string, { key, value }: MapShape, depth: number): Record<string, unknown> {
    const keys = this.#service.shapes[key.shape];
    const named = keys?.type === 'string' ? (keys.enum ?? []) : [];
    const all =
      named.length > 0 && !this.#options.onlyRequired ? named : [this.#text(name, key, 0)];
    return Object.fromEntries(all.map((one) => [one, this.value(one, value, depth + 1)]));
  }

  #list(name: string, ref: ShapeRef, depth: number, least = 0): readonly unknown[] {
    const count = this.#options.onlyRequired
      ? Math.max(1, least)
      : depth > 2
        ? Math.max(1, least)
        : 2;
    return this.#least(name, ref, count, depth);
  }

  #least(name: string, ref: ShapeRef, count: number, depth: number): readonly unknown[] {
    const values = Array.from({ length: count }, (_, index) => {
      const echoed = index === 0 ? this.#options.echo?.get(singular(name)) : undefined;
      const isText = this.#service.shapes[ref.shape]?.type === 'string';
      return echoed !== undefined && isText ? echoed : this.value(name, ref, depth + 1, index);
    });
    return values.filter((value) => value !== undefined);
  }

  #number(min = 0, max = Number.POSITIVE_INFINITY): number {
    const wanted = min + this.#next();
    return wanted > max ? max : wanted;
  }

  #text(name: string, ref: ShapeRef, index: number): string {
    const shape = this.#service.shapes[ref.shape];
    const values = shape?.type === 'string' ? shape.enum : undefined;
    if (values?.length) return values[(index + 2 * this.#options.seed) % values.length] ?? '';
    const { min = 1, max = Number.POSITIVE_INFINITY } = shape?.type === 'string' ? shape : {};
    const text = textFor(name, this.#next());
    if (text.length > max) return `${this.#count}`.slice(-max).padStart(min, '0');
    return text.padEnd(min, 'x');
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }
}

/** Checksums of what was sent, which a client compares. */
const checked = /^md5/i;

/** Deeper members have nothing in them. */
const deepest = 7;

function singular(name: string): string {
  return name.toLowerCase().replace(/s$/, '');
}

function textFor(name: string, count: number): string {
  const key = name.toLowerCase();
  if (key.endsWith('arn') || key.endsWith('arns')) {
    return `arn:aws:shaped:us-east-1:123456789012:thing/t-${count}`;
  }
  if (/region$/.test(key)) return regions[count % regions.length] ?? '';
  if (/ur[il]s?$|endpoint$/.test(key)) return `https://example.com/123456789012/u-${count}`;
  if (/(?:account(?:ids?)?|owner)$/.test(key)) return String(123_456_789_012 + count);
  if (key === 'instanceid') return `mi-${String(count).padStart(17, '0')}`;
  if (key === 'policydocument' || /policy$|template$/.test(key)) return `{"Version":"${count}"}`;
  return `${key.slice(0, 12).replaceAll(/[^a-z]/g, '') || 't'}-${count}`;
}

const regions = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['eu-central-1', 'eu-north-1', 'ap-south-1', 'ap-east-1', 'sa-east-1', 'ca-central-1'],
];

function isEvents(service: Service, { shape }: ShapeRef): boolean {
  const found = service.shapes[shape];
  return found?.type === 'structure' && found.eventstream === true;
}
