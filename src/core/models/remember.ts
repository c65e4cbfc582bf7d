/**
 * `load`, asked once a key: callers at the same time share one answer, and a failure is asked for again. So is an
 * answer that `isLasting` denies.
 */
export function remember<T>(
  load: (key: string) => Promise<T>,
  isLasting: (answer: T) => boolean = () => true,
): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = load(key);
    const forget = () => answers.delete(key);
    answers.set(key, answer);
    answer.then((value) => isLasting(value) || forget(), forget);
    return answer;
  };
}
