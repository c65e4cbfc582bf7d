import type { Resource } from '../../../src/library.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const role = 'arn:aws:iam::123456789012:role/config';

export const scenarios: ServiceScenarios = {
  kinds: {
    ConfigRule: {
      create: (stage) =>
        put(stage, 'PutConfigRule', 'ConfigRule', (ConfigRuleName) => ({
          ConfigRule: {
            ConfigRuleName,
            Source: { Owner: 'AWS', SourceIdentifier: 'S3_BUCKET_VERSIONING_ENABLED' },
          },
        })),
      loaded: { ConfigRuleState: 'ACTIVE', Source: { Owner: 'AWS' } },
      actions: [
        run('GetResourceHistory', async (stage) => ({
          resourceType: 'AWS::S3::Bucket',
          resourceId: (await stage.example('s3.Bucket')).id,
        })),
        run('Select', { Expression: "SELECT * WHERE resourceType = 'AWS::S3::Bucket'" }),
      ],
    },
    ConfigurationRecorder: {
      create: (stage) =>
        put(stage, 'PutConfigurationRecorder', 'ConfigurationRecorder', (name) => ({
          ConfigurationRecorder: { name, roleARN: role, recordingGroup: { allSupported: true } },
        })),
      loaded: { roleARN: role },
      actions: [
        run('Start', async (stage) => {
          await stage.example('DeliveryChannel');
          return {};
        }),
        run('Stop'),
      ],
      references: { Role: 1 },
    },
    DeliveryChannel: {
      create: async (stage) => {
        const { id } = await stage.example('s3.Bucket');
        const { items } = await stage.service.collection('ConfigurationRecorders').page();
        if (items.length === 0) await stage.example('ConfigurationRecorder');
        return put(stage, 'PutDeliveryChannel', 'DeliveryChannel', (name) => ({
          DeliveryChannel: { name, s3BucketName: id },
        }));
      },
      loaded: {},
      references: { Bucket: 1 },
    },
    Aggregator: {
      create: (stage) =>
        put(stage, 'PutConfigurationAggregator', 'Aggregator', (ConfigurationAggregatorName) => ({
          ConfigurationAggregatorName,
          AccountAggregationSources: [{ AccountIds: ['123456789012'], AllAwsRegions: true }],
        })),
      loaded: { AccountAggregationSources: [{ AllAwsRegions: true }] },
    },
  },
  unserved: {
    'ConfigRule.Compliance': 'moto evaluates no rules.',
    'ConfigRule.DescribeStatus': 'moto evaluates no rules.',
    'ConfigRule.DescribeRemediation': 'moto has no remediations.',
    'ConfigRule.Evaluate': 'moto evaluates no rules.',
    'ConfigRule.DeleteResults': 'moto evaluates no rules.',
    'DeliveryChannel.DeliverSnapshot': 'moto delivers no snapshots.',
    'Aggregator.Select': 'moto has no SelectAggregateResourceConfig.',
    EvaluationResult: 'moto evaluates no rules.',
    ConformancePack: "moto has no conformance packs but an organization's.",
  },
};

/** What an operation that puts one makes, by the one identifier of its kind. */
async function put(
  stage: Stage,
  operation: string,
  kind: string,
  inputOf: (name: string) => object,
): Promise<Resource> {
  const name = stage.unique(kind.toLowerCase());
  const client = await stage.client();
  await client.call(operation, { ...inputOf(name) });
  const [identifier = ''] = stage.service.kinds.kinds[kind]?.identifiers ?? [];
  return stage.service.get(kind, { [identifier]: name });
}
