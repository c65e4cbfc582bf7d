// How requests leave this machine: VS Code's network settings and the environment as options for the core's sender.

import { directHosts } from '../core/config/connection.ts';
import type { CreateSendOptions } from '../core/http/send.ts';

/** VS Code's settings of the same names under `http.`; empty and false as VS Code has them when unset. */
export interface NetworkSettings {
  readonly proxy: string;
  readonly noProxy: readonly string[];
  readonly proxySupport: string;
  readonly proxyStrictSSL: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `trust` is what the profile, the environment or the system says is trusted. */
export function networkOptions(
  settings: NetworkSettings,
  environment: Environment,
  { ca, proxyTrust }: Pick<CreateSendOptions, 'ca' | 'proxyTrust'> = {},
): CreateSendOptions {
  const proxy = proxyOf(settings, environment);
  const noProxy = settings.noProxy.join(',') || either(environment, 'NO_PROXY');
  return {
    proxy,
    noProxy: proxy && [...(noProxy ? [noProxy] : []), ...directHosts].join(','),
    ca,
    ...(proxyTrust && { proxyTrust }),
    rejectUnauthorized: settings.proxyStrictSSL ? undefined : false,
  };
}

/** As VS Code does it: the setting first, then the environment, and nothing where proxies are switched off. */
function proxyOf(settings: NetworkSettings, environment: Environment): string | undefined {
  if (settings.proxySupport === 'off') return undefined;
  return settings.proxy || either(environment, 'HTTPS_PROXY') || either(environment, 'HTTP_PROXY');
}

/** The lower case name wins, as in curl and Python. */
function either(environment: Environment, name: string): string | undefined {
  return environment[name.toLowerCase()] || environment[name] || undefined;
}
