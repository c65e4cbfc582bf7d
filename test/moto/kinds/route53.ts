import type { Resource } from '../../../src/library.ts';
import { because, made, notInMoto, under } from '../made.ts';
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
      create: makeZone,
      loaded: { Name: 'example.com.', DelegationSet: { NameServers: [] } },
      actions: [
        run('GetDNSSEC', {}, { Status: {} }),
        run('GetTags'),
        run('ChangeRecordSets', { ChangeBatch: batch }, { ChangeInfo: {} }),
        run('UpdateComment', { Comment: 'new' }),
        run('ChangeRecordSets', {
          ChangeBatch: { Changes: [{ Action: 'DELETE', ResourceRecordSet: record }] },
        }),
      ],
      children: { RecordSets: 2 },
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
      references: { HostedZone: 1 },
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
    'RecordSet.Upsert': 'The same call as that which changes the record sets of a zone.',
    'HostedZone.AssociateVpc': 'moto associates VPCs with private zones only.',
    QueryLoggingConfig: 'moto wants a group of CloudWatch Logs that it does not find.',
    'HostedZone.QueryLogging': 'moto knows zones here by another id than AWS has.',
    ...because(
      notInMoto,
      'HostedZone.TestDNSAnswer',
      'RecordSet.TestDNSAnswer',
      'HealthCheck.GetLastFailure',
    ),
  },
};

function makeZone(stage: Stage): Promise<Resource> {
  const CallerReference = stage.unique('zone');
  return madeZone(stage, { CallerReference, Name: 'example.com' });
}

async function madeZone(stage: Stage, input: Record<string, string>): Promise<Resource> {
  const output = await (await stage.client()).call('CreateHostedZone', input);
  const { Id } = output.HostedZone as { readonly Id: string };
  return stage.service.get('HostedZone', { Id: Id.split('/').at(-1) ?? '' });
}
