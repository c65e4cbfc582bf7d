import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Broker: {
      create: async (stage) => {
        const { BrokerId } = await (await stage.client()).call('CreateBroker', {
          BrokerName: stage.unique('broker'),
          EngineType: 'ACTIVEMQ',
          EngineVersion: '5.18',
          HostInstanceType: 'mq.m5.large',
          DeploymentMode: 'SINGLE_INSTANCE',
          AutoMinorVersionUpgrade: true,
          PubliclyAccessible: false,
          Users: [{ Username: 'first', Password: 'Example-1-password' }],
        });
        return stage.service.get('Broker', { BrokerId: String(BrokerId) });
      },
      loaded: { EngineVersion: '5.18' },
      actions: [
        run('CreateUser', { Username: 'second', Password: 'Example-2-password' }),
        run('ModifyInstanceType', { HostInstanceType: 'mq.m5.xlarge' }),
        run('Reboot'),
      ],
      children: { Users: 2 },
    },
    User: {
      create: async (stage) => {
        const broker = await stage.example('Broker');
        const user = { Username: 'third', Password: 'Example-3-password' };
        await stage.act(broker, 'CreateUser', user);
        return stage.service.get('User', { ...broker.identifiers, Username: user.Username });
      },
      listed: async (stage) => (await stage.example('Broker')).collection('Users'),
      actions: [run('SetPassword', { Password: 'Example-4-password' })],
    },
    Configuration: {
      create: async (stage) => {
        const { Id } = await (await stage.client()).call('CreateConfiguration', {
          Name: stage.unique('configuration'),
          EngineType: 'ACTIVEMQ',
          EngineVersion: '5.18',
        });
        return stage.service.get('Configuration', { Id: String(Id) });
      },
      loaded: { EngineType: 'ACTIVEMQ' },
    },
    ConfigurationRevision: {
      create: async (stage) => {
        const configuration = await stage.example('Configuration');
        const ids = { ConfigurationId: configuration.identifiers.Id ?? '', Revision: '1' };
        return stage.service.get('ConfigurationRevision', ids);
      },
    },
  },
  unserved: {
    'Configuration.Revisions': 'moto describes revisions and does not list them.',
    'Configuration.Delete': 'moto does not delete configurations.',
  },
};
