// A URL that carries an operation, its input and its signature, for those who have no keys.

import type { ClientContext } from './clientContext.ts';
import { type CheckedCall, describeRequest } from './describeRequest.ts';
import { ParamValidationError, UnsupportedError, type Where } from './errors.ts';
import { urlOf } from './http/address.ts';
import type { HttpRequest } from './http/message.ts';
import { presignRequest } from './http/sign.ts';

const longest = 7 * 24 * 60 * 60;

export async function presignCall(
  context: ClientContext,
  call: CheckedCall,
  { expiresIn, signal }: { expiresIn: number; signal: AbortSignal | undefined },
): Promise<string> {
  if (!(expiresIn > 0 && expiresIn <= longest)) {
    const message = `is between 1 and ${longest} seconds (a week).`;
    throw new ParamValidationError(call.where, [{ path: ['expiresIn'], message }]);
  }
  const described = await describeRequest(context, call, { signal, isPresigning: true });
  const request = inUrl(described.request, call.where);
  if (described.auth.type === 'none') return urlOf(request);
  if (described.auth.type === 'v4a') {
    const what = 'it is signed for several regions, which a URL cannot carry here.';
    throw new UnsupportedError(call.where, what);
  }
  const credentials = await context.credentialsFor(described.auth, call, signal);
  const options = { auth: described.auth, credentials, date: context.now() };
  return urlOf(await presignRequest(request, options, expiresIn));
}

/** Everything the URL can carry. A body of the query formats goes into the query, S3's is sent by whoever uses the URL. */
function inUrl(request: HttpRequest, where: Where): HttpRequest {
  const { body, ...rest } = request;
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const { 'content-type': _, 'content-length': __, ...headers } = request.headers;
    const params = Object.fromEntries(new URLSearchParams(String(body ?? '')));
    return { ...rest, method: 'GET', headers, query: { ...request.query, ...params } };
  }
  if (/json|cbor/.test(contentType) && body !== undefined) {
    throw new UnsupportedError(where, 'its input goes in the body, which a URL cannot carry.');
  }
  const { 'content-length': _, ...headers } = request.headers;
  return { ...rest, headers };
}
