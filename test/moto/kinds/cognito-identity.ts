import { because, made, notInMoto } from '../made.ts';
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
  },
  unserved: because(notInMoto, 'Identity', 'IdentityPool.GetRoles', 'IdentityPool.SetRoles'),
};
