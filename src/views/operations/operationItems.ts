// The operations as the quick pick offers them: what was used lately while nothing is typed, matches afterwards.

import type { ServiceSummary } from '../../core/models/model.ts';
import { findOperations } from '../../core/models/search.ts';
import type { OperationName } from './recentOperations.ts';

export interface OperationItem {
  readonly label: string;
  readonly description: string;
  /** VS Code's own filter would hide matches such as `s3 listb`. */
  readonly alwaysShow: true;
  readonly group: string;
  readonly service: string;
  readonly operation: string;
}

const itemLimit = 100;

export function buildOperationItems(
  index: readonly ServiceSummary[],
  recent: readonly OperationName[],
  typed: string,
): OperationItem[] {
  const isSearch = typed.trim() !== '';
  const group = isSearch ? 'matches' : 'one of each service';
  const found = findOperations(index, typed, itemLimit).map(({ service, operation }) =>
    buildItem(service, operation, group),
  );
  return isSearch ? found : [...buildRecentItems(index, recent), ...found];
}

/** All operations of one service. */
export function buildServiceItems(service: ServiceSummary): OperationItem[] {
  return service.operations.map((operation) => buildItem(service, operation, service.title));
}

/** Those which the catalogue no longer has are left out. */
function buildRecentItems(
  index: readonly ServiceSummary[],
  recent: readonly OperationName[],
): OperationItem[] {
  return recent.flatMap((name) => {
    const [id, operation = ''] = name.split('.');
    const service = index.find((candidate) => candidate.id === id);
    if (!service?.operations.includes(operation)) return [];
    return [buildItem(service, operation, 'recently used')];
  });
}

function buildItem(service: ServiceSummary, operation: string, group: string): OperationItem {
  return {
    label: operation,
    description: `${service.sdkId} · ${service.title}`,
    alwaysShow: true,
    group,
    service: service.id,
    operation,
  };
}
