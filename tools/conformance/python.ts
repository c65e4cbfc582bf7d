// Runs one of the Python scripts beside this file and gives what it prints, a JSON value a line.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseJson } from '../../src/core/json.ts';

export async function* casesOf(script: string, given: readonly string[]): AsyncGenerator<unknown> {
  const file = path.join(import.meta.dirname, script);
  const python = spawn('python3', [file, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => python.once('close', resolve));
  for await (const line of createInterface({ input: python.stdout })) yield parseJson(line);
  const code = await ended;
  if (code !== 0) throw new Error(`${script} ended with code ${code}`);
}
