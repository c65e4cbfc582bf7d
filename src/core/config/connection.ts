import { readFileSync } from 'node:fs';
import { ConfigError } from '../errors.ts';
import type { CreateSendOptions } from '../http/send.ts';
import { caBundleOf } from './settings.ts';
import type { ConfigOptions, Environment, ProfileEntry } from './sharedConfig.ts';

/**
 * Never reached by a proxy: an emulator on this machine, and the addresses that hand out keys, which would be those of the
 * proxy's machine.
 */
export const directHosts: readonly string[] = [
  'localhost',
  '127.0.0.1',
  '::1',
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  'fd00:ec2::254',
  'fd00:ec2::23',
];

/** How requests of a profile leave the machine: its certificates, and the proxy the environment names. */
export function readConnection(
  entry: ProfileEntry | undefined,
  options: ConfigOptions,
): CreateSendOptions {
  const environment = options.environment ?? process.env;
  const bundle = caBundleOf(entry, options);
  return { ...readProxies(environment), ...(bundle && { ca: readBundle(bundle) }) };
}

/** One for each scheme, as botocore has it: hosts reached by http only go through HTTP_PROXY. */
function readProxies(environment: Environment): CreateSendOptions {
  const proxy = readProxy(environment, 'https_proxy');
  const httpProxy = readProxy(environment, 'http_proxy');
  if (proxy === undefined && httpProxy === undefined) return {};
  const noProxy = environment.no_proxy || environment.NO_PROXY;
  return {
    ...(proxy !== undefined && { proxy }),
    httpProxy: httpProxy ?? '',
    noProxy: [...(noProxy ? [noProxy] : []), ...directHosts].join(','),
  };
}

/** Under its name in small letters first, and without a scheme too. */
function readProxy(environment: Environment, name: string): string | undefined {
  const variable = environment[name] ? name : name.toUpperCase();
  const text = environment[variable];
  if (!text) return undefined;
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (URL.canParse(url)) return url;
  throw new ConfigError(variable, undefined, 'the URL of a proxy is wanted, http://host:port.');
}

function readBundle(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const problem = 'this file of certificates (ca_bundle, AWS_CA_BUNDLE) cannot be read.';
    throw new ConfigError(file, undefined, problem, error);
  }
}
