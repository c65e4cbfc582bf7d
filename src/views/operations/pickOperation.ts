// One box that finds any operation of any service as the person types.

import * as vscode from 'vscode';
import type { Catalogue } from '../../core/models/catalogue.ts';
import { prepareSearch } from '../../core/models/search.ts';
import { pickOne } from '../pick.ts';
import { buildOperationItems, buildServiceItems } from './operationItems.ts';
import type { OperationName } from './recentOperations.ts';

export interface PickedOperation {
  readonly service: string;
  readonly operation: string;
  readonly wish: 'run' | 'edit' | 'reference';
}

export interface PickOperationOptions {
  readonly catalogue: Catalogue;
  readonly recent: readonly OperationName[];
  /** Where the operation will run. */
  readonly target: string;
  /** Only its operations are offered; those of all services where absent. */
  readonly service?: string;
}

/** Undefined when the box was closed. */
export async function pickOperation({
  catalogue,
  recent,
  target,
  service: only,
}: PickOperationOptions): Promise<PickedOperation | undefined> {
  const picked = await pickOne({
    title:
      only === undefined ? `Run Operation in ${target}` : `Run Operation of ${only} in ${target}`,
    placeholder:
      only === undefined
        ? 'Type parts of service and operation, such as "s3 listb" or "ec2 desc inst"'
        : "Type parts of the operation's name",
    load: async () => {
      const all = await catalogue.services();
      const index = only === undefined ? all : all.filter(({ id }) => id === only);
      await prepareSearch(index);
      return (typed) => {
        const items =
          only !== undefined && typed.trim() === ''
            ? index.flatMap(buildServiceItems)
            : buildOperationItems(index, recent, typed);
        return items.map((item) => ({
          ...item,
          ...(only !== undefined && { description: '' }),
          buttons: [editButton, referenceButton],
        }));
      };
    },
  });
  if (picked === undefined) return undefined;
  const { service, operation } = picked.item;
  const wish =
    picked.button === editButton ? 'edit' : picked.button === referenceButton ? 'reference' : 'run';
  return { service, operation, wish };
}

const editButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('edit'),
  tooltip: 'Edit Input First',
};

const referenceButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('book'),
  tooltip: 'Open API Reference',
};
