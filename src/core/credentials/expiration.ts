/**
 * The moment a text names, such as `2030-01-01T00:00:00Z` or the AWS CLI's `2030-01-01T00:00:00UTC`. Undefined for anything
 * else, a time without a zone among it: it could be any of two dozen moments, and botocore refuses it too.
 */
export function parseExpiration(text: unknown): Date | undefined {
  if (text instanceof Date) return text;
  if (typeof text !== 'string') return undefined;
  const zoned = text.trim().replace(/(?:UTC|GMT)$/, 'Z');
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/i.test(zoned)) return undefined;
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** As botocore writes it into caches: whole seconds, and `zone` at the end. */
export function formatExpiration(date: Date, zone: 'Z' | 'UTC' = 'Z'): string {
  return `${date.toISOString().slice(0, 19)}${zone}`;
}

/** How many milliseconds are left. */
export function timeLeft(expiration: Date, now: Date): number {
  return expiration.getTime() - now.getTime();
}
