import { because, made, notInMoto, under } from '../made.ts';
import type { ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    IdentityPool: {
      create: (stage) =>
        made(stage, 'IdentityPool', {
          operation: 'CreateIdentityPool',
          input: {
            IdentityPoolName: stage.unique('guests'),
            AllowUnauthenticatedIdentities: true,
          },
          from: { IdentityPoolId: 'IdentityPoolId' },
        }),
      loaded: { AllowUnauthenticatedIdentities: true },
    },
    Identity: {
      create: async (stage) =>
        made(stage, 'Identity', {
          operation: 'GetId',
          input: { IdentityPoolId: (await stage.example('IdentityPool')).id },
          from: { IdentityId: 'IdentityId' },
        }),
      listed: under('IdentityPool', 'Identities'),
    },
  },
  unserved: because(
    notInMoto,
    'Identity.load',
    'Identity.Delete',
    'IdentityPool.GetRoles',
    'IdentityPool.SetRoles',
  ),
};
