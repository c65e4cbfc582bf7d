// An input document's text against the operation's input shape: every fault at its place, with the member's name in
// front, since several may stand at one place.

import { formatPath, type ParamFault } from '../../core/errors.ts';
import { parseJson } from '../../core/json.ts';
import type { OperationModel, Service } from '../../core/models/model.ts';
import type { Document } from '../../core/protocols/protocol.ts';
import { validateInput } from '../../core/protocols/validate.ts';
import { type InputText, parseInputText, type Span, type TextProblem } from './inputText.ts';
import { shapeAt } from './members.ts';

export interface CheckedInput {
  readonly problems: readonly TextProblem[];
  /** Present when there is no problem. */
  readonly input?: Document;
}

export function checkInput(
  service: Service,
  operation: OperationModel,
  text: string,
): CheckedInput {
  const json = parseInputText(text);
  if (json.problems.length > 0) return { problems: json.problems };
  const input = parseJson(text);
  const faults = validateInput(service, operation, input);
  if (faults.length === 0) return { problems: [], input: input as Document };
  return { problems: faults.map((fault) => locateFault(service, operation, json, fault)) };
}

function locateFault(
  service: Service,
  operation: OperationModel,
  json: InputText,
  { path, message }: ParamFault,
): TextProblem {
  const member = formatPath(path) || 'The input';
  return { ...spanOfFault(service, operation, json, path), message: `${member} ${message}` };
}

/** An unknown member is a fault of its name, any other a fault of the value. */
function spanOfFault(
  service: Service,
  operation: OperationModel,
  json: InputText,
  path: ParamFault['path'],
): Span {
  const isKnown = shapeAt(service, operation, path) !== undefined;
  return (isKnown ? undefined : json.keySpanOf(path)) ?? json.spanOf(path);
}
