import type { Resource } from '../../../src/library.ts';
import { because, made, notInMoto, under, vpcOf } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const record = {
  Name: 'www.example.com',
  Type: 'A',
  TTL: 60,
  ResourceRecords: [{ Value: '10.0.0.1' }],
};
const batch = { Changes: [{ Action: 'UPSERT', ResourceRecordSet: record }] };

export const scenarios: ServiceScenarios = {
  kinds: {
    HostedZone: {
      create: makePrivateZone,
      loaded: { Name: 'example.com.' },
      actions: [
        run('GetDNSSEC', {}, { Status: {} }),
        run('GetTags'),
        run('ChangeRecordSets', { ChangeBatch: batch }, { ChangeInfo: {} }),
        run('UpdateComment', { Comment: 'new' }),
        run('AssociateVpc', async (stage) => ({
          VPCRegion: stage.session.region,
          VPCId: (await stage.example('ec2.Vpc')).id,
        })),
        run('ChangeRecordSets', {
          ChangeBatch: { Changes: [{ Action: 'DELETE', ResourceRecordSet: record }] },
        }),
      ],
      children: { RecordSets: 2 },
      references: { Vpcs: 2 },
    },
    RecordSet: {
      create: async (stage) => {
        const zone = await stage.example('HostedZone');
        await stage.act(zone, 'ChangeRecordSets', { ChangeBatch: batch });
        const { items } = await zone.collection('RecordSets').page();
        const found = items.find(({ identifiers }) => identifiers.Type === 'A');
        if (!found) throw new Error('The record set is not listed.');
        return found;
      },
      listed: under('HostedZone', 'RecordSets'),
      actions: [
        run('Upsert', (_, { attributes }) => ({ ResourceRecordSet: { ...attributes, TTL: 120 } })),
      ],
      references: { HostedZone: 1 },
    },
    QueryLoggingConfig: {
      create: async (stage) => {
        const CloudWatchLogsLogGroupArn = `${await groupInVirginia(stage)}:*`;
        const HostedZoneId = (await stage.example('HostedZone')).id;
        return made(stage, 'QueryLoggingConfig', {
          operation: 'CreateQueryLoggingConfig',
          input: { HostedZoneId, CloudWatchLogsLogGroupArn },
          from: { Id: 'QueryLoggingConfig.Id' },
        });
      },
      references: { LogGroup: 1 },
    },
    HealthCheck: {
      create: (stage) =>
        made(stage, 'HealthCheck', {
          operation: 'CreateHealthCheck',
          input: {
            CallerReference: stage.unique('check'),
            HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: 'example.com' },
          },
          from: { Id: 'HealthCheck.Id' },
        }),
      loaded: { HealthCheckConfig: { Type: 'HTTPS' } },
      actions: [run('GetStatus'), run('GetTags'), run('Disable'), run('Enable')],
    },
  },
  unserved: {
    'HostedZone.QueryLogging': 'moto knows zones here by another id than AWS has.',
    ...because(
      notInMoto,
      'HostedZone.TestDNSAnswer',
      'RecordSet.TestDNSAnswer',
      'HealthCheck.GetLastFailure',
    ),
  },
};

/** Only a private zone has VPCs. */
async function makePrivateZone(stage: Stage): Promise<Resource> {
  const output = await (await stage.client()).call('CreateHostedZone', {
    CallerReference: stage.unique('zone'),
    Name: 'example.com',
    HostedZoneConfig: { PrivateZone: true },
    VPC: { VPCRegion: stage.session.region, VPCId: await vpcOf(stage) },
  });
  const { Id } = output.HostedZone as { readonly Id: string };
  return stage.service.get('HostedZone', { Id: Id.split('/').at(-1) ?? '' });
}

/** The ARN of a group of CloudWatch Logs where Route 53 writes its logs. */
async function groupInVirginia(stage: Stage): Promise<string> {
  const logs = await stage.session.client('logs', { region: 'us-east-1' });
  const logGroupName = stage.unique('dns');
  await logs.call('CreateLogGroup', { logGroupName });
  stage.after(() => logs.call('DeleteLogGroup', { logGroupName }));
  return `arn:aws:logs:us-east-1:123456789012:log-group:${logGroupName}`;
}
