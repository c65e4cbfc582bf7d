import { because, made, notInMoto } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Connection: {
      create: (stage) =>
        made(stage, 'Connection', {
          operation: 'CreateConnection',
          input: { location: 'EqDC2', bandwidth: '1Gbps', connectionName: stage.unique('line') },
          from: { connectionId: 'connectionId' },
        }),
      loaded: { bandwidth: '1Gbps', connectionState: 'available' },
      actions: [run('Rename', { connectionName: 'renamed' }, { connectionName: 'renamed' })],
    },
    Lag: {
      create: (stage) =>
        made(stage, 'Lag', {
          operation: 'CreateLag',
          input: {
            numberOfConnections: 1,
            location: 'EqDC2',
            connectionsBandwidth: '1Gbps',
            lagName: stage.unique('lag'),
          },
          from: { lagId: 'lagId' },
        }),
      loaded: { lagState: 'available' },
      references: { Connections: 1 },
    },
  },
  unserved: {
    ...because(
      notInMoto,
      'VirtualInterface',
      'DirectConnectGateway',
      'GatewayAssociation',
      'Connection.VirtualInterfaces',
      'Connection.GetLetterOfAuthority',
      'Connection.Confirm',
      'Lag.Delete',
    ),
  },
};
