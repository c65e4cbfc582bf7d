import { makeTemporaryFolder } from '../atExit.ts';
import { startMoto } from './moto.ts';
import { type OwnFiles, writeProfiles } from './profiles.ts';
import { type Seeded, seed } from './seed.ts';

/** A running, seeded demo AWS with profiles for it. */
export interface Demo {
  readonly url: string;
  /** How many requests the demo AWS answered so far, those that filled it included. */
  requestCount(): number;
  readonly seeded: Seeded;
  /** Holds the shared files. */
  readonly folder: string;
  /** The environment that makes the AWS tools and Awscope read these shared files. */
  readonly env: Readonly<Record<string, string>>;
  /** The user's own profiles that it stands in for. */
  readonly leftOut: readonly string[];
  stop(): Promise<void>;
}

export async function startDemo(own: OwnFiles = {}): Promise<Demo> {
  const moto = await startMoto();
  const folder = makeTemporaryFolder('demo');
  const stop = async () => {
    await moto.stop();
    folder.remove();
  };
  try {
    const seeded = await seed(moto.url);
    const files = await writeProfiles(folder.path, moto.url, seeded, own);
    const env = {
      AWS_CONFIG_FILE: files.config,
      AWS_SHARED_CREDENTIALS_FILE: files.credentials,
    };
    const { url, requestCount } = moto;
    const { leftOut } = files;
    return { url, requestCount, seeded, folder: folder.path, env, leftOut, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
