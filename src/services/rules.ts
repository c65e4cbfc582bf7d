// Short forms for what declarations say often.

import type { ActionRule, LinkRule, Risk } from '../core/resources/kind.ts';
import type { Params } from '../core/resources/sources.ts';

/** A member that names resources of a kind, or any resource by its ARN where no kind is given. */
export function to(member: string, kind?: string): LinkRule {
  return kind === undefined ? { member } : { member, kind };
}

export function act(title: string, risk: Risk, operation: string, params: Params = {}): ActionRule {
  return { title, risk, operation, params };
}
