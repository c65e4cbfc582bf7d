// An input document's text against the operation's input shape: every fault at its place, with the member's name in
// front, since several may stand at one place.

import { formatPath, type ParamFault } from '../../core/errors.ts';
import { parseJson } from '../../core/json.ts';
import type { OperationModel, Service } from '../../core/models/model.ts';
import { inspectInput } from '../../core/protocols/inspect.ts';
import type { Document } from '../../core/protocols/protocol.ts';
import { type InputText, parseInputText, type Span, type TextProblem } from '../inputText.ts';
import { shapeAt } from './members.ts';

export interface CheckedInput {
  /** In the order of the text. */
  readonly problems: readonly TextProblem[];
  /** What may be sent and may not be meant, in the order of the text. */
  readonly warnings: readonly TextProblem[];
  /** Present when there is no problem. */
  readonly input?: Document;
}

export function checkInput(
  service: Service,
  operation: OperationModel,
  text: string,
): CheckedInput {
  const json = parseInputText(text);
  if (json.problems.length > 0) return { problems: json.problems, warnings: [] };
  const input = parseJson(text);
  const { faults, warnings } = inspectInput(service, operation, input);
  const inText = (found: readonly ParamFault[]) =>
    found
      .map((fault) => locateFault(service, operation, json, fault))
      .sort((a, b) => a.start - b.start);
  const checked = { problems: inText(faults), warnings: inText(warnings) };
  return faults.length === 0 ? { ...checked, input: input as Document } : checked;
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
