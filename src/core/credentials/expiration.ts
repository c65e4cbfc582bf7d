/** The moment a text names, such as `2030-01-01T00:00:00Z` or the AWS CLI's older `2030-01-01T00:00:00UTC`. */
export function parseExpiration(text: unknown): Date | undefined {
  if (text instanceof Date) return text;
  if (typeof text !== 'string') return undefined;
  const date = new Date(text.trim().replace(/UTC$/, 'Z'));
  return Number.isNaN(date.getTime()) ? undefined : date;
}
