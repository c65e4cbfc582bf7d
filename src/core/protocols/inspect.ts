// What an editor may say of an input before it is sent: the faults that keep it from being sent, and what is allowed but
// doubtful. Doubts never hold a call back: services take values that are newer than the model, and old ones long after.
// Patterns and greatest lengths are left out, as in botocore, because services do not keep to those their models have.

import type { ParamFault } from '../errors.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { nearNames } from '../models/nearNames.ts';
import { type Schema, schemaOf } from './schema.ts';
import { validateInput } from './validate.ts';

/** Something of an input that may be meant, by the path of the member; empty for the operation itself. */
export type ParamWarning = ParamFault;

export interface InspectedInput {
  /** Empty if the input may be sent. */
  readonly faults: readonly ParamFault[];
  readonly warnings: readonly ParamWarning[];
}

export function inspectInput(
  service: Service,
  operation: OperationModel,
  input: unknown,
): InspectedInput {
  const faults = validateInput(service, operation, input);
  const warnings: ParamWarning[] = [];
  if (operation.deprecated === true) {
    warnings.push({ path: [], message: `is for ${operation.name}, which is deprecated.` });
  }
  if (operation.input) doubt(schemaOf(service, operation.input), input, [], warnings);
  return { faults, warnings };
}

type Path = ParamFault['path'];

function doubt(schema: Schema, value: unknown, path: Path, found: ParamWarning[]): void {
  if (Array.isArray(value)) {
    if (schema.type !== 'list') return;
    for (const [i, item] of value.entries()) doubt(schema.element, item, [...path, i], found);
  } else if (typeof value === 'string') {
    const message = enumDoubt(schema, value);
    if (message !== undefined) found.push({ path, message });
  } else if (isRecord(value)) {
    doubtMembers(schema, value, path, found);
  }
}

function doubtMembers(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  found: ParamWarning[],
): void {
  for (const [name, item] of Object.entries(value)) {
    const at = [...path, name];
    if (schema.type === 'map') {
      const message = enumDoubt(schema.key, name);
      if (message !== undefined) found.push({ path: at, message: `as a key ${message}` });
      doubt(schema.value, item, at, found);
      continue;
    }
    const member = schema.members.get(name);
    if (member === undefined) continue;
    if (member.traits.deprecated === true) found.push({ path: at, message: 'is deprecated.' });
    doubt(member, item, at, found);
  }
}

const named = 12;

/** The words of the model, never the value, which may be secret. */
function enumDoubt({ type, traits }: Schema, value: string): string | undefined {
  const known = traits.enum;
  if (type !== 'string' || known === undefined || known.includes(value)) return undefined;
  const [near] = nearNames(value, known, 1);
  if (near !== undefined) return `is no value the model knows. Did you mean ${near}?`;
  const more = known.length > named ? ' ...' : '';
  return `is no value the model knows. It knows ${known.slice(0, named).join(', ')}${more}.`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}
