// Amazon Route 53: ids as answers give them, and the one error that has no code.

import type { ReceivedResponse } from '../http/message.ts';
import type { Document, ErrorParts } from '../protocols/protocol.ts';
import type { CallContext, Customization } from './customization.ts';

export const route53: Customization = {
  input: withPlainIds,
  response: withModelledNames,
  error: withMessages,
};

const idShapes: ReadonlySet<string> = new Set(['ResourceId', 'DelegationSetId', 'ChangeId']);

/** Answers give ids as `/hostedzone/Z1`, requests want `Z1`. */
function withPlainIds(input: Document, { plan }: CallContext): Document {
  const plain: Record<string, unknown> = { ...input };
  for (const [name, ref] of Object.entries(plan.input?.members ?? {})) {
    const value = plain[name];
    if (idShapes.has(ref.shape) && typeof value === 'string') plain[name] = value.split('/').at(-1);
  }
  return plain;
}

/** The list of what is wrong with several changes is sent as `Messages`, and `messages` in the model. */
function withModelledNames(response: ReceivedResponse): ReceivedResponse {
  const { statusCode, body } = response;
  if (statusCode !== 400 || !(body instanceof Uint8Array)) return response;
  const text = Buffer.from(body).toString();
  if (!text.includes('<InvalidChangeBatch')) return response;
  return { ...response, body: Buffer.from(text.replace(/(<\/?)Messages>/g, '$1messages>')) };
}

function withMessages(error: ErrorParts): ErrorParts {
  const { messages } = error.members;
  if (error.message !== '' || !Array.isArray(messages)) return error;
  return { ...error, message: messages.join(' ') };
}
