// Services such as Timestream say at run time where requests go. The answer is kept as long as they allow, and longer while
// they cannot be asked. https://docs.aws.amazon.com/timestream/latest/developerguide/Using.API.html

import { shareWork } from '../credentials/shared.ts';
import { ConnectionError } from '../errors.ts';
import type { Failure } from '../http/retry.ts';
import type { Document } from '../protocols/protocol.ts';
import type { CallService } from './customization.ts';

interface Discovered {
  readonly url: string;
  readonly until: number;
}

export interface EndpointDiscovery {
  /** The URL requests go to; undefined where the usual one is to be taken, which `isRequired` forbids. */
  find(isRequired: boolean, signal: AbortSignal | undefined): Promise<string | undefined>;
  /** The address is not good any more. */
  forget(): void;
}

/** Milliseconds until a service that could not be asked is asked again, as in botocore. */
const pause = 60_000;

export function createEndpointDiscovery(call: CallService, clock: () => Date): EndpointDiscovery {
  let known: Discovered | undefined;
  let askAgainAt = 0;
  const ask = shareWork(async (signal) => {
    const output = await call('DescribeEndpoints', {}, signal);
    known = firstOf(output, clock().getTime());
  });
  return {
    find: async (isRequired, signal) => {
      const now = clock().getTime();
      const isPausing = now < askAgainAt && (known !== undefined || !isRequired);
      if ((known && known.until > now) || isPausing) return known?.url;
      try {
        await ask({ signal });
      } catch (error) {
        if (!(error instanceof ConnectionError)) throw error;
        askAgainAt = now + pause;
        if (isRequired && !known) throw error;
      }
      return known?.url;
    },
    forget: () => {
      known = undefined;
    },
  };
}

/** Whether the answer says that the service is not there any more. */
export function hasMoved({ statusCode, code }: Failure): boolean {
  return statusCode === 421 || code === 'InvalidEndpointException';
}

function firstOf(output: Document, now: number): Discovered | undefined {
  const [first] = Array.isArray(output.Endpoints) ? (output.Endpoints as Document[]) : [];
  if (!first) return undefined;
  const minutes = Number(first.CachePeriodInMinutes ?? 0);
  const address = String(first.Address);
  const url = /^https?:/.test(address) ? address : `https://${address}`;
  return { url, until: now + minutes * 60_000 };
}
