import type { HttpRequest, SendOptions } from '../core/http/message.ts';
import type { Sender } from '../core/http/send.ts';

export interface RenewableSender extends Sender {
  /** What carries the requests so far is closed; the next request makes another. Never fails. */
  renew(): Promise<void>;
}

/** Carries requests by what `create` makes when the first one leaves. */
export function renewableSender(create: () => Sender): RenewableSender {
  let current: Sender | undefined;
  const close = async () => {
    const old = current;
    current = undefined;
    await old?.close();
  };
  const renew = async () => {
    try {
      await close();
    } catch {
      // Nobody uses those connections any more.
    }
  };
  const send = (request: HttpRequest, options: SendOptions) => {
    current ??= create();
    return current(request, options);
  };
  return Object.assign(send, { close, renew });
}
