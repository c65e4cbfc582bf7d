// A URL that carries an operation, its input and its signature, for those who have no keys.

import type { ClientContext } from './clientContext.ts';
import { type CheckedCall, describeRequest } from './describeRequest.ts';
import { ParamValidationError, UnsupportedError, type Where } from './errors.ts';
import { urlOf } from './http/address.ts';
import type { HttpRequest, RequestBody } from './http/message.ts';
import { presignRequest } from './http/sign.ts';

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
  const inside = inUrl(described.request, call.where);
  const request = method === undefined ? inside : { ...inside, method };
  if (described.auth.type === 'none') return urlOf(request);
  if (described.auth.type === 'v4a' || described.auth.type === 'v2') {
    const what =
      described.auth.type === 'v2'
        ? 'it is signed as a form, which a URL cannot carry.'
        : 'it is signed for several regions, which a URL cannot carry here.';
    throw new UnsupportedError(call.where, what);
  }
  const credentials = await context.credentialsFor(described.auth, call, signal);
  const options = { auth: described.auth, credentials, date: context.now() };
  return urlOf(await presignRequest(request, options, expiresIn));
}

/**
 * Everything the URL can carry. A form goes into the query, and so does JSON, as botocore has it: few services read that,
 * Polly is one. What a body is for S3 is sent by whoever uses the URL.
 */
function inUrl(request: HttpRequest, where: Where): HttpRequest {
  const { body, ...rest } = request;
  const { 'content-length': _, ...headers } = request.headers;
  const contentType = headers['content-type'] ?? '';
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const { 'content-type': _, ...others } = headers;
    const params = Object.fromEntries(new URLSearchParams(String(body ?? '')));
    return { ...rest, method: 'GET', headers: others, query: { ...request.query, ...params } };
  }
  if (body === undefined || !/json|cbor/.test(contentType)) return { ...rest, headers };
  const query = { ...request.query, ...paramsOf(contentType, body, where) };
  if (where.service !== 'polly') return { ...rest, headers, query };
  const { 'content-type': __, ...others } = headers;
  return { ...rest, headers: others, query };
}

function paramsOf(
  contentType: string,
  body: RequestBody,
  where: Where,
): Record<string, string | string[]> {
  const document = contentType.includes('json') ? JSON.parse(String(body)) : undefined;
  const params: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(document ?? { '': {} })) {
    const values = Array.isArray(value) ? value : [value];
    if (values.some((one) => typeof one === 'object')) {
      throw new UnsupportedError(where, 'its input goes in the body, which a URL cannot carry.');
    }
    params[name] = Array.isArray(value) ? values.map(String) : String(value);
  }
  return params;
}
