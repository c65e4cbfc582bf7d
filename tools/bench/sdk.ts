// AWS's own SDK for JavaScript, version 3: what the benchmarks compare with. It is installed on demand into the user's
// cache folder, so that the project does not depend on it.

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { cacheFolder } from '../cache.ts';
import { runOrThrow } from '../child.ts';

const packages = ['s3', 'ec2', 'iam', 'dynamodb', 'cloudwatch-logs', 'sts'].map(
  (name) => `@aws-sdk/client-${name}`,
);

export function sdkFolder(): string {
  return join(cacheFolder(), 'bench-sdk-v3');
}

/** Installs what is missing and says which version is there. */
export async function installSdk(): Promise<string> {
  const folder = sdkFolder();
  await mkdir(folder, { recursive: true });
  if (!packages.every((name) => existsSync(join(folder, 'node_modules', name)))) {
    await writeFile(join(folder, 'package.json'), '{"private":true}\n');
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts'];
    await runOrThrow('npm', [...args, ...packages.map((name) => `${name}@3`)], { cwd: folder });
  }
  const { version } = requireSdk()(`${packages[0]}/package.json`) as { version: string };
  return version;
}

export function requireSdk(): NodeJS.Require {
  return createRequire(join(sdkFolder(), 'package.json'));
}

/** One STS call as a program of its own, bundled and minified as one would ship it. */
export async function bundleColdStart(): Promise<string> {
  const folder = sdkFolder();
  const outfile = join(folder, 'cold.mjs');
  const contents = `
    import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
    const client = new STSClient({
      region: 'eu-west-1',
      endpoint: process.argv[2],
      credentials: { accessKeyId: process.argv[3], secretAccessKey: process.argv[4] },
    });
    const { Account } = await client.send(new GetCallerIdentityCommand({}));
    process.stdout.write(Account);
    process.exit();
  `;
  await build({
    stdin: { contents, resolveDir: folder },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}
