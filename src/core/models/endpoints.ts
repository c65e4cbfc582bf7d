// In which regions a service runs, out of botocore's `endpoints.json`.

import { isObject, type ModelData } from './dataFolders.ts';

/** Partition id -> endpoint prefix -> regions. A service that is one for its whole partition has an empty list. */
export type RegionsByPartition = Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
>;

/** Takes from botocore's `endpoints.json` what botocore's `get_available_regions` answers from. */
export function regionsByPartition(endpoints: ModelData): RegionsByPartition {
  const partitions = Array.isArray(endpoints.partitions) ? endpoints.partitions : [];
  return Object.fromEntries(
    partitions
      .filter(isObject)
      .map((partition) => [String(partition.partition), regionsByPrefix(partition)]),
  );
}

function regionsByPrefix(partition: ModelData): Record<string, readonly string[]> {
  const { regions, services } = partition;
  if (!isObject(regions) || !isObject(services)) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(services).map(([prefix, service]) => {
      const endpoints = isObject(service) && isObject(service.endpoints) ? service.endpoints : {};
      return [prefix, Object.keys(endpoints).filter((name) => name in regions)];
    }),
  );
}
