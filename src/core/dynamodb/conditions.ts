// Conditions on items, to be written as expressions: `attr('size').gt(3).and(attr('tags').contains('new'))`. The
// operators and their forms are boto3's.

/** How an expression is written around its operands. */
export type Form = 'infix' | 'between' | 'call' | 'both' | 'not';

export class Condition {
  readonly form: Form;
  readonly operator: string;
  readonly operands: readonly unknown[];

  constructor(form: Form, operator: string, operands: readonly unknown[]) {
    this.form = form;
    this.operator = operator;
    this.operands = operands;
  }

  and(other: Condition): Condition {
    return new Condition('both', 'AND', [this, other]);
  }

  or(other: Condition): Condition {
    return new Condition('both', 'OR', [this, other]);
  }
}

export function not(condition: Condition): Condition {
  return new Condition('not', 'NOT', [condition]);
}

/** What can be compared: an attribute, or the size of one. */
class Comparable {
  eq(value: unknown): Condition {
    return new Condition('infix', '=', [this, value]);
  }

  lt(value: unknown): Condition {
    return new Condition('infix', '<', [this, value]);
  }

  lte(value: unknown): Condition {
    return new Condition('infix', '<=', [this, value]);
  }

  gt(value: unknown): Condition {
    return new Condition('infix', '>', [this, value]);
  }

  gte(value: unknown): Condition {
    return new Condition('infix', '>=', [this, value]);
  }

  beginsWith(value: unknown): Condition {
    return new Condition('call', 'begins_with', [this, value]);
  }

  between(low: unknown, high: unknown): Condition {
    return new Condition('between', 'BETWEEN', [this, low, high]);
  }
}

/** An attribute of a key; only these may stand in a key condition. */
export class KeyAttribute extends Comparable {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

/** How large an attribute is. */
export class Size extends Comparable {
  readonly of: Attribute;

  constructor(of: Attribute) {
    super();
    this.of = of;
  }
}

export class Attribute extends Comparable {
  /** Or a path to a part of one: `address.lines[0]`. */
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  ne(value: unknown): Condition {
    return new Condition('infix', '<>', [this, value]);
  }

  isIn(values: Iterable<unknown>): Condition {
    return new Condition('infix', 'IN', [this, new Group([...values])]);
  }

  exists(): Condition {
    return new Condition('call', 'attribute_exists', [this]);
  }

  notExists(): Condition {
    return new Condition('call', 'attribute_not_exists', [this]);
  }

  contains(value: unknown): Condition {
    return new Condition('call', 'contains', [this, value]);
  }

  /** `S`, `SS`, `N`, `NS`, `B`, `BS`, `BOOL`, `NULL`, `L` or `M`. */
  attributeType(type: string): Condition {
    return new Condition('call', 'attribute_type', [this, type]);
  }

  size(): Size {
    return new Size(this);
  }
}

/** Values of which each is one operand. */
export class Group {
  readonly values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.values = values;
  }
}

export function key(name: string): KeyAttribute {
  return new KeyAttribute(name);
}

export function attr(name: string): Attribute {
  return new Attribute(name);
}
