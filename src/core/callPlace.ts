// Where a call goes, and how it is authorized there. For most operations neither depends on the input: that is found at the
// first call and remembered.

import type { ClientContext } from './clientContext.ts';
import type { CheckedCall } from './describeRequest.ts';
import { EndpointError } from './errors.ts';
import { type Auth, chooseAuth } from './http/auth.ts';
import type { Endpoint } from './http/endpoint.ts';
import { endpointParams, findInInput } from './http/endpointParams.ts';

export interface CallPlace {
  readonly url: string;
  /** What the endpoint's rules want sent along; absent where they want nothing. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly auth: Auth;
}

/** `signal` cancels asking for the account that some endpoints contain. */
export async function findCallPlace(
  context: ClientContext,
  call: CheckedCall,
  signal: AbortSignal | undefined,
): Promise<CallPlace> {
  const endpoint = await findEndpoint(context, call, signal);
  const place = {
    url: endpoint.url,
    headers: headersOf(endpoint),
    auth: authAt(endpoint, context, call),
  };
  const isFixed = call.plan.hasFixedPlace && !context.wantsAccountId;
  if (isFixed && context.customization.address === undefined) {
    context.fixedPlaces.set(call.plan, place);
  }
  return place;
}

function authAt(endpoint: Endpoint, context: ClientContext, { plan, where }: CheckedCall): Auth {
  const { service, settings, token } = context.options;
  return chooseAuth({
    service,
    operation: plan.operation,
    endpoint,
    region: context.region(where),
    preference: settings.authSchemePreference,
    regionSet: settings.sigv4aSigningRegionSet,
    prefersToken: token?.isPreferred ?? false,
    where,
  });
}

async function findEndpoint(
  context: ClientContext,
  call: CheckedCall,
  signal: AbortSignal | undefined,
): Promise<Endpoint> {
  const { plan, input, where, service } = call;
  const { endpoint, settings } = context.options;
  const params = endpointParams(service, plan, input, {
    region: context.region(where),
    endpoint,
    settings,
    bucketRegions: context.bucketRegions,
    // Only where the rules ask for it, because finding credentials may be slow.
    accountId: context.wantsAccountId ? (await context.credentials(signal)).accountId : undefined,
    found: await findInInput(plan, input),
  });
  const found = context.resolveEndpoint(params, where);
  const discovered = endpoint === undefined ? await discover(context, call, signal) : undefined;
  const url = discovered ?? context.customization.address?.(call);
  return url === undefined ? found : { ...found, url };
}

/** The address the service names for this operation, where it has one to name. */
async function discover(
  context: ClientContext,
  { plan, where }: CheckedCall,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const { endpointdiscovery } = plan.operation;
  const { endpointDiscoveryEnabled: mode = 'auto' } = context.options.settings;
  if (!endpointdiscovery || (mode !== 'true' && !endpointdiscovery.required)) return undefined;
  if (mode === 'false') {
    const problem =
      'the service says where its requests go, and endpoint_discovery_enabled = false forbids to ask it.';
    throw new EndpointError(where, problem);
  }
  return context.discovery.find(endpointdiscovery.required === true, signal);
}

function headersOf({ headers }: Endpoint): CallPlace['headers'] {
  const entries = Object.entries(headers).flatMap(([name, [value]]) =>
    value === undefined ? [] : [[name.toLowerCase(), value]],
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
