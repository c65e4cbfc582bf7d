// The results as a table, for the eye and for the record.

import { writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { type Comparison, turnsInRound } from './compare.ts';
import type { Figure } from './own.ts';

export function printComparison({ title, ours, sdk, raw, ...ratios }: Comparison): void {
  const columns = [ms(ours), ms(sdk), ms(raw), times(ratios.fasterThanSdk), times(ratios.timesRaw)];
  console.log(title.padEnd(46) + columns.map((column) => column.padStart(12)).join(''));
  if (ratios.remarks.length > 0) console.log(`    ${ratios.remarks.join(', ')}`);
}

export function printHead(): void {
  const columns = ['ours', 'SDK v3', 'raw', 'x SDK v3', 'x raw'];
  console.log('ms a call'.padEnd(46) + columns.map((column) => column.padStart(12)).join(''));
}

export function printFigure({ title, ms: value }: Figure): void {
  console.log(title.padEnd(46) + ms(value).padStart(12));
}

export interface Results {
  readonly sdkVersion: string;
  readonly rounds: number;
  readonly comparisons: readonly Comparison[];
  readonly figures: readonly Figure[];
}

export async function writeResults(file: string, results: Results): Promise<void> {
  const { comparisons, figures, sdkVersion, rounds } = results;
  const rows = comparisons.map(({ title, ours, sdk, raw, fasterThanSdk, timesRaw, remarks }) =>
    row([
      title,
      ms(ours),
      ms(sdk),
      ms(raw),
      times(fasterThanSdk),
      times(timesRaw),
      remarks.join('; '),
    ]),
  );
  const text = `# Results of the last \`npm run bench\`

Milliseconds a call against a local server that answers with prepared bodies, over plain HTTP. "SDK v3" is
\`@aws-sdk/client-*\` ${sdkVersion}; "raw" is undici getting the same bytes, unsigned and unread, for JSON with \`JSON.parse\`.
Each subject runs in a process of its own, in turn, ${rounds * turnsInRound} times (the last two ${rounds} and ${2 * rounds} times); a ratio is the
median of the turns' own ratios. Times differ from machine to machine, ratios hardly.

Machine: ${machine()}

| work | ours | SDK v3 | raw | faster than SDK v3 | times raw | |
| --- | --: | --: | --: | --: | --: | --- |
${rows.join('\n')}

| our own | ms |
| --- | --: |
${figures.map(({ title, ms: value }) => row([title, ms(value)])).join('\n')}
`;
  await writeFile(file, text);
}

function machine(): string {
  const [cpu] = cpus();
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  return `${cpus().length} × ${cpu?.model.trim() ?? process.arch}, ${memory} GB, ${process.platform} ${release()}, Node ${process.version}.`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function ms(value: number | undefined): string {
  if (value === undefined) return '';
  return value < 1 ? value.toFixed(3) : value.toFixed(value < 100 ? 2 : 0);
}

function times(value: number | undefined): string {
  return value === undefined ? '' : `${value.toFixed(2)} ×`;
}
