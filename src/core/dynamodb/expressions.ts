// Conditions as texts with placeholders for every name and value, numbered through all expressions of a request.

import { ParamValidationError } from '../errors.ts';
import { Attribute, Condition, type Form, Group, KeyAttribute, Size } from './conditions.ts';

const forms: Readonly<Record<Form, (operator: string, parts: readonly string[]) => string>> = {
  infix: (operator, [one, other]) => `${one} ${operator} ${other}`,
  between: (operator, [value, low, high]) => `${value} ${operator} ${low} AND ${high}`,
  call: (operator, parts) => `${operator}(${parts.join(', ')})`,
  both: (operator, [one, other]) => `(${one} ${operator} ${other})`,
  not: (operator, [one]) => `(${operator} ${one})`,
};

/** Names and indexes: everything but dots, brackets, and what is in brackets. */
const namePattern = /[^.[\]]+(?![^[]*\])/g;

/** Gathers what the placeholders of a request stand for. */
export class ExpressionBuilder {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, unknown> = {};
  #nameCount = 0;
  #valueCount = 0;

  /** The condition as `ConditionExpression` and `FilterExpression` take it. */
  condition(condition: Condition): string {
    return this.#build(condition, false);
  }

  /** As `KeyConditionExpression` takes it. Throws a `ParamValidationError` for an attribute that is not said to be of the key. */
  keyCondition(condition: Condition): string {
    return this.#build(condition, true);
  }

  #build({ form, operator, operands }: Condition, isKey: boolean): string {
    const parts = operands.map((operand) => this.#operand(operand, isKey));
    return forms[form](operator, parts);
  }

  #operand(operand: unknown, isKey: boolean): string {
    if (operand instanceof Condition) return this.#build(operand, isKey);
    if (operand instanceof Size) return `size(${this.#operand(operand.of, isKey)})`;
    if (operand instanceof KeyAttribute) return this.#name(operand.name);
    if (operand instanceof Attribute) {
      if (isKey) throw notOfKey(operand.name);
      return this.#name(operand.name);
    }
    if (operand instanceof Group)
      return `(${operand.values.map((one) => this.#value(one)).join(', ')})`;
    return this.#value(operand);
  }

  #name(path: string): string {
    return path.replace(namePattern, (name) => {
      const placeholder = `#n${this.#nameCount}`;
      this.#nameCount += 1;
      this.names[placeholder] = name;
      return placeholder;
    });
  }

  #value(value: unknown): string {
    const placeholder = `:v${this.#valueCount}`;
    this.#valueCount += 1;
    this.values[placeholder] = value;
    return placeholder;
  }
}

function notOfKey(name: string): ParamValidationError {
  const message = `takes attributes of the key alone: key('${name}'), not attr('${name}').`;
  return new ParamValidationError({ service: 'dynamodb' }, [
    { path: ['KeyConditionExpression'], message },
  ]);
}
