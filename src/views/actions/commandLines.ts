// Actions that hand over to a program: what is typed into a terminal whose environment has the profile's keys. Knows
// nothing of VS Code.

import type { Document } from '../../core/protocols/protocol.ts';

type CommandLine = (input: Document, region: string | undefined) => readonly string[];

const commandLines: Readonly<Record<string, CommandLine>> = {
  'ssm.StartSession': ({ Target }, region) => [
    ...['aws', 'ssm', 'start-session'],
    ...option('target', Target),
    ...option('region', region),
  ],
  'ecs.ExecuteCommand': ({ cluster, task, container, command = '/bin/sh' }, region) => [
    ...['aws', 'ecs', 'execute-command', '--interactive'],
    ...option('cluster', cluster),
    ...option('task', task),
    ...option('container', container),
    ...option('command', command),
    ...option('region', region),
  ],
  'eks.DescribeCluster': ({ name }, region) => [
    ...['aws', 'eks', 'update-kubeconfig'],
    ...option('name', name),
    ...option('region', region),
  ],
};

/** The line that does what the operation begins; undefined for operations that no program takes over. */
export function commandLineOf(
  operation: string,
  input: Document,
  region: string | undefined,
): string | undefined {
  return commandLines[operation]?.(input, region).map(quote).join(' ');
}

function option(name: string, value: unknown): readonly string[] {
  return value === undefined || value === '' ? [] : [`--${name}`, String(value)];
}

/** Single quotes hold anything but themselves, in POSIX shells as in PowerShell. */
function quote(word: string): string {
  return /^[\w.:/@=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
