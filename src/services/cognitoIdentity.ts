import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofPool = { IdentityPoolId: identifier('IdentityPoolId') };
const ofIdentity = { IdentityId: identifier('IdentityId') };

export const cognitoIdentity: ServiceKinds = {
  service: 'cognito-identity',
  title: 'Cognito Identity Pools',
  icon: 'account',
  collections: {
    IdentityPools: {
      // A size of page is required here, and is 60 at most.
      ...list('Identity Pools', 'ListIdentityPools', { MaxResults: 60 }, [
        'IdentityPool',
        'IdentityPools[]',
        { IdentityPoolId: 'IdentityPoolId' },
      ]),
      pageSize: 60,
    },
  },
  kinds: {
    IdentityPool: {
      identifiers: ['IdentityPoolId'],
      label: ['IdentityPoolName'],
      description: ['IdentityPoolId'],
      columns: [
        ['ID', 'IdentityPoolId'],
        ['Guests', '{AllowUnauthenticatedIdentities|if:allowed/refused}'],
        ['User pools', 'CognitoIdentityProviders[].ProviderName'],
        ['Providers', '{SupportedLoginProviders|keys}'],
        ['Developer provider', 'DeveloperProviderName'],
      ],
      icon: 'account',
      arn: 'arn:{partition}:cognito-identity:{region}:{account}:identitypool/{IdentityPoolId}',
      consoleUrl:
        '{c}/cognito/v2/identity/identity-pools/{IdentityPoolId|raw}/user-statistics?region={region}',
      load: { operation: 'DescribeIdentityPool', params: ofPool },
      collections: {
        Identities: paged(
          list('Identities', 'ListIdentities', { ...ofPool, MaxResults: 60 }, [
            'Identity',
            'Identities[]',
            { IdentityId: 'IdentityId' },
          ]),
        ),
      },
      actions: {
        GetRoles: act('Show Roles', 'R', 'GetIdentityPoolRoles', ofPool),
        SetRoles: act('Set Roles', 'D', 'SetIdentityPoolRoles', { ...ofPool, Roles: ask('Roles') }),
        Delete: act('Delete', 'X', 'DeleteIdentityPool', ofPool),
      },
      has: {
        OpenIdConnectProviders: to('OpenIdConnectProviderARNs[]', 'iam.OpenIDConnectProvider'),
        SamlProviders: to('SamlProviderARNs[]', 'iam.SamlProvider'),
      },
    },
    Identity: {
      identifiers: ['IdentityId'],
      description: ['Logins', '{LastModifiedDate|date}'],
      columns: [
        ['Logins', 'Logins'],
        ['Created', 'CreationDate'],
        ['Modified', 'LastModifiedDate'],
      ],
      icon: 'person',
      load: { operation: 'DescribeIdentity', params: ofIdentity },
      actions: {
        Delete: {
          ...act('Delete', 'X', 'DeleteIdentities', {
            IdentityIdsToDelete: [identifier('IdentityId')],
          }),
          failures: 'UnprocessedIdentityIds',
          batch: { size: 60 },
        },
      },
    },
  },
};
