/** What stands between the parts of a JSON text. */
export interface DumpOptions {
  /** True sorts the keys of every object. */
  readonly isSorted?: boolean;
  /** True leaves out the spaces after `,` and `:`. */
  readonly isCompact?: boolean;
}

/**
 * JSON as Python's `json.dumps` writes it, character by character: the AWS CLI names its cache files by hashes of such texts,
 * and writes them so. Members that are undefined are left out.
 */
export function dumpJson(value: unknown, options: DumpOptions = {}): string {
  const [comma, colon] = options.isCompact ? [',', ':'] : [', ', ': '];
  if (Array.isArray(value)) return `[${value.map((one) => dumpJson(one, options)).join(comma)}]`;
  if (typeof value !== 'object' || value === null) return escapeNonAscii(JSON.stringify(value));
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  if (options.isSorted) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const members = entries.map(
    ([key, member]) => `${escapeNonAscii(JSON.stringify(key))}${colon}${dumpJson(member, options)}`,
  );
  return `{${members.join(comma)}}`;
}

function escapeNonAscii(json: string): string {
  return json.replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
