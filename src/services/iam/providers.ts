// Who else may say who somebody is.

import type { Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';

const ofSaml = { SAMLProviderArn: identifier('Arn') };
const ofOpenIdConnect = { OpenIDConnectProviderArn: identifier('Arn') };

export const samlProvider: Kind = {
  identifiers: ['Arn'],
  label: ['{Arn|last}'],
  description: ['valid until {ValidUntil|day}'],
  columns: [
    ['ARN', 'Arn'],
    ['Valid until', '{ValidUntil|date}'],
    ['Created', '{CreateDate|date}'],
    ['Encryption', 'AssertionEncryptionMode'],
  ],
  icon: 'organization',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:iam::{account}:saml-provider/{*}',
  consoleUrl: '{c}/iam/home#/identity_providers/details/SAML/{Arn}',
  load: { operation: 'GetSAMLProvider', params: ofSaml },
  actions: {
    Update: act('Replace Metadata', 'D', 'UpdateSAMLProvider', {
      ...ofSaml,
      SAMLMetadataDocument: askOptional('SAMLMetadataDocument'),
    }),
    Delete: act('Delete', 'X', 'DeleteSAMLProvider', ofSaml),
  },
};

export const openIdConnectProvider: Kind = {
  identifiers: ['Arn'],
  label: ['Url', '{Arn|last}'],
  description: ['{ClientIDList|count:audience}'],
  columns: [
    ['ARN', 'Arn'],
    ['URL', 'Url'],
    ['Audiences', 'ClientIDList[]'],
    ['Thumbprints', 'ThumbprintList[]'],
    ['Created', '{CreateDate|date}'],
  ],
  icon: 'globe',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:iam::{account}:oidc-provider/{*}',
  consoleUrl: '{c}/iam/home#/identity_providers/details/OPENID/{Arn}',
  load: { operation: 'GetOpenIDConnectProvider', params: ofOpenIdConnect },
  hydrate: true,
  actions: {
    AddClientId: act('Add Audience', 'W', 'AddClientIDToOpenIDConnectProvider', {
      ...ofOpenIdConnect,
      ClientID: ask('ClientID'),
    }),
    Delete: act('Delete', 'X', 'DeleteOpenIDConnectProvider', ofOpenIdConnect),
  },
};
