import { readFileSync } from 'node:fs';
import { ConfigError } from '../errors.ts';
import type { CreateSendOptions } from '../http/send.ts';
import { textOf } from './place.ts';
import { caBundleOf } from './settings.ts';
import {
  type ConfigOptions,
  type Environment,
  expandPath,
  type ProfileEntry,
} from './sharedConfig.ts';

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
  const proxyTrust = readProxyTrust(entry, options);
  return {
    ...readProxies(environment),
    ...(bundle && { ca: readPem(bundle, 'certificates (ca_bundle, AWS_CA_BUNDLE)') }),
    ...(proxyTrust && { proxyTrust }),
  };
}

/** How a proxy reached by https is trusted, and told who asks. */
function readProxyTrust(
  entry: ProfileEntry | undefined,
  options: ConfigOptions,
): CreateSendOptions['proxyTrust'] {
  const read = (key: string, what: string) => {
    const path = textOf(entry, key);
    return path ? readPem(expandPath(path, options), `${what} (${key})`) : undefined;
  };
  const ca = read('proxy_ca_bundle', 'certificates');
  const cert = read('proxy_client_cert', 'a certificate and its key');
  if (ca === undefined && cert === undefined) return undefined;
  return { ...(ca !== undefined && { ca }), ...(cert !== undefined && { cert, key: cert }) };
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

function readPem(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(file, undefined, `this file of ${what} cannot be read.`, error);
  }
}
