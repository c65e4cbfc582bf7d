import { type Attempt, type AttemptOptions, attempt } from '../attempt.ts';
import type { ClientContext } from '../clientContext.ts';
import type { CheckedCall, DescribedRequest } from '../describeRequest.ts';
import { askedDelay, isTooFast } from '../http/retry.ts';
import type { PassEnd } from './gate.ts';
import type { Turn } from './turns.ts';

/** One attempt, when its turn has come. */
export async function attemptInTurn(
  context: ClientContext,
  call: CheckedCall,
  described: DescribedRequest,
  { turn, ...options }: AttemptOptions & { readonly turn: Turn },
): Promise<Attempt> {
  const entered = context.options.gate?.().enter(turn, options.signal);
  const pass = entered instanceof Promise ? await entered : entered;
  const onSend = () => pass?.noteSent();
  let end: PassEnd = 'lost';
  try {
    const made = await attempt(context, call, described, { ...options, onSend });
    end = endOf(made, call);
    return made;
  } finally {
    pass?.end(end);
  }
}

/** Any answer but one shows that calls are not too many. */
function endOf(made: Attempt, { plan }: CheckedCall): PassEnd {
  if (made.ok) return 'good';
  if (made.statusCode === undefined) return 'lost';
  return isTooFast(made.failure, plan) ? { throttledFor: askedDelay(made.failure) } : 'good';
}
