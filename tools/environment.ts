/** The caller's environment without its AWS settings, which would change what tests see, and without a test runner's. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('AWS_') && !name.startsWith('NODE_TEST'),
  );
  return Object.fromEntries(kept);
}
