import { runInEditor } from '../suites/vscode.ts';

/** Milliseconds of our own time until the extension is active, in a real editor started for it. */
export async function measureActivation(): Promise<number> {
  const { notes = [], output } = await runInEditor({ only: 'activation' });
  const figure = notes.map((note) => /activation took ([\d.]+) ms/.exec(note)?.[1]).find(Boolean);
  if (!figure) throw new Error(`The editor gave no figure of its activation.\n${output}`);
  return Number(figure);
}
