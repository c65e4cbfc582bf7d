// A Session whose services are the model-shaped server.

import type { Send } from '../../src/core/http/message.ts';
import { createSend } from '../../src/core/http/send.ts';
import type { Catalogue } from '../../src/core/models/catalogue.ts';
import { Paces } from '../../src/core/pace/paces.ts';
import { Session } from '../../src/core/session.ts';

/** Nobody throttles here: time passes as fast as calls are made. */
const paces = () => {
  let now = 0;
  return new Paces({
    now: () => {
      now += 60_000;
      return now;
    },
    after: (_, run) => {
      const timer = setImmediate(run);
      return () => clearImmediate(timer);
    },
  });
};

const carry = createSend();

/** Some services want names in front of the host, which are all this machine. */
const send: Send = (request, options) => carry({ ...request, hostname: '127.0.0.1' }, options);

export function shapedSession(endpoint: string, catalogue: Catalogue): Session {
  return new Session({
    region: 'us-east-1',
    endpoint,
    catalogue,
    credentials: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    environment: { AWS_MAX_ATTEMPTS: '1', AWS_BEARER_TOKEN_CODECATALYST: 'token' },
    home: '/nonexistent',
    settings: { disableHostPrefixInjection: true },
    identity: { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/shaped' },
    paces: paces(),
    send,
  });
}
