/** The names a person may have meant by `name`, best first: for the "Did you mean" of an error. */
export function nearNames(name: string, known: readonly string[], limit = 5): string[] {
  const wanted = fold(name);
  return known
    .map((candidate) => ({ candidate, distance: nameDistance(wanted, fold(candidate)) }))
    .filter(({ distance }) => distance <= Math.max(1, wanted.length / 3))
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate, 'en'))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Case and separators are what people get wrong most: `list_buckets`, `step-functions`. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function nameDistance(a: string, b: string): number {
  if (a.length >= 3 && b.startsWith(a)) {
    return Math.min(1, b.length - a.length);
  }
  if (a.length >= 4 && b.includes(a)) {
    return 2;
  }
  return editDistance(a, b);
}

/** Levenshtein's, one row at a time. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
