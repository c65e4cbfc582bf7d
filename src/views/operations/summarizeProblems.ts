import type { TextProblem } from '../inputText.ts';

/** `TableName is required and missing. There is 1 more fault.`, in one line of what fits into the status bar. */
export function summarizeProblems([first, ...others]: readonly TextProblem[]): string {
  if (first === undefined) return '';
  const message = first.message.replaceAll(/\s+/g, ' ');
  const short = message.length > longest ? `${message.slice(0, longest - 1)}…` : message;
  if (others.length === 0) return short;
  const more = others.length === 1 ? 'is 1 more fault' : `are ${others.length} more faults`;
  return `${short} There ${more}.`;
}

const longest = 100;
