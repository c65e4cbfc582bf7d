// Values that JSON lacks, as cases have them: `{ "$bytes": base64 }`, `{ "$date": ... }` with microseconds since 1970 or a text in
// ISO 8601, and `{ "$float": "NaN" }`.

/** The value of a case as Awscope has it. */
export function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[tag, text] = ['', undefined]] = entries;
  if (tag === '$bytes') return new Uint8Array(Buffer.from(String(text), 'base64'));
  if (tag === '$date') {
    return new Date(typeof text === 'string' ? text : Math.round(Number(text) / 1000));
  }
  if (tag === '$float') return Number(text);
  return Object.fromEntries(entries.map(([name, member]) => [name, revive(member)]));
}

/** The other way round; dates in whole milliseconds. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Date) return { $date: value.getTime() * 1000 };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $float: String(value) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}
