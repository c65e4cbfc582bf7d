// What profiles cost: the keys of one that has them in a file, and the list of five hundred.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './compare.ts';
import type { Figure } from './own.ts';
import { outputOf, pathOf } from './processes.ts';

/** Each round in a process of its own, because the second reading of anything is faster than the first. */
export async function measureProfiles(rounds: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'awscope-bench-'));
  try {
    const few = await makeHome(
      join(folder, 'few'),
      '[profile p]\nregion = eu-west-1\n',
      keysOf('p'),
    );
    const many = await makeHome(join(folder, 'many'), ...manyProfiles());
    const times: number[][] = [];
    for (let round = 0; round < rounds; round++) {
      times.push(JSON.parse(await outputOf(pathOf('./profileTimes.mjs'), [few, many])));
    }
    const titles = [
      'keys of a static profile, first in a process',
      'keys of a static profile, later',
      `list of ${count} profiles, first in a process`,
      `list of ${count} profiles, later`,
    ];
    return titles.map((title, at) => ({
      title,
      ms: median(times.map((one) => one[at] ?? Number.NaN)),
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const count = 500;

/** A fifth signs in by SSO, a fifth assumes a role, the others have keys. */
function manyProfiles(): readonly [config: string, credentials: string] {
  const names = Array.from({ length: count }, (_, i) => `team-${i}`);
  const config = names.map((name, i) => `[profile ${name}]\nregion = eu-west-1\n${ownLines(i)}`);
  const session =
    '[sso-session my]\nsso_start_url = https://example.awsapps.com/start#/\nsso_region = eu-west-1\n';
  const withKeys = names.filter((_, i) => i % 5 > 1);
  return [config.join('\n') + session, withKeys.map(keysOf).join('\n')];
}

function ownLines(i: number): string {
  if (i % 5 === 0)
    return 'sso_session = my\nsso_account_id = 123456789012\nsso_role_name = Reader\n';
  if (i % 5 > 1) return 'output = json\ncli_pager =\n';
  return `role_arn = arn:aws:iam::123456789012:role/R${i}\nsource_profile = team-2\n`;
}

function keysOf(name: string): string {
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  return `[${name}]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${secret}\n`;
}

async function makeHome(home: string, config: string, credentials: string): Promise<string> {
  await mkdir(join(home, '.aws'), { recursive: true });
  await writeFile(join(home, '.aws', 'config'), config);
  await writeFile(join(home, '.aws', 'credentials'), credentials);
  return home;
}
