import { readFileSync } from 'node:fs';
import { ConfigError } from '../errors.ts';
import type { CreateSendOptions } from '../http/send.ts';
import { caBundleOf } from './settings.ts';
import type { ConfigOptions, ProfileEntry } from './sharedConfig.ts';

/** Never sent through a proxy: an emulator on this machine is not to be reached by one. */
const localHosts = 'localhost,127.0.0.1,[::1]';

/** How requests of a profile leave the machine: its certificates, and the proxy the environment names. */
export function readConnection(
  entry: ProfileEntry | undefined,
  options: ConfigOptions,
): CreateSendOptions {
  const environment = options.environment ?? process.env;
  const proxy = environment.https_proxy || environment.HTTPS_PROXY || undefined;
  const noProxy = environment.no_proxy || environment.NO_PROXY;
  const bundle = caBundleOf(entry, options);
  return {
    ...(proxy && { proxy, noProxy: noProxy ? `${noProxy},${localHosts}` : localHosts }),
    ...(bundle && { ca: readBundle(bundle) }),
  };
}

function readBundle(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const problem = 'this file of certificates (ca_bundle, AWS_CA_BUNDLE) cannot be read.';
    throw new ConfigError(file, undefined, problem, error);
  }
}
