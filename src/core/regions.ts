// The regions of a partition as a person picks one: by name and in words, and whether the account has switched it on.

import type { Client } from './client.ts';
import { ResponseParseError, ServiceError } from './errors.ts';
import type { Partition, Partitions } from './models/model.ts';

export interface Region {
  readonly name: string;
  /** Such as `US East (N. Virginia)`; absent for a region that AWS's data does not describe. */
  readonly title?: string;
  /** Absent where nobody may say. */
  readonly isEnabled?: boolean;
}

/** By name: true for those the account has, false for those it has not. */
export type RegionStates = ReadonlyMap<string, boolean>;

/** All that AWS's data has and all that the account lists, by name. */
export function describeRegions(
  partition: Partition | undefined,
  states: RegionStates | undefined,
): readonly Region[] {
  const names = new Set([...regionNames(partition), ...(states?.keys() ?? [])]);
  return [...names].sort().map((name) => {
    const title = partition?.regions[name]?.description;
    const isEnabled = states?.get(name);
    return {
      name,
      ...(title !== undefined && { title }),
      ...(isEnabled !== undefined && { isEnabled }),
    };
  });
}

/** Without those that stand for all of the partition. */
export function regionNames(partition: Partition | undefined): readonly string[] {
  return Object.keys(partition?.regions ?? {}).filter((name) => !name.endsWith('-global'));
}

/** What a region is called, whatever its partition. */
export function regionTitle({ partitions }: Partitions, region: string): string | undefined {
  const partition = partitions.find(({ regions }) => regions[region]?.description !== undefined);
  return partition?.regions[region]?.description;
}

export interface RegionClients {
  readonly client: (serviceId: string) => Promise<Client>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks the account's own service, and EC2 where that is not allowed or not there. Undefined where neither may be asked; a
 * failure of the network is thrown.
 */
export async function listRegionStates(clients: RegionClients): Promise<RegionStates | undefined> {
  return (await ifAllowed(() => listOfAccount(clients))) ?? ifAllowed(() => listOfEc2(clients));
}

async function ifAllowed<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    // Some emulators answer with a page instead of an error.
    if (error instanceof ServiceError || error instanceof ResponseParseError) return undefined;
    throw error;
  }
}

/** https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html */
async function listOfAccount({ client, signal }: RegionClients): Promise<RegionStates> {
  const states = new Map<string, boolean>();
  for await (const page of (await client('account')).pages('ListRegions', {}, { signal })) {
    note(states, page.Regions, 'RegionOptStatus', (status) => /^ENABL/.test(status));
  }
  return states;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html */
async function listOfEc2({ client, signal }: RegionClients): Promise<RegionStates> {
  const states = new Map<string, boolean>();
  const ec2 = await client('ec2');
  const { Regions } = await ec2.call('DescribeRegions', { AllRegions: true }, { signal });
  note(states, Regions, 'OptInStatus', (status) => status !== 'not-opted-in');
  return states;
}

function note(
  states: Map<string, boolean>,
  regions: unknown,
  member: string,
  isEnabled: (status: string) => boolean,
): void {
  for (const region of Array.isArray(regions) ? regions : []) {
    if (typeof region?.RegionName === 'string') {
      states.set(region.RegionName, isEnabled(String(region[member])));
    }
  }
}
