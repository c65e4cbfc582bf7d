/** `s3.ListBuckets`, as recent operations are remembered. */
export type OperationName = `${string}.${string}`;

const limit = 20;

/** Most recent first. */
export function addRecent(
  recent: readonly OperationName[],
  used: OperationName,
): readonly OperationName[] {
  return [used, ...recent.filter((name) => name !== used)].slice(0, limit);
}
