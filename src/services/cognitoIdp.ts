import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const thePool = { UserPoolId: identifier('Id') };
const inPool = { UserPoolId: identifier('UserPoolId') };
const ofUser = { ...inPool, Username: identifier('Username') };
const ofGroup = { ...inPool, GroupName: identifier('GroupName') };
const ofClient = { ...inPool, ClientId: identifier('ClientId') };
const ofProvider = { ...inPool, ProviderName: identifier('ProviderName') };
const ofServer = { ...inPool, Identifier: identifier('Identifier') };
const someone = { ...thePool, Username: ask('Username') };

const consoleUrl = '{c}/cognito/v2/idp/user-pools';

export const cognitoIdp: ServiceKinds = {
  service: 'cognito-idp',
  title: 'Cognito User Pools',
  icon: 'organization',
  collections: {
    UserPools: {
      // A size of page is required here, and is 60 at most.
      ...list('User Pools', 'ListUserPools', { MaxResults: 60 }, [
        'UserPool',
        'UserPools[]',
        { Id: 'Id' },
      ]),
      pageSize: 60,
    },
  },
  actions: {
    CreateUserPool: {
      ...act('Create User Pool', 'W', 'CreateUserPool', { PoolName: ask('PoolName') }),
      result: { kind: 'UserPool', path: 'UserPool', identifiers: { Id: 'Id' } },
    },
  },
  kinds: {
    UserPool: {
      identifiers: ['Id'],
      label: ['Name'],
      description: ['Id', '{EstimatedNumberOfUsers|count:user}'],
      columns: [
        ['ID', 'Id'],
        ['Users', 'EstimatedNumberOfUsers'],
        ['Tier', 'UserPoolTier'],
        ['MFA', 'MfaConfiguration'],
        ['Domain', 'Domain'],
        ['Delete protection', 'DeletionProtection'],
        ['Created', 'CreationDate'],
        ['Modified', 'LastModifiedDate'],
      ],
      icon: 'organization',
      arn: 'arn:{partition}:cognito-idp:{region}:{account}:userpool/{Id}',
      idPattern: '^[a-z]{2}(-[a-z]+)+-\\d_[0-9A-Za-z]{9}$',
      consoleUrl: `${consoleUrl}/{Id}/users?region={region}`,
      load: { operation: 'DescribeUserPool', params: thePool, path: 'UserPool' },
      collections: {
        Users: list('Users', 'ListUsers', thePool, [
          'User',
          'Users[]',
          { ...thePool, Username: 'Username' },
        ]),
        Groups: list('Groups', 'ListGroups', thePool, [
          'Group',
          'Groups[]',
          { ...thePool, GroupName: 'GroupName' },
        ]),
        AppClients: list('App Clients', 'ListUserPoolClients', thePool, [
          'UserPoolClient',
          'UserPoolClients[]',
          { ...thePool, ClientId: 'ClientId' },
        ]),
        IdentityProviders: list('Identity Providers', 'ListIdentityProviders', thePool, [
          'IdentityProvider',
          'Providers[]',
          { ...thePool, ProviderName: 'ProviderName' },
        ]),
        ResourceServers: {
          ...list('Resource Servers', 'ListResourceServers', thePool, [
            'ResourceServer',
            'ResourceServers[]',
            { ...thePool, Identifier: 'Identifier' },
          ]),
          pageSize: 50,
        },
      },
      actions: {
        CreateUser: {
          ...act('Create User', 'W', 'AdminCreateUser', someone),
          result: {
            kind: 'User',
            path: 'User',
            identifiers: { ...thePool, Username: 'Username' },
          },
        },
        DisableUser: act('Disable User', 'D', 'AdminDisableUser', someone),
        EnableUser: act('Enable User', 'W', 'AdminEnableUser', someone),
        ResetUserPassword: act('Reset Password of User', 'D', 'AdminResetUserPassword', someone),
        DeleteUser: act('Delete User', 'X', 'AdminDeleteUser', someone),
        CreateGroup: {
          ...act('Create Group', 'W', 'CreateGroup', { ...thePool, GroupName: ask('GroupName') }),
          result: {
            kind: 'Group',
            path: 'Group',
            identifiers: { ...thePool, GroupName: 'GroupName' },
          },
        },
        Delete: act('Delete', 'X', 'DeleteUserPool', thePool),
      },
      has: {
        PreSignUp: to('LambdaConfig.PreSignUp', 'lambda.Function'),
        PostConfirmation: to('LambdaConfig.PostConfirmation', 'lambda.Function'),
        PreAuthentication: to('LambdaConfig.PreAuthentication', 'lambda.Function'),
        PostAuthentication: to('LambdaConfig.PostAuthentication', 'lambda.Function'),
        PreTokenGeneration: to('LambdaConfig.PreTokenGeneration', 'lambda.Function'),
        CustomMessage: to('LambdaConfig.CustomMessage', 'lambda.Function'),
        UserMigration: to('LambdaConfig.UserMigration', 'lambda.Function'),
      },
    },
    User: {
      identifiers: ['UserPoolId', 'Username'],
      state: 'UserStatus',
      description: ['UserStatus', '{Enabled|if:/disabled}'],
      columns: [
        ['Status', 'UserStatus'],
        ['Enabled', '{Enabled|if:yes/no}'],
        ['MFA', 'UserMFASettingList'],
        ['Created', 'UserCreateDate'],
        ['Modified', 'UserLastModifiedDate'],
      ],
      icon: 'person',
      consoleUrl: `${consoleUrl}/{UserPoolId}/users/details/{Username}?region={region}`,
      load: { operation: 'AdminGetUser', params: ofUser },
      collections: {
        Groups: list('Groups', 'AdminListGroupsForUser', ofUser, [
          'Group',
          'Groups[]',
          { ...inPool, GroupName: 'GroupName' },
        ]),
      },
      actions: {
        Disable: act('Disable', 'D', 'AdminDisableUser', ofUser),
        Enable: act('Enable', 'W', 'AdminEnableUser', ofUser),
        ResetPassword: act('Reset Password', 'D', 'AdminResetUserPassword', ofUser),
        SetPassword: act('Set Password', 'D', 'AdminSetUserPassword', {
          ...ofUser,
          Password: ask('Password'),
          Permanent: askOptional('Permanent'),
        }),
        SetAttributes: act('Set Attributes', 'D', 'AdminUpdateUserAttributes', {
          ...ofUser,
          UserAttributes: ask('UserAttributes'),
        }),
        SignOut: act('Sign Out Everywhere', 'D', 'AdminUserGlobalSignOut', ofUser),
        AddToGroup: act('Add to Group', 'D', 'AdminAddUserToGroup', {
          ...ofUser,
          GroupName: ask('GroupName'),
        }),
        RemoveFromGroup: act('Remove From Group', 'D', 'AdminRemoveUserFromGroup', {
          ...ofUser,
          GroupName: ask('GroupName'),
        }),
        Delete: act('Delete', 'X', 'AdminDeleteUser', ofUser),
      },
    },
    Group: {
      identifiers: ['UserPoolId', 'GroupName'],
      description: ['Description', 'precedence {Precedence}'],
      columns: [
        ['Description', 'Description'],
        ['Precedence', 'Precedence'],
        ['Role', '{RoleArn|last}'],
        ['Created', 'CreationDate'],
        ['Modified', 'LastModifiedDate'],
      ],
      icon: 'organization',
      consoleUrl: `${consoleUrl}/{UserPoolId}/groups/details/{GroupName}?region={region}`,
      load: { operation: 'GetGroup', params: ofGroup, path: 'Group' },
      collections: {
        Users: list('Users', 'ListUsersInGroup', ofGroup, [
          'User',
          'Users[]',
          { ...inPool, Username: 'Username' },
        ]),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteGroup', ofGroup) },
      has: { Role: to('RoleArn', 'iam.Role') },
    },
    /** Described with its secret, which is masked as the model asks. */
    UserPoolClient: {
      identifiers: ['UserPoolId', 'ClientId'],
      label: ['ClientName'],
      description: ['AllowedOAuthFlows'],
      columns: [
        ['OAuth flows', 'AllowedOAuthFlows'],
        ['Scopes', 'AllowedOAuthScopes'],
        ['Sign-in flows', 'ExplicitAuthFlows'],
        ['Callback URLs', 'CallbackURLs'],
        ['Providers', 'SupportedIdentityProviders'],
        ['Created', 'CreationDate'],
        ['Modified', 'LastModifiedDate'],
      ],
      icon: 'key',
      consoleUrl: `${consoleUrl}/{UserPoolId}/app-integration/clients/{ClientId}?region={region}`,
      load: { operation: 'DescribeUserPoolClient', params: ofClient, path: 'UserPoolClient' },
      actions: { Delete: act('Delete', 'X', 'DeleteUserPoolClient', ofClient) },
    },
    IdentityProvider: {
      identifiers: ['UserPoolId', 'ProviderName'],
      description: ['ProviderType'],
      columns: [
        ['Type', 'ProviderType'],
        ['Identifiers', 'IdpIdentifiers'],
        ['Attributes', '{AttributeMapping|keys}'],
        ['Created', 'CreationDate'],
        ['Modified', 'LastModifiedDate'],
      ],
      icon: 'sign-in',
      load: {
        operation: 'DescribeIdentityProvider',
        params: ofProvider,
        path: 'IdentityProvider',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteIdentityProvider', ofProvider) },
    },
    ResourceServer: {
      identifiers: ['UserPoolId', 'Identifier'],
      label: ['Name', 'Identifier'],
      description: ['{Scopes|count:scope}'],
      columns: [
        ['Identifier', 'Identifier'],
        ['Scopes', 'Scopes[].ScopeName'],
      ],
      icon: 'server',
      load: { operation: 'DescribeResourceServer', params: ofServer, path: 'ResourceServer' },
      actions: { Delete: act('Delete', 'X', 'DeleteResourceServer', ofServer) },
    },
  },
};
