// The token that lets a listing go on where it stopped, in boto3's form: base 64 of the JSON of the service's own tokens.

/** The service's tokens by the input members they go into; `null` for one that is absent. */
export type Tokens = Readonly<Record<string, unknown>>;

export interface ResumePoint {
  readonly tokens: Tokens;
  /** Items of the first page that were given before. */
  readonly skip: number;
}

const skipKey = 'boto_truncate_amount';
const bytesKey = 'boto_encoded_keys';

type Path = readonly (string | number)[];

export function formatResumeToken({ tokens, skip }: ResumePoint): string {
  const bytePaths: Path[] = [];
  const plain = withoutBytes(tokens, [], bytePaths) as Tokens;
  const whole = {
    ...plain,
    ...(skip > 0 ? { [skipKey]: skip } : {}),
    ...(bytePaths.length > 0 ? { [bytesKey]: bytePaths } : {}),
  };
  return Buffer.from(pythonJson(whole)).toString('base64');
}

function withoutBytes(value: unknown, path: Path, found: Path[]): unknown {
  if (value instanceof Uint8Array) {
    found.push(path);
    return Buffer.from(value).toString('base64');
  }
  if (Array.isArray(value)) return value.map((item, i) => withoutBytes(item, [...path, i], found));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutBytes(item, [...path, key], found)]),
  );
}

/** As Python prints it, so that the same tokens have the same text. */
function pythonJson(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, item]) => `${ascii(key)}: ${pythonJson(item)}`,
    );
    return `{${members.join(', ')}}`;
  }
  return typeof value === 'string' ? ascii(value) : JSON.stringify(value ?? null);
}

function ascii(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** undefined if the text is neither our form, boto3's, nor a token of the service. */
export function parseResumeToken(
  text: string,
  members: readonly string[],
): ResumePoint | undefined {
  return parseCurrentForm(text) ?? parseOldForm(text, members);
}

function parseCurrentForm(text: string): ResumePoint | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64').toString());
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    const { [skipKey]: skip, [bytesKey]: paths, ...tokens } = read as Record<string, unknown>;
    if (Array.isArray(paths)) for (const path of paths) restoreBytes(tokens, path);
    return { tokens, skip: typeof skip === 'number' ? skip : 0 };
  } catch {
    return undefined;
  }
}

function restoreBytes(tokens: Record<string, unknown>, path: Path): void {
  const parents = path.slice(0, -1);
  const last = path.at(-1);
  let holder: unknown = tokens;
  for (const step of parents) holder = isHolder(holder) ? holder[step] : undefined;
  if (isHolder(holder) && last !== undefined) {
    holder[last] = Buffer.from(String(holder[last]), 'base64');
  }
}

function isHolder(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The service's own tokens, joined by `___`, and perhaps a number of items to skip. */
function parseOldForm(text: string, members: readonly string[]): ResumePoint | undefined {
  let parts = text.split('___');
  let skip = 0;
  if (parts.length === members.length + 1) {
    const last = parts.pop() ?? '';
    if (/^\d+$/.test(last)) skip = Number(last);
    else parts = [text];
  }
  if (parts.length > members.length) return undefined;
  const values = members.map((_, i) => (parts[i] === 'None' ? null : (parts[i] ?? null)));
  return { tokens: Object.fromEntries(members.map((name, i) => [name, values[i]])), skip };
}
