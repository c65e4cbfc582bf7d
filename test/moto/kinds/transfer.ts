import assert from 'node:assert/strict';
import { because, notInMoto } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ada';
const role = 'arn:aws:iam::123456789012:role/transfer';

export const scenarios: ServiceScenarios = {
  kinds: {
    Server: {
      create: async (stage) => {
        const input = { Protocols: ['SFTP'], Domain: 'S3', LoggingRole: role };
        const { ServerId } = await (await stage.client()).call('CreateServer', input);
        return stage.service.get('Server', { ServerId: String(ServerId) });
      },
      loaded: { Domain: 'S3' },
      actions: [run('CreateUser', { UserName: 'ada', Role: role })],
      references: { LoggingRole: 1 },
      waits: ['Online'],
    },
    User: {
      create: async (stage) => {
        const server = await stage.example('Server');
        await stage.act(server, 'CreateUser', { UserName: 'ada', Role: role });
        return stage.service.get('User', { ...server.identifiers, UserName: 'ada' });
      },
      loaded: { Role: role },
      actions: [
        run('ImportKey', { SshPublicKeyBody: publicKey }, ({ output }) =>
          assert.ok(output.SshPublicKeyId),
        ),
        run('DeleteKey', async (_, user) => {
          const [key] = (await user.load()).SshPublicKeys as { readonly SshPublicKeyId: string }[];
          return { SshPublicKeyId: key?.SshPublicKeyId };
        }),
      ],
      references: { Role: 1, Server: 1 },
    },
    Connector: {
      create: async (stage) => {
        const input = { AccessRole: role, Url: 'sftp://files.example.com' };
        const { ConnectorId } = await (await stage.client()).call('CreateConnector', input);
        return stage.service.get('Connector', { ConnectorId: String(ConnectorId) });
      },
      loaded: { Url: 'sftp://files.example.com' },
      references: { Role: 1 },
    },
  },
  unserved: {
    ...because(notInMoto, 'Server.Start', 'Server.Stop', 'Server.Offline', 'Connector.Test'),
    'Server.Users': 'moto describes users and does not list them.',
    Workflow: 'moto has no workflows.',
  },
};
