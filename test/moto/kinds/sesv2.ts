import assert from 'node:assert/strict';
import { because, notInMoto } from '../made.ts';
import { made, run, type ServiceScenarios } from './scenario.ts';

const mail = {
  Destination: { ToAddresses: ['bob@example.com'] },
  Content: { Simple: { Subject: { Data: 'News' }, Body: { Text: { Data: 'Hello.' } } } },
};

export const scenarios: ServiceScenarios = {
  kinds: {
    EmailIdentity: {
      create: async (stage) => {
        const IdentityName = `${stage.unique('ada')}@example.com`;
        await stage.act(stage.service, 'CreateIdentity', { EmailIdentity: IdentityName });
        return stage.service.get('EmailIdentity', { IdentityName });
      },
      loaded: { IdentityType: 'EMAIL_ADDRESS' },
      actions: [
        run('GetPolicies', {}, { Policies: {} }),
        run(
          'SendEmail',
          (_, { id }) => ({ ...mail, FromEmailAddress: id }),
          ({ output }) => assert.ok(output.MessageId),
        ),
      ],
    },
    ConfigurationSet: {
      create: (stage) => {
        const ConfigurationSetName = stage.unique('set');
        const input = { ConfigurationSetName };
        return made(stage, 'CreateConfigurationSet', input, 'ConfigurationSet', input);
      },
    },
    ContactList: {
      create: (stage) => {
        const ContactListName = stage.unique('list');
        const input = { ContactListName, Description: 'News' };
        return made(stage, 'CreateContactList', input, 'ContactList', { ContactListName });
      },
      loaded: { Description: 'News' },
    },
    Contact: {
      create: async (stage) => {
        const { id: ContactListName } = await stage.example('ContactList');
        const ids = { ContactListName, EmailAddress: 'ada@example.com' };
        return made(stage, 'CreateContact', ids, 'Contact', ids);
      },
      listed: async (stage) => (await stage.example('ContactList')).collection('Contacts'),
    },
    DedicatedIpPool: {
      create: (stage) => {
        const PoolName = stage.unique('pool');
        const input = { PoolName, ScalingMode: 'STANDARD' };
        return made(stage, 'CreateDedicatedIpPool', input, 'DedicatedIpPool', { PoolName });
      },
      loaded: { ScalingMode: 'STANDARD' },
    },
  },
  unserved: {
    ...because(notInMoto, 'GetAccount', 'ConfigurationSet.SetSending'),
    'ConfigurationSet.EventDestinations': 'moto has no event destinations.',
    'DedicatedIpPool.DedicatedIps': 'moto has no addresses in its pools.',
    EventDestination: 'moto has no event destinations.',
    EmailTemplate: 'moto has templates in the older SES only.',
    SuppressedDestination: 'moto suppresses no addresses.',
    DedicatedIp: 'moto has no addresses in its pools.',
  },
};
