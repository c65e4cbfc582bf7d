// Runs one of the Python generators beside this file and gives what it prints, a JSON value a line.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseJson } from '../../src/core/json.ts';

export async function* casesOf(script: string, passed: readonly string[]): AsyncGenerator<unknown> {
  const file = path.join(import.meta.dirname, script);
  const python = spawn('python3', [file, ...passed], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => python.once('close', resolve));
  for await (const line of createInterface({ input: python.stdout })) yield parseJson(line);
  const code = await ended;
  if (code !== 0) throw new Error(`${script} ended with code ${code}`);
}

export interface Tally {
  same: number;
  different: number;
  /** What botocore itself does not take. */
  refused: number;
}

/** Counts outcomes by name, and shows the first differences. */
export class Report {
  readonly #tallies = new Map<string, Tally>();
  #toShow: number;

  constructor(toShow: number) {
    this.#toShow = toShow;
  }

  /** `difference` is undefined where both do the same, `refused` where botocore takes no such case. */
  add(name: string, difference: string | undefined, what: string): void {
    const tally = this.#tallies.get(name) ?? { same: 0, different: 0, refused: 0 };
    this.#tallies.set(name, tally);
    if (difference === undefined) tally.same += 1;
    else if (difference === 'refused') tally.refused += 1;
    else tally.different += 1;
    if (difference === undefined || difference === 'refused' || this.#toShow-- <= 0) return;
    console.log(`${name} ${what}\n  ${difference}`);
  }

  print(): void {
    for (const [name, { same, different, refused }] of [...this.#tallies].sort()) {
      console.log(
        `${name.padEnd(28)} ${same} the same, ${different} different, ${refused} refused`,
      );
    }
  }
}

/** `--show N` in front, and the rest. */
export function readArguments(given: readonly string[]): {
  readonly show: number;
  readonly passed: readonly string[];
} {
  return given[0] === '--show'
    ? { show: Number(given[1]), passed: given.slice(2) }
    : { show: 0, passed: given };
}
