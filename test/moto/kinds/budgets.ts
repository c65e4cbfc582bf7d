import { because, notInMoto } from '../made.ts';
import { made, type ServiceScenarios } from './scenario.ts';

const AccountId = '123456789012';
const notification = {
  NotificationType: 'ACTUAL',
  ComparisonOperator: 'GREATER_THAN',
  Threshold: 80,
  ThresholdType: 'PERCENTAGE',
};

export const scenarios: ServiceScenarios = {
  kinds: {
    Budget: {
      create: (stage) => {
        const BudgetName = stage.unique('budget');
        const Budget = {
          BudgetName,
          BudgetLimit: { Amount: '100', Unit: 'USD' },
          TimeUnit: 'MONTHLY',
          BudgetType: 'COST',
        };
        return made(stage, 'CreateBudget', { AccountId, Budget }, 'Budget', { BudgetName });
      },
      loaded: { BudgetType: 'COST' },
    },
    Notification: {
      create: async (stage) => {
        const { id: BudgetName } = await stage.example('Budget');
        const input = {
          AccountId,
          BudgetName,
          Notification: notification,
          Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'ada@example.com' }],
        };
        const ids = { BudgetName, Notification: JSON.stringify(notification) };
        return made(stage, 'CreateNotification', input, 'Notification', ids);
      },
      listed: async (stage) => (await stage.example('Budget')).collection('Notifications'),
    },
  },
  unserved: {
    ...because(notInMoto, 'Budget.GetHistory', 'Notification.GetSubscribers'),
    'Budget.Actions': 'moto has no actions of budgets.',
    BudgetAction: 'moto has no actions of budgets.',
  },
};
