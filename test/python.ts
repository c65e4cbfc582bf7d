// Python beside the tests: botocore and the AWS CLI are what Awscope is compared with, where they are installed.

import { execFile, execFileSync } from 'node:child_process';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';

/** Runs a program, which reads the input, and gives what it prints, without the last line end. */
export type Python = (
  program: string,
  input: string,
  environment?: Readonly<Record<string, string>>,
) => Promise<string>;

/** Undefined, with a note in the test's report, where Python or the package is missing. */
export function pythonOf(context: TestContext, name: string): Python | undefined {
  if (!hasPackage(name)) {
    context.diagnostic(`Not compared with Python: the package ${name} is not installed.`);
    return undefined;
  }
  return async (program, input, environment = {}) => {
    const env = { PATH: process.env.PATH, PYTHONUTF8: '1', ...environment };
    const options = { env, maxBuffer: 64 * 1024 * 1024 };
    const running = promisify(execFile)('python3', ['-c', program], options);
    running.child.stdin?.end(input);
    const { stdout } = await running;
    return stdout.replace(/\n$/, '');
  };
}

function hasPackage(name: string): boolean {
  try {
    execFileSync('python3', ['-c', `import ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
