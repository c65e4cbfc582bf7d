// What a Session asks AWS about its own keys, once however many wait: whose they are, and which regions that account has.

import type { Client } from './client.ts';
import { stsRegion } from './credentials/roleCredentials.ts';
import { shareWork } from './credentials/shared.ts';
import { askIdentity } from './identity.ts';
import { listRegionStates } from './regions.ts';
import type { Identity, SessionClientOptions } from './sessionOptions.ts';

/** The Session that asks. */
interface Asking {
  readonly profile: string;
  readonly region: string | undefined;
  client(serviceId: string, options?: SessionClientOptions): Promise<Client>;
}

export class SessionAccount {
  readonly #session: Asking;
  readonly #identity: Identity;

  /** The answers are put into `identity`. */
  constructor(session: Asking, identity: Identity) {
    this.#session = session;
    this.#identity = identity;
  }

  readonly ask = shareWork(async (signal) => {
    const { profile, region } = this.#session;
    const sts = await this.#session.client('sts', { region: stsRegion(region) });
    const { account, arn } = await askIdentity(sts, { profile, signal });
    this.#identity.account = account;
    if (arn !== undefined) this.#identity.arn = arn;
    return account;
  });

  readonly askRegions = shareWork(async (signal) => {
    const client = (serviceId: string) => this.#session.client(serviceId);
    const states = await listRegionStates({ client, signal });
    if (states) this.#identity.regionStates = states;
  });
}
