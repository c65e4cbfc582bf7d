// A URL that carries an operation, its input and its signature, for those who have no keys.

import type { ClientContext } from './clientContext.ts';
import { type CheckedCall, type DescribedRequest, describeRequest } from './describeRequest.ts';
import { ParamValidationError, UnsupportedError, type Where } from './errors.ts';
import { urlOf } from './http/address.ts';
import type { HttpRequest } from './http/message.ts';
import { presignRequest } from './http/sign.ts';
import { formParams, jsonParams } from './presignQuery.ts';

const longest = 7 * 24 * 60 * 60;

export interface PresignOptions {
  /** Seconds; an hour when absent. */
  readonly expiresIn?: number | undefined;
  /** How the URL will be used. Absent: as the model says, and by GET where that says POST with a form. */
  readonly method?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export async function presignCall(
  context: ClientContext,
  call: CheckedCall,
  { expiresIn = 3600, method, signal }: PresignOptions,
): Promise<string> {
  if (!(expiresIn > 0 && expiresIn <= longest)) {
    const message = `is between 1 and ${longest} seconds (a week).`;
    throw new ParamValidationError(call.where, [{ path: ['expiresIn'], message }]);
  }
  const described = await describeRequest(context, call, { signal, isPresigning: true });
  const inside = inUrl(described, call.where);
  const request = method === undefined ? inside : { ...inside, method };
  if (described.auth.type === 'none') return urlOf(request);
  if (described.auth.type === 'v2') {
    throw new UnsupportedError(call.where, 'it is signed as a form, which a URL cannot carry.');
  }
  const credentials = await context.credentialsFor(described.auth, call, signal);
  const options = { auth: described.auth, credentials, date: context.now() };
  return urlOf(await presignRequest(request, options, expiresIn));
}

/**
 * Everything the URL can carry. What a body is for S3 is sent by whoever uses the URL; all else that stands in a body goes
 * into the query.
 */
function inUrl({ request, auth }: DescribedRequest, where: Where): HttpRequest {
  const { body, ...rest } = request;
  const { 'content-length': _, ...headers } = request.headers;
  const { 'content-type': contentType = '', ...others } = headers;
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const query = { ...request.query, ...formParams(body) };
    return { ...rest, method: 'GET', headers: others, query };
  }
  const isSpeech = where.service === 'polly' && where.operation === 'SynthesizeSpeech';
  const kept = isSpeech ? others : headers;
  const isSentLater = auth.type !== 'none' && auth.isS3;
  if (body === undefined || body === '' || isSentLater) return { ...rest, headers: kept };
  return { ...rest, headers: kept, query: { ...request.query, ...jsonParams(body, where) } };
}
