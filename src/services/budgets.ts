import type { ServiceKinds } from '../core/resources/kind.ts';
import { account, ask, identifier, json, literal, pick } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';
import { usEast1OrNingxia } from './scopes.ts';

const ofAccount = { AccountId: account };
const ofBudget = { ...ofAccount, BudgetName: identifier('BudgetName') };
const ofNotification = { ...ofBudget, Notification: json(identifier('Notification')) };
const ofAction = { ...ofBudget, ActionId: identifier('ActionId') };

/** A notification has no name: these members together are what AWS knows one by. */
const notificationKey = ['NotificationType', 'ComparisonOperator', 'Threshold', 'ThresholdType'];

const comparison =
  '{NotificationType|lower} {ComparisonOperator|swap:GREATER_THAN=>|swap:LESS_THAN=<}';

export const budgets: ServiceKinds = {
  service: 'budgets',
  title: 'Budgets',
  icon: 'credit-card',
  scope: usEast1OrNingxia,
  collections: {
    Budgets: list('Budgets', 'DescribeBudgets', ofAccount, [
      'Budget',
      'Budgets[]',
      { BudgetName: 'BudgetName' },
    ]),
  },
  kinds: {
    Budget: {
      identifiers: ['BudgetName'],
      state: 'HealthStatus.Status',
      description: [
        '{CalculatedSpend.ActualSpend.Amount} of {BudgetLimit.Amount} {BudgetLimit.Unit}',
        '{TimeUnit|lower}',
      ],
      columns: [
        ['Type', 'BudgetType'],
        ['Limit', '{BudgetLimit.Amount} {BudgetLimit.Unit}'],
        ['Spent', '{CalculatedSpend.ActualSpend.Amount} {CalculatedSpend.ActualSpend.Unit}'],
        [
          'Forecast',
          '{CalculatedSpend.ForecastedSpend.Amount} {CalculatedSpend.ForecastedSpend.Unit}',
        ],
        ['Period', 'TimeUnit'],
        ['Since', '{TimePeriod.Start|day}'],
        ['Health', 'HealthStatus.StatusReason'],
        ['Updated', '{LastUpdatedTime|date}'],
      ],
      icon: 'credit-card',
      arn: 'arn:{partition}:budgets::{account}:budget/{BudgetName}',
      consoleUrl: '{c}/costmanagement/home?region={region}#/budgets/details?name={BudgetName}',
      load: { operation: 'DescribeBudget', params: ofBudget, path: 'Budget' },
      collections: {
        Notifications: list('Notifications', 'DescribeNotificationsForBudget', ofBudget, [
          'Notification',
          'Notifications[]',
          {
            BudgetName: identifier('BudgetName'),
            Notification: pick(literal(notificationKey)),
          },
        ]),
        Actions: list('Actions', 'DescribeBudgetActionsForBudget', ofBudget, [
          'BudgetAction',
          'Actions[]',
          { BudgetName: identifier('BudgetName'), ActionId: 'ActionId' },
        ]),
      },
      actions: {
        GetHistory: act('Show History', 'R', 'DescribeBudgetPerformanceHistory', ofBudget),
        Delete: act('Delete', 'X', 'DeleteBudget', ofBudget),
      },
    },
    Notification: {
      identifiers: ['BudgetName', 'Notification'],
      id: `${comparison} {Threshold}`,
      label: [
        `${comparison} {Threshold}{ThresholdType|swap:PERCENTAGE= %|swap:ABSOLUTE_VALUE=}`,
        `${comparison} {Threshold}`,
      ],
      state: 'NotificationState',
      description: ['NotificationState'],
      columns: [
        ['Of', 'NotificationType'],
        ['Compared', 'ComparisonOperator'],
        ['Threshold', 'Threshold'],
        ['Measured in', 'ThresholdType'],
        ['State', 'NotificationState'],
      ],
      icon: 'bell',
      actions: {
        // Their addresses are marked as sensitive in the model, so they are no rows of the tree.
        GetSubscribers: act(
          'Show Subscribers',
          'R',
          'DescribeSubscribersForNotification',
          ofNotification,
        ),
        Delete: act('Delete', 'X', 'DeleteNotification', ofNotification),
      },
    },
    BudgetAction: {
      identifiers: ['BudgetName', 'ActionId'],
      label: ['ActionType', 'ActionId'],
      state: 'Status',
      description: ['Status', '{ApprovalModel|lower}'],
      columns: [
        ['Action ID', 'ActionId'],
        ['Status', 'Status'],
        ['Type', 'ActionType'],
        ['Of', 'NotificationType'],
        ['Threshold', 'ActionThreshold.ActionThresholdValue'],
        ['Approval', 'ApprovalModel'],
        ['Policy', 'Definition.IamActionDefinition.PolicyArn'],
      ],
      icon: 'zap',
      arn: 'arn:{partition}:budgets::{account}:budget/{BudgetName}/action/{ActionId}',
      load: { operation: 'DescribeBudgetAction', params: ofAction, path: 'Action' },
      actions: {
        Execute: act('Approve, Retry, Reverse or Reset', 'D', 'ExecuteBudgetAction', {
          ...ofAction,
          ExecutionType: ask('ExecutionType'),
        }),
        Delete: act('Delete', 'X', 'DeleteBudgetAction', ofAction),
      },
      has: {
        Role: to('ExecutionRoleArn', 'iam.Role'),
        Policy: to('Definition.IamActionDefinition.PolicyArn', 'iam.Policy'),
      },
    },
  },
};
