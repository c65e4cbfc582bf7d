// Turns what undici, TLS and the system say of a failed connection into one sentence that helps.

import { AwscopeError, ConnectionError, isAbort } from '../errors.ts';

interface Explanation {
  /** Says what happened; the system's code when absent. */
  readonly reason?: string;
  readonly help: string;
  /** Another attempt may go well. */
  readonly retryable: boolean;
}

const timeout = 'TIMEOUT';

const explanations: Readonly<Record<string, Explanation>> = {
  ENOTFOUND: {
    help: 'There is no host of that name. Check the region and the endpoint.',
    retryable: false,
  },
  EAI_AGAIN: { help: 'Names cannot be looked up now. Check the network.', retryable: true },
  ECONNREFUSED: {
    help: 'Nothing listens there. Check the endpoint and that its server runs.',
    retryable: true,
  },
  ECONNRESET: {
    help: 'The connection was closed before the answer was complete.',
    retryable: true,
  },
  EPIPE: { help: 'The connection was closed while the request was sent.', retryable: true },
  ENETUNREACH: { help: 'The network is not reachable. Check the network or VPN.', retryable: true },
  EHOSTUNREACH: { help: 'The host is not reachable. Check the network or VPN.', retryable: true },
  ETIMEDOUT: {
    help: 'The host did not answer. Check the network, VPN and proxy.',
    retryable: true,
  },
  UND_ERR_SOCKET: {
    reason: 'ECONNRESET',
    help: 'The connection was closed before the answer was complete.',
    retryable: true,
  },
  UND_ERR_CONNECT_TIMEOUT: {
    reason: timeout,
    help: 'No connection in time. Check the network, VPN and proxy.',
    retryable: true,
  },
  UND_ERR_HEADERS_TIMEOUT: {
    reason: timeout,
    help: 'The server did not begin its answer in time.',
    retryable: true,
  },
  UND_ERR_BODY_TIMEOUT: {
    reason: timeout,
    help: 'The server stopped in the middle of its answer.',
    retryable: true,
  },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: {
    help: 'The answer is not as long as the server said.',
    retryable: true,
  },
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: {
    help: 'The body to send is not as long as its given length.',
    retryable: false,
  },
  UND_ERR_PRX_TLS: {
    help: 'The proxy’s own certificate is not trusted, or is for another host.',
    retryable: false,
  },
  UND_ERR_PRX_CONN: { help: 'The proxy closed the connection.', retryable: true },
  UND_ERR_HEADERS_OVERFLOW: { help: 'The headers of the answer are too long.', retryable: false },
};

const certificateHelp =
  'The server’s certificate is not trusted. Set AWS_CA_BUNDLE (or ca_bundle in the profile) to the certificate of your proxy or server.';

const certificateFaults: Readonly<Record<string, string>> = {
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The server’s certificate is for another host. Check the endpoint, and that no proxy answers in its place.',
  CERT_HAS_EXPIRED: 'The server’s certificate has expired. Check this machine’s clock too.',
  CERT_NOT_YET_VALID: 'The server’s certificate is not valid yet. Check this machine’s clock.',
  CERT_REVOKED: 'The server’s certificate was revoked.',
};

const schemeHelp = 'The server does not speak TLS there. Check http or https in the endpoint.';

/** The error a caller sees. Cancelling and errors of our own pass unchanged. */
export function toConnectionError(host: string, error: unknown): Error {
  // undici names some failures of its own, such as a proxy's refusal, like a cancelling; those have a code.
  const isCancelled = isAbort(error) && codeOf(error) === undefined;
  if (error instanceof AwscopeError || isCancelled) return error as Error;
  const cause = innermost(error);
  const code = codeOf(cause) ?? codeOf(error);
  const { reason, help, retryable } = explainProxy(error) ?? explain(code ?? nameOf(cause));
  const said = reason ?? code ?? (cause instanceof Error ? cause.message : String(cause));
  return new ConnectionError(host, said, help, retryable, error);
}

/** An answer longer than may be kept in memory. */
export function tooLong(host: string, maxBytes: number): ConnectionError {
  const help = `The answer has more than ${maxBytes} bytes, which is no answer of AWS’s.`;
  return new ConnectionError(host, 'TOO_LONG', help, false);
}

/** What a proxy itself answered, which undici says in the text only. */
function explainProxy(error: unknown): Explanation | undefined {
  const message = error instanceof Error ? error.message : '';
  const status = /^Proxy (?:response|Authentication Required) \((\d+)\)/.exec(message)?.[1];
  if (status === undefined) return undefined;
  const reason = `PROXY ${status}`;
  if (status !== '407') {
    const help = `The proxy does not let this connection through: it answered ${status}.`;
    return { reason, help, retryable: Number(status) >= 500 };
  }
  const help =
    'The proxy wants a user and a password, or others: HTTPS_PROXY=http://user:password@host:port.';
  return { reason, help, retryable: false };
}

function explain(code: string): Explanation {
  const known = explanations[code];
  if (known) return known;
  const fault = certificateFaults[code];
  if (fault !== undefined) return { help: fault, retryable: false };
  if (/CERT|SELF_SIGNED|ISSUER|VERIFY/.test(code)) {
    return { help: certificateHelp, retryable: false };
  }
  if (/^ERR_SSL|^EPROTO/.test(code)) return { help: schemeHelp, retryable: false };
  if (/^HPE_|^HTTPParserError$/.test(code))
    return { help: 'The answer is not HTTP.', retryable: true };
  if (/^UND_ERR_(INVALID_ARG|NOT_SUPPORTED)/.test(code)) {
    return { help: 'The request cannot be sent.', retryable: false };
  }
  return { help: 'The connection failed.', retryable: true };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** With several addresses to try, Node wraps the reasons. */
function innermost(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  if (error instanceof Error && error.cause instanceof Error && !codeOf(error)) {
    return innermost(error.cause);
  }
  return error;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
