// The filters of texts, undone where that is possible: the value that a filter made a text of.

/** What the filters, in their order, were given; `undefined` where that cannot be told. */
export function undoFilters(filters: readonly string[], text: string): string | undefined {
  return filters.reduceRight<string | undefined>(
    (value, name) => (value === undefined ? undefined : undo[name]?.(value)),
    text,
  );
}

const undo: Readonly<Record<string, (text: string) => string | undefined>> = {
  raw: (text) => text,
  lower: (text) => text,
  url: decode,
  url2: (text) => decode(decode(text)),
  cw: (text) => decode(decode(text.replaceAll('$', '%'))),
  /** A parameter's name has the `/` in front if there is another one in it, and is written without it else. */
  rooted: (text) => (text.indexOf('/', 1) > 0 ? text : text.replace(/^\//, '')),
};

function decode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // A `%` that begins no escape: no console or program of AWS wrote it.
  }
}
