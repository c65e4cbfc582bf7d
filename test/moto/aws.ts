// The AWS that the tests in this folder share: the seeded moto that `npm test` started, or one of its own when a file is
// run alone. Tests read what was seeded and change only what they made, under names of their own.

import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import {
  type Client,
  type Credentials,
  Session,
  type SessionOptions,
} from '../../src/core/index.ts';
import { exitOnSignals } from '../../tools/atExit.ts';
import { type DemoKeys, exampleKeys, homeRegion } from '../../tools/demo/keys.ts';
import { startMoto } from '../../tools/demo/moto.ts';
import { seed } from '../../tools/demo/seed.ts';

interface SharedAws {
  readonly url: string;
  readonly other: DemoKeys;
}

export interface TestAws {
  readonly url: string;
  /** The first account, 123456789012. */
  readonly session: Session;
  /** The second account, 210987654321. */
  readonly otherSession: Session;
  client(service: string, region?: string): Promise<Client>;
}

/** What all files share. */
export async function useAws(): Promise<TestAws> {
  const shared = process.env.AWSCOPE_TEST_MOTO;
  return shared ? testAws(JSON.parse(shared)) : useOwnAws();
}

/** For a file whose things would be in the lists that others read, and go while they do. */
export async function useOwnAws(): Promise<TestAws> {
  exitOnSignals();
  const moto = await startMoto({ usesDocker: false });
  after(() => moto.stop());
  const { other } = await seed(moto.url);
  return testAws({ url: moto.url, other });
}

function testAws({ url, other }: SharedAws): TestAws {
  const session = sessionAt(url, exampleKeys);
  return {
    url,
    session,
    otherSession: sessionAt(url, other),
    client: (service, region = homeRegion) => session.client(service, { region }),
  };
}

export function sessionAt(
  url: string,
  credentials: Credentials,
  options?: SessionOptions,
): Session {
  return new Session({
    region: homeRegion,
    endpoint: url,
    environment: {},
    credentials,
    ...options,
  });
}

/** A name that nothing else has. */
export function uniqueName(what: string): string {
  return `test-${what}-${randomBytes(4).toString('hex')}`;
}
