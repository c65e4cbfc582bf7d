// What the person sees of something that could not be read.

import { AwscopeError, needsSignIn, ServiceError } from '../../core/errors.ts';
import { nodeContexts } from '../ids.ts';
import type { Face } from './face.ts';
import { fact } from './nodePlace.ts';
import type { FailureNode } from './nodes.ts';

export function failureFace({ error, parent }: FailureNode): Face {
  const message = error instanceof Error ? error.message : String(error);
  if (needsSignIn(error)) return signInFace(message);
  const isBrokenProfile = parent?.kind === 'profile';
  return {
    label: shorten(isBrokenProfile ? withoutPlace(message) : summaryOf(error)),
    title: message,
    facts: error instanceof ServiceError ? fact('Request', error.requestId) : [],
    icon: 'error',
    colour: 'list.errorForeground',
    context: isBrokenProfile ? nodeContexts.problem : nodeContexts.failure,
    spoken: `Failed: ${message}`,
  };
}

/** A click on it signs in. */
function signInFace(message: string): Face {
  return {
    label: 'Sign in…',
    description: 'to go on here',
    title: message,
    facts: [],
    icon: 'sign-in',
    colour: 'list.warningForeground',
    context: nodeContexts.signIn,
    spoken: `Sign in to go on here: ${message}`,
  };
}

/** What happened comes first: whose it is, the nodes above tell, and the tooltip tells all. */
function summaryOf(error: unknown): string {
  if (error instanceof ServiceError) return `${error.code}: ${error.serviceMessage}`;
  if (!(error instanceof AwscopeError))
    return error instanceof Error ? error.message : String(error);
  const { summary } = error;
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`;
}

/** A profile's problem begins with its file and line, or with its name. */
function withoutPlace(problem: string): string {
  return problem.replace(/^(?:Profile .+?|.+?:\d+): /s, '');
}

/** One line, short enough for a label; the whole stands in the tooltip. */
function shorten(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').replace(/: $/, '').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
