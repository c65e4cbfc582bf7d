import assert from 'node:assert/strict';
import { because, made, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    LogGroup: {
      create: (stage) => {
        const known = { logGroupName: stage.unique('group') };
        return made(stage, 'LogGroup', { operation: 'CreateLogGroup', input: known, known });
      },
      loaded: { storedBytes: 0 },
      actions: [
        run('PutRetention', { retentionInDays: 7 }, async (_, group) => {
          assert.equal((await group.load()).retentionInDays, 7);
        }),
        run('FilterEvents', { filterPattern: 'ERROR' }, { events: [] }),
        run(
          'StartQuery',
          { queryString: 'fields @message', startTime: 0, endTime: 1 },
          ({ output }) => assert.ok(output.queryId),
        ),
        run('Export', async (stage) => ({
          from: 0,
          to: 1,
          destination: (await stage.example('s3.Bucket')).id,
        })),
      ],
      children: { LogStreams: 0 },
    },
    LogStream: {
      create: async (stage) => {
        const known = { ...(await groupOf(stage)), logStreamName: 'web/1' };
        const making = { operation: 'CreateLogStream', input: known, known };
        const stream = await made(stage, 'LogStream', making);
        const logEvents = [{ timestamp: Date.now(), message: 'hello' }];
        await (await stage.client()).call('PutLogEvents', { ...known, logEvents });
        return stream;
      },
      listed: under('LogGroup', 'LogStreams'),
      loaded: ({ attributes }) => assert.ok(attributes?.lastEventTimestamp),
      actions: [
        run('GetEvents', {}, { events: [{ message: 'hello' }] }),
        run('FilterEvents', {}, { events: [{ message: 'hello' }] }),
      ],
      references: { LogGroup: 1 },
    },
    MetricFilter: {
      create: async (stage) => {
        const known = { ...(await groupOf(stage)), filterName: stage.unique('filter') };
        const transformation = { metricName: 'm', metricNamespace: 'n', metricValue: '1' };
        const input = {
          ...known,
          filterPattern: 'ERROR',
          metricTransformations: [transformation],
        };
        return made(stage, 'MetricFilter', { operation: 'PutMetricFilter', input, known });
      },
      listed: under('LogGroup', 'MetricFilters'),
      loaded: { filterPattern: 'ERROR' },
      references: { LogGroup: 1 },
    },
    SubscriptionFilter: {
      create: async (stage) => {
        const known = { ...(await groupOf(stage)), filterName: stage.unique('filter') };
        const destinationArn = await (await stage.example('kinesis.Stream')).arn();
        const roleArn = await (await stage.example('iam.Role')).arn();
        const input = { ...known, filterPattern: 'ERROR', destinationArn, roleArn };
        const operation = 'PutSubscriptionFilter';
        return made(stage, 'SubscriptionFilter', { operation, input, known });
      },
      listed: under('LogGroup', 'SubscriptionFilters'),
      loaded: { filterPattern: 'ERROR' },
      references: { LogGroup: 1, Destination: 1, Role: 1 },
    },
  },
  unserved: because(notInMoto, 'LogGroup.StartLiveTail', 'QueryDefinition'),
};

async function groupOf(stage: Stage) {
  return { logGroupName: (await stage.example('LogGroup')).id };
}
