// Services such as Timestream say at run time where requests go. The answer is kept as long as they allow.
// https://docs.aws.amazon.com/timestream/latest/developerguide/Using.API.html

import type { Document } from '../protocols/protocol.ts';
import type { CallService } from './customization.ts';

interface Discovered {
  readonly url: string;
  readonly until: number;
}

/** Gives the URL requests go to; undefined when the service names none. */
export function createEndpointDiscovery(call: CallService, clock: () => Date) {
  let known: Discovered | undefined;
  return async (signal: AbortSignal | undefined): Promise<string | undefined> => {
    const now = clock().getTime();
    if (known && known.until > now) return known.url;
    known = firstOf(await call('DescribeEndpoints', {}, signal), now);
    return known?.url;
  };
}

function firstOf(output: Document, now: number): Discovered | undefined {
  const [first] = Array.isArray(output.Endpoints) ? (output.Endpoints as Document[]) : [];
  if (!first) return undefined;
  const minutes = Number(first.CachePeriodInMinutes ?? 0);
  return { url: `https://${String(first.Address)}`, until: now + minutes * 60_000 };
}
