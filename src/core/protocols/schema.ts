// A shape as it is used at one place: the shape itself with what the reference to it adds, the reference winning, as in
// botocore's models. Wire formats walk schemas, and keep what they prepare for one by its identity.

import { ModelError } from '../errors.ts';
import type {
  ListShape,
  MapShape,
  Service,
  Shape,
  ShapeRef,
  StructureShape,
} from '../models/model.ts';

/** Everything a shape or a reference to it may say, whatever its type. */
export type Traits = Partial<
  Omit<ShapeRef, 'shape'> &
    Omit<StructureShape, 'type' | 'members'> &
    Omit<ListShape, 'type' | 'member'> &
    Omit<MapShape, 'type' | 'key' | 'value'> & {
      readonly enum: readonly string[];
      /** Timestamps of inputs keep milliseconds, where whole seconds are the custom. */
      readonly keepsMilliseconds: boolean;
    }
>;

/** The schema of a reference; the same one on every ask. */
export function schemaOf(service: Service, ref: ShapeRef): Schema {
  const shape = service.shapes[ref.shape];
  if (shape === undefined) {
    throw new ModelError(service.id, `the shape ${ref.shape} is used and not described.`);
  }
  const key = Object.keys(ref).length === 1 ? shape : ref;
  const known = schemasByPlace.get(key);
  if (known !== undefined) return known;
  const schema = new Schema(service, ref, shape);
  schemasByPlace.set(key, schema);
  return schema;
}

const schemasByPlace = new WeakMap<Shape | ShapeRef, Schema>();

/** As botocore has it for this one service. */
const preciseServices: ReadonlySet<string> = new Set(['bedrock-agentcore']);

/** Members and elements are looked up on first use, because shapes may contain themselves. */
export class Schema {
  /** The shape's name in the model. */
  readonly name: string;
  readonly type: Shape['type'];
  readonly traits: Traits;
  readonly #service: Service;
  readonly #shape: Shape;
  #members: ReadonlyMap<string, Schema> | undefined;

  constructor(service: Service, ref: ShapeRef, shape: Shape) {
    this.name = ref.shape;
    this.type = shape.type;
    const own = shape.type === 'timestamp' && preciseServices.has(service.id);
    this.traits = { ...shape, ...ref, ...(own && { keepsMilliseconds: true }) };
    this.#service = service;
    this.#shape = shape;
  }

  /** Of a structure, by member name, in the model's order; empty for all else. */
  get members(): ReadonlyMap<string, Schema> {
    this.#members ??= this.#resolveMembers();
    return this.#members;
  }

  /** Of a list: what it holds. */
  get element(): Schema {
    return this.#part('member');
  }

  /** Of a map. */
  get key(): Schema {
    return this.#part('key');
  }

  /** Of a map. */
  get value(): Schema {
    return this.#part('value');
  }

  #resolveMembers(): ReadonlyMap<string, Schema> {
    const refs = this.#shape.type === 'structure' ? (this.#shape.members ?? {}) : {};
    return new Map(Object.entries(refs).map(([name, ref]) => [name, schemaOf(this.#service, ref)]));
  }

  #part(name: 'member' | 'key' | 'value'): Schema {
    const ref = (this.#shape as Partial<Record<typeof name, ShapeRef>>)[name];
    if (ref === undefined) {
      throw new ModelError(this.#service.id, `the shape ${this.name} has no ${name}.`);
    }
    return schemaOf(this.#service, ref);
  }
}

/** The member whose value is a stream of events, if the structure has one. */
export function eventStreamMember(schema: Schema): string | undefined {
  for (const [name, member] of schema.members) {
    if (member.traits.eventstream === true) return name;
  }
  return undefined;
}

/** True if some member of the structure stands in the body, not in the URL, a header or the status. */
export function hasBodyMembers(schema: Schema): boolean {
  return [...schema.members.values()].some((member) => member.traits.location === undefined);
}
