// The gates of all Sessions: one for each service in each region of an account. The account is that of the keys as soon as
// somebody has asked for it; until then the profile stands for it.

import { Gate, type PaceTime } from './gate.ts';

/** Whose calls they are. */
export interface PaceOwner {
  readonly profile: string;
  readonly account: string | undefined;
}

/** Where they go. An endpoint of one's own is one server, whatever the services and regions asked of it. */
export type PacePlace =
  | { readonly service: string; readonly region: string | undefined }
  | { readonly endpoint: string };

export class Paces {
  readonly #time: PaceTime;
  readonly #gatesByKey = new Map<string, Gate>();

  constructor(time: PaceTime = realTime) {
    this.#time = time;
  }

  gate({ profile, account }: PaceOwner, place: PacePlace): Gate {
    const where =
      'endpoint' in place ? place.endpoint : `${place.service} ${place.region ?? 'no region'}`;
    const ofProfile = `profile ${profile}\n${where}`;
    if (account === undefined) return this.#gate(ofProfile);
    return this.#gateOfAccount(`account ${account}\n${where}`, ofProfile);
  }

  #gate(key: string): Gate {
    const gate = this.#gatesByKey.get(key) ?? new Gate(this.#time);
    this.#gatesByKey.set(key, gate);
    return gate;
  }

  /** Nothing that waits at the profile's own gate is lost. */
  #gateOfAccount(key: string, ofProfile: string): Gate {
    const own = this.#gatesByKey.get(ofProfile);
    const gate = this.#gatesByKey.get(key) ?? own ?? new Gate(this.#time);
    if (own !== undefined && own !== gate) gate.absorb(own);
    this.#gatesByKey.set(key, gate);
    this.#gatesByKey.delete(ofProfile);
    return gate;
  }
}

const realTime: PaceTime = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
