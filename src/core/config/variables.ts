// What a profile sets beside keys and region, as environment variables: with them another program that gets its keys goes the
// same ways, although it does not know the profile.

import type { EndpointScope } from './endpoints.ts';
import { serviceEndpoints } from './endpoints.ts';
import { s3SettingRules, settingRules } from './settingRules.ts';
import { caBundleOf, findSetting } from './settings.ts';

const rules = [...Object.values(settingRules), ...Object.values(s3SettingRules)];
const keys = new Set(['ca_bundle', 'services', ...rules.flatMap((rule) => rule.keys)]);

/** By name. Without those that the environment has already, which count more than the profile, and without the common endpoint. */
export function variablesOf(
  scope: EndpointScope & { readonly home?: string | undefined },
): Readonly<Record<string, string>> {
  const { entry, environment, home } = scope;
  // Most profiles have nothing of it, and there may be hundreds.
  if (![...(entry?.values.keys() ?? [])].some((key) => keys.has(key) || key === 's3')) return {};
  const variables: Record<string, string> = {};
  for (const rule of rules) {
    const found = findSetting(entry, {}, rule);
    if (rule.variable && found) variables[rule.variable] = found.text;
  }
  const bundle = caBundleOf(entry, { environment, home });
  if (bundle !== undefined) variables.AWS_CA_BUNDLE = bundle;
  for (const [key, url] of serviceEndpoints(scope)) {
    variables[`AWS_ENDPOINT_URL_${key.toUpperCase()}`] = url;
  }
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !environment[name]));
}
