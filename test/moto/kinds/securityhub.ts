import assert from 'node:assert/strict';
import { ServiceError } from '../../../src/core/errors.ts';
import type { ServiceScenarios, Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Finding: {
      create: async (stage) => {
        await enable(stage);
        const Id = stage.unique('finding');
        const client = await stage.client();
        await client.call('BatchImportFindings', { Findings: [findingOf(Id)] });
        for await (const one of stage.service.collection('Findings')) if (one.id === Id) return one;
        return assert.fail('it is not listed');
      },
      loaded: ({ label }) => assert.equal(label, 'A bucket is public'),
      references: { Resources: 1, Account: 1 },
    },
  },
  unserved: {
    'Finding.load': 'moto filters no findings.',
    'Finding.GetHistory': 'moto keeps no history.',
    'Finding.SetWorkflow': 'moto has no BatchUpdateFindings.',
    'Finding.Notify': 'moto has no BatchUpdateFindings.',
    'Finding.Resolve': 'moto has no BatchUpdateFindings.',
    'Finding.Suppress': 'moto has no BatchUpdateFindings.',
    'Finding.AddNote': 'moto has no BatchUpdateFindings.',
    Standard: 'moto has no standards.',
    Control: 'moto has no standards.',
    Insight: 'moto has no insights.',
    AutomationRule: 'moto has no automation rules.',
  },
};

async function enable(stage: Stage): Promise<void> {
  const client = await stage.client();
  try {
    await client.call('EnableSecurityHub');
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'ResourceConflictException') throw error;
  }
  await stage.act(stage.service, 'DescribeHub');
}

function findingOf(Id: string) {
  return {
    Id,
    SchemaVersion: '2018-10-08',
    ProductArn: 'arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default',
    GeneratorId: 'test',
    AwsAccountId: '123456789012',
    Types: ['Effects/Data Exposure'],
    CreatedAt: '2024-05-01T12:00:00Z',
    UpdatedAt: '2024-05-01T12:00:00Z',
    Severity: { Label: 'HIGH' },
    Title: 'A bucket is public',
    Description: 'Everyone can read it.',
    Resources: [{ Type: 'AwsS3Bucket', Id: 'arn:aws:s3:::public' }],
    Workflow: { Status: 'NEW' },
    RecordState: 'ACTIVE',
  };
}
