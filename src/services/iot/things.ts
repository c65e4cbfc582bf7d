import type { CollectionRule, Kind } from '../../core/resources/kind.ts';
import { ask, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofThing = { thingName: identifier('thingName') };
const ofPrincipal = { ...ofThing, principal: identifier('principal') };
const ofShadow = { ...ofThing, shadowName: identifier('shadowName') };
const ofGroup = { thingGroupName: identifier('groupName') };
const ofType = { thingTypeName: identifier('thingTypeName') };
const arn = 'arn:{partition}:iot:{region}:{account}';

/** Shadows are in another service, which devices talk to. */
function shadowAction(title: string, risk: 'R' | 'D' | 'X', operation: string, params: object) {
  return { ...act(title, risk, operation, { ...params }), service: 'iot-data' };
}

const shadows: CollectionRule = {
  ...list('Named Shadows', 'ListNamedShadowsForThing', ofThing, [
    'Shadow',
    'results[]',
    { ...ofThing, shadowName: '@' },
  ]),
  service: 'iot-data',
  tokens: { input: 'nextToken', output: 'nextToken' },
};

export const thingKinds: Readonly<Record<string, Kind>> = {
  Thing: {
    identifiers: ['thingName'],
    description: ['thingTypeName'],
    columns: [
      ['Type', 'thingTypeName'],
      ['Thing ID', 'thingId'],
      ['Client ID', 'defaultClientId'],
      ['Billing group', 'billingGroupName'],
      ['Version', 'version'],
    ],
    icon: 'circuit-board',
    arn: 'thingArn',
    arnPattern: `${arn}:thing/{thingName}`,
    consoleUrl: '{c}/iot/home?region={region}#/thing/{thingName}',
    load: { operation: 'DescribeThing', params: ofThing },
    collections: {
      Principals: list('Principals', 'ListThingPrincipals', ofThing, [
        'Principal',
        'principals[]',
        { ...ofThing, principal: '@' },
      ]),
      Groups: list('Groups', 'ListThingGroupsForThing', ofThing, [
        'ThingGroup',
        'thingGroups[]',
        { groupName: 'groupName' },
      ]),
      Shadows: shadows,
    },
    actions: {
      GetShadow: shadowAction('Show Shadow', 'R', 'GetThingShadow', ofThing),
      UpdateShadow: shadowAction('Update Shadow', 'D', 'UpdateThingShadow', {
        ...ofThing,
        payload: ask('payload'),
      }),
      DeleteShadow: shadowAction('Delete Shadow', 'X', 'DeleteThingShadow', ofThing),
      Delete: act('Delete', 'X', 'DeleteThing', ofThing),
    },
    has: { Type: to('thingTypeName', 'ThingType') },
  },
  Shadow: {
    identifiers: ['thingName', 'shadowName'],
    columns: [['Thing', 'thingName']],
    icon: 'mirror',
    actions: {
      Get: shadowAction('Show', 'R', 'GetThingShadow', ofShadow),
      Update: shadowAction('Update', 'D', 'UpdateThingShadow', {
        ...ofShadow,
        payload: ask('payload'),
      }),
      Delete: shadowAction('Delete', 'X', 'DeleteThingShadow', ofShadow),
    },
    has: { Thing: to('thingName', 'Thing') },
  },
  Principal: {
    identifiers: ['thingName', 'principal'],
    label: ['{principal|last}'],
    columns: [
      ['Principal', 'principal'],
      ['Thing', 'thingName'],
    ],
    icon: 'key',
    arn: 'principal',
    actions: { Detach: act('Detach', 'D', 'DetachThingPrincipal', ofPrincipal) },
    has: { Thing: to('thingName', 'Thing'), Certificate: to('principal') },
  },
  ThingGroup: {
    identifiers: ['groupName'],
    state: 'status',
    description: ['thingGroupProperties.thingGroupDescription'],
    columns: [
      ['Description', 'thingGroupProperties.thingGroupDescription'],
      ['Parent', 'thingGroupMetadata.parentGroupName'],
      ['Query', 'queryString'],
      ['Status', 'status'],
      ['Created', '{thingGroupMetadata.creationDate|date}'],
    ],
    icon: 'group-by-ref-type',
    arn: 'groupArn',
    arnPattern: `${arn}:thinggroup/{groupName}`,
    consoleUrl: '{c}/iot/home?region={region}#/thinggroup/{groupName}',
    load: { operation: 'DescribeThingGroup', params: ofGroup },
    collections: {
      Things: list('Things', 'ListThingsInThingGroup', ofGroup, [
        'Thing',
        'things[]',
        { thingName: '@' },
      ]),
      Groups: list('Groups', 'ListThingGroups', { parentGroup: identifier('groupName') }, [
        'ThingGroup',
        'thingGroups[]',
        { groupName: 'groupName' },
      ]),
    },
    actions: {
      AddThing: act('Add Thing', 'W', 'AddThingToThingGroup', {
        ...ofGroup,
        thingName: ask('thingName'),
      }),
      RemoveThing: act('Remove Thing', 'D', 'RemoveThingFromThingGroup', {
        ...ofGroup,
        thingName: ask('thingName'),
      }),
      Delete: act('Delete', 'X', 'DeleteThingGroup', ofGroup),
    },
    has: { Parent: to('thingGroupMetadata.parentGroupName', 'ThingGroup') },
  },
  ThingType: {
    identifiers: ['thingTypeName'],
    description: ['{thingTypeMetadata.deprecated|if:deprecated/}'],
    columns: [
      ['Description', 'thingTypeProperties.thingTypeDescription'],
      ['Searchable', 'thingTypeProperties.searchableAttributes'],
      ['Deprecated', '{thingTypeMetadata.deprecated|if:yes/no}'],
      ['Created', '{thingTypeMetadata.creationDate|date}'],
    ],
    icon: 'tag',
    arn: 'thingTypeArn',
    arnPattern: `${arn}:thingtype/{thingTypeName}`,
    consoleUrl: '{c}/iot/home?region={region}#/thingtype/{thingTypeName}',
    load: { operation: 'DescribeThingType', params: ofType },
    collections: {
      Things: list('Things', 'ListThings', ofType, [
        'Thing',
        'things[]',
        { thingName: 'thingName' },
      ]),
    },
    actions: {
      Deprecate: act('Deprecate', 'D', 'DeprecateThingType', ofType),
      Delete: act('Delete', 'X', 'DeleteThingType', ofType),
    },
  },
};
