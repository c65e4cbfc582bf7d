import { platform } from 'node:process';
import { abortError, throwIfAborted } from '../abort.ts';
import { lineOf, textOf } from '../config/place.ts';
import { splitShellWords } from '../config/pythonText.ts';
import type { Environment } from '../config/sharedConfig.ts';
import { splitWindowsWords } from '../config/windowsWords.ts';
import { ConfigError, CredentialsError } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { parseObject, textIn } from './documents.ts';
import { parseExpiration } from './expiration.ts';
import type { CredentialSource } from './source.ts';

/** Keys that a program of the user's prints. https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html */
export const process: CredentialSource = {
  kind: 'process',
  options: new Set(['credential_process']),
  plan({ entry, profile, environment }) {
    const command = textOf(entry, 'credential_process');
    if (!entry || command === undefined) return undefined;
    const words = platform === 'win32' ? splitWindowsWords(command) : splitShellWords(command);
    const [program, ...args] = words ?? [];
    if (!program) {
      const { file, line } = lineOf(entry, 'credential_process');
      throw new ConfigError(file, line, 'credential_process: a quotation in it is not closed.');
    }
    const accountId = textOf(entry, 'aws_account_id');
    return async ({ signal }) => {
      const output = await run(program, args, { environment, profile, signal });
      return readOutput(output, profile, accountId);
    };
  },
};

/** Long enough for a person to answer what the program asks in a browser. */
const timeLimit = 120_000;

/** Its standard error is dropped, and its arguments are never shown: both may hold secrets. */
async function run(
  program: string,
  args: readonly string[],
  options: { environment: Environment; profile: string; signal: AbortSignal | undefined },
): Promise<string> {
  const { environment, profile, signal } = options;
  throwIfAborted(signal);
  const { execFile } = await import('node:child_process');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const execOptions = {
    env: environment,
    timeout: timeLimit,
    windowsHide: true,
    maxBuffer: 1024 * 1024,
    ...(signal && { signal }),
  };
  // Node's errors may have the whole command line in their messages, so they are not kept as the cause.
  const refuse = (error: Failure) => {
    const problem = `its credential_process ${program} ${reasonOf(program, error)}.`;
    return new CredentialsError('Credentials', profile, problem);
  };
  try {
    execFile(program, args, execOptions, (error, stdout) => {
      if (!error) return resolve(stdout);
      reject(signal?.aborted ? abortError(signal) : refuse(error));
    });
  } catch (error) {
    throw refuse({ code: error instanceof Error && 'code' in error ? error.code : undefined });
  }
  return promise;
}

interface Failure {
  readonly code?: unknown;
  readonly killed?: unknown;
}

function reasonOf(program: string, error: Failure): string {
  if (error.code === 'ENOENT') return 'was not found';
  if (error.code === 'EACCES') return 'may not be run';
  if (error.code === 'EINVAL' && /\.(?:bat|cmd)$/i.test(program)) {
    return 'is a script of the Command Prompt; put "cmd /c" in front of it';
  }
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'printed more than a mebibyte';
  if (error.killed) return `did not end within ${timeLimit / 1000} seconds`;
  if (typeof error.code === 'string') return `cannot be started (${error.code})`;
  return `failed with exit code ${error.code ?? 'unknown'}; run it in a terminal to see why`;
}

function readOutput(text: string, profile: string, accountId: string | undefined): Credentials {
  const refuse = (problem: string) =>
    new CredentialsError('Credentials', profile, `its credential_process ${problem}.`);
  const output = parseObject(text);
  if (!output) throw refuse('did not print a JSON object');
  if (output.Version !== 1) throw refuse('must print "Version": 1');
  const accessKeyId = textIn(output, 'AccessKeyId');
  const secretAccessKey = textIn(output, 'SecretAccessKey');
  if (!accessKeyId) throw refuse('printed no AccessKeyId');
  if (!secretAccessKey) throw refuse('printed no SecretAccessKey');
  const sessionToken = textIn(output, 'SessionToken');
  const account = textIn(output, 'AccountId') ?? accountId;
  const expiration = parseExpiration(output.Expiration);
  if (output.Expiration !== undefined && output.Expiration !== null && !expiration) {
    throw refuse('printed an Expiration that is no time with its zone');
  }
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    ...(account && { accountId: account }),
    ...(expiration && { expiration }),
  };
}
