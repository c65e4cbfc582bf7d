// Which operations destroy for good, whoever sends them and from wherever.

import { isReading } from '../core/readOnly.ts';
import type { ActionRule, ServiceKinds } from '../core/resources/kind.ts';

const verbs =
  /^(?:Batch)?(?:Delete|Terminate|Purge|Destroy|Erase|Deregister|Remove|Release|Wipe|Empty|Expire|Forget|Evict|Schedule\w*Deletion)/;

/** As far as its name tells. */
export function destroysByName(operation: string): boolean {
  return verbs.test(operation);
}

/** True for what has class X where it is declared, and for a destroying name where it is not. The service is botocore's id. */
export function isDestroying(
  declared: readonly ServiceKinds[],
  service: string,
  operation: string,
): boolean {
  if (isReading(service, operation)) return false;
  const rules = declared.flatMap((kinds) => rulesOf(kinds, service, operation));
  return rules.length > 0 ? rules.some(({ risk }) => risk === 'X') : destroysByName(operation);
}

function rulesOf(kinds: ServiceKinds, service: string, operation: string): readonly ActionRule[] {
  const owners = [kinds, ...Object.values(kinds.kinds)];
  const rules = owners.flatMap(({ actions = {} }) => Object.values(actions));
  return rules.filter(
    (rule) =>
      (rule.service ?? kinds.service) === service &&
      [rule.operation, rule.batch?.operation].includes(operation),
  );
}
