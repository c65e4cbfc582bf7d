// A home folder of its own for a test, and a small STS on a real port.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

export const keys =
  'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n';
export const secretKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

/** Nobody's metadata service is asked in tests. */
export const quietEnvironment = { AWS_EC2_METADATA_DISABLED: 'true' };

export interface Home {
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Writes a file below `~/.aws`, at once and as a whole. */
  write(name: string, content: string): Promise<string>;
}

/** `files` are names below `~/.aws`. */
export async function makeHome(
  context: TestContext,
  files: Readonly<Record<string, string>> = {},
): Promise<Home> {
  const home = await mkdtemp(join(tmpdir(), 'awscope-home-'));
  context.after(() => rm(home, { recursive: true, force: true }));
  const write = async (name: string, content: string) => {
    const file = join(home, '.aws', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    return file;
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return { home, environment: quietEnvironment, write };
}

/** One request STS got: its parameters, and the access key that signed it. */
export interface StsRequest {
  readonly parameters: Readonly<Record<string, string>>;
  readonly signedBy: string | undefined;
}

export interface Sts {
  readonly url: string;
  readonly requests: readonly StsRequest[];
  /** Makes the next requests fail with this code. */
  fail(code: string | undefined): void;
}

/** Answers GetCallerIdentity with an account made of the key, and AssumeRole with keys made of the role. */
export async function startSts(context: TestContext, delay = 0): Promise<Sts> {
  const requests: StsRequest[] = [];
  let failure: string | undefined;
  const server = createServer(async (request, response) => {
    const received = await readRequest(request);
    requests.push(received);
    await new Promise((resolve) => setTimeout(resolve, delay));
    response.setHeader('content-type', 'text/xml');
    if (failure !== undefined) response.statusCode = 403;
    response.end(failure === undefined ? answer(received) : errorOf(failure));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const fail = (code: string | undefined) => {
    failure = code;
  };
  return { url: `http://127.0.0.1:${port}`, requests, fail };
}

async function readRequest(request: IncomingMessage): Promise<StsRequest> {
  const parameters = Object.fromEntries(new URLSearchParams(await text(request)));
  const signedBy = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1];
  return { parameters, signedBy };
}

function answer({ parameters, signedBy }: StsRequest): string {
  const { Action = '', RoleArn = '' } = parameters;
  if (Action === 'GetCallerIdentity') {
    const account = signedBy === 'AKIAIOSFODNN7EXAMPLE' ? '111122223333' : '444455556666';
    return wrap(Action, `<Account>${account}</Account><Arn>arn</Arn><UserId>id</UserId>`);
  }
  const role = RoleArn.split('/')[1];
  const user = RoleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  return wrap(
    Action,
    `<Credentials><AccessKeyId>ASIA${role}</AccessKeyId><SecretAccessKey>secret-of-${role}</SecretAccessKey>` +
      `<SessionToken>token-of-${role}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>` +
      `<AssumedRoleUser><AssumedRoleId>id</AssumedRoleId><Arn>${user}/me</Arn></AssumedRoleUser>`,
  );
}

function wrap(action: string, result: string): string {
  return `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result></${action}Response>`;
}

function errorOf(code: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>`;
}
