/**
 * The partition of a region, from the region's name alone, so that it is known before anything is read. The table equals
 * `partitions.json` of the catalogue; a test compares them. A name that fits none is taken for `aws`, as botocore does.
 */
export function partitionOf(region: string | undefined): string {
  if (region === undefined) return 'aws';
  const found = partitions.find(
    ([id, pattern]) => region === `${id}-global` || pattern.test(region),
  );
  return found?.[0] ?? 'aws';
}

/** Each partition's id and what its regions look like. */
export const partitions: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['aws', /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/],
  ['aws-cn', /^cn-\w+-\d+$/],
  ['aws-eusc', /^eusc-(de)-\w+-\d+$/],
  ['aws-iso', /^us-iso-\w+-\d+$/],
  ['aws-iso-b', /^us-isob-\w+-\d+$/],
  ['aws-iso-e', /^eu-isoe-\w+-\d+$/],
  ['aws-iso-f', /^us-isof-\w+-\d+$/],
  ['aws-us-gov', /^us-gov-\w+-\d+$/],
];
