// Which member of an answer tells what was not done, by its name and by what stands beside it.

import type { Service, Shape, StructureShape } from '../core/models/model.ts';
import { isReading } from '../core/readOnly.ts';

/** The list or map of what was not done in the answers of an operation; `undefined` where there is none, and for plain reading. */
export function failureMember(service: Service, operation: string): string | undefined {
  const model = service.operations[operation];
  const output = service.shapes[model?.output?.shape ?? ''];
  if (output?.type !== 'structure' || isReading(service.id, operation)) return undefined;
  if (trying.test(operation)) return undefined;
  const members = Object.entries(output.members);
  const found = members.find(
    ([name, { shape }]) => failing.test(name) && isMany(service.shapes[shape]),
  );
  const input = service.shapes[model?.input?.shape ?? ''];
  const given = input?.type === 'structure' ? input : undefined;
  return found && (operation.startsWith('Batch') || !isDescribed(service, output, given))
    ? found[0]
    : undefined;
}

const failing =
  /^(?:fail(?:ures?|ed\w*)|\w+failures|\w*errors|un(?:processed|successful)\w*|invalid\w*|\w+Not(?:Deleted|Processed))$/i;

/** What is found wrong is then what was asked for. */
const trying = /^(?:Chat|Classify|Detect|Evaluate|Generate|Is|Render|Test)(?![a-z])/;

function isMany(shape: Shape | undefined): boolean {
  return shape?.type === 'list' || shape?.type === 'map';
}

/** True where the answer describes the thing itself, of which errors may be a part: it has texts that were not given. */
function isDescribed(
  service: Service,
  output: StructureShape,
  input: StructureShape | undefined,
): boolean {
  const given = new Set(Object.keys(input?.members ?? {}));
  return Object.entries(output.members).some(
    ([name, { shape }]) =>
      service.shapes[shape]?.type === 'string' && !given.has(name) && !telling.test(name),
  );
}

const telling = /status|message|code$|^Request(?:Id|Charged)$/i;
