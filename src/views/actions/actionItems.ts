// The actions of a resource as a list to pick from, the harmless ones first.

import type { ActionInfo } from '../../core/resources/actions.ts';
import type { Risk } from '../../core/resources/kind.ts';

export interface ActionItem {
  readonly label: string;
  readonly description: string;
  readonly group: string;
  readonly action: ActionInfo;
}

const groups: readonly (readonly [title: string, risks: readonly Risk[]])[] = [
  ['Look', ['R']],
  ['Open', ['L']],
  ['Show or make a secret', ['S']],
  ['Change', ['W']],
  ['Disrupt: asks before it runs', ['D']],
  ['Destroy for good: asks for the name', ['X']],
];

export function actionItems(actions: readonly ActionInfo[]): readonly ActionItem[] {
  return groups.flatMap(([group, risks]) =>
    actions
      .filter(({ risk }) => risks.includes(risk))
      .map((action) => ({
        label: action.inputs.some(({ optional }) => !optional) ? `${action.title}…` : action.title,
        description: `${action.service}:${action.operation}`,
        group,
        action,
      })),
  );
}
