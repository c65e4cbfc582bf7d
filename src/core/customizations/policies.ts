// IAM gives policy documents as escaped JSON text; here they are read, as botocore does.

import type { Service } from '../models/model.ts';
import { type Document, isDocument } from '../protocols/protocol.ts';
import type { Customization } from './customization.ts';

const documentShape = 'policyDocumentType';

export const iam: Customization = {
  output: (output, { service, plan }) => {
    const { output: ref } = plan.operation;
    return ref && holdsPolicy(service, ref.shape)
      ? readStructure(output, service, ref.shape)
      : output;
  },
};

function readStructure(value: Document, service: Service, shapeName: string): Document {
  const shape = service.shapes[shapeName];
  if (shape?.type !== 'structure') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const ref = shape.members[name];
      return [name, ref ? readValue(member, service, ref.shape) : member];
    }),
  );
}

function readValue(value: unknown, service: Service, shapeName: string): unknown {
  if (shapeName === documentShape) return typeof value === 'string' ? readDocument(value) : value;
  const shape = service.shapes[shapeName];
  if (!shape || !holdsPolicy(service, shapeName)) return value;
  if (shape.type === 'list' && Array.isArray(value)) {
    return value.map((item) => readValue(item, service, shape.member.shape));
  }
  return isDocument(value) ? readStructure(value, service, shapeName) : value;
}

/** Text that is no JSON stays text. */
function readDocument(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return text;
  }
}

const shapesWithPolicies = new WeakMap<Service, Map<string, boolean>>();

function holdsPolicy(service: Service, shapeName: string): boolean {
  const known = shapesWithPolicies.get(service) ?? new Map<string, boolean>();
  shapesWithPolicies.set(service, known);
  const answer = known.get(shapeName);
  if (answer !== undefined) return answer;
  known.set(shapeName, false); // A shape that contains itself ends here.
  const found =
    shapeName === documentShape ||
    inner(service, shapeName).some((name) => holdsPolicy(service, name));
  known.set(shapeName, found);
  return found;
}

function inner(service: Service, shapeName: string): string[] {
  const shape = service.shapes[shapeName];
  if (shape?.type === 'structure') return Object.values(shape.members).map((ref) => ref.shape);
  return shape?.type === 'list' ? [shape.member.shape] : [];
}
