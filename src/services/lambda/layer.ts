import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier, json } from '../../core/resources/sources.ts';
import { act, list } from '../rules.ts';

const ofLayer = { LayerName: identifier('LayerName') };
const ofVersion = { ...ofLayer, VersionNumber: json(identifier('Version')) };

/** Described by its latest version. */
export const layer: Kind = {
  identifiers: ['LayerName'],
  description: ['version {LatestMatchingVersion.Version}'],
  columns: [
    ['ARN', 'LayerArn'],
    ['Latest version', 'LatestMatchingVersion.Version'],
    ['Description', 'LatestMatchingVersion.Description'],
    ['Runtimes', 'LatestMatchingVersion.CompatibleRuntimes[]'],
    ['Created', '{LatestMatchingVersion.CreatedDate|date}'],
  ],
  icon: 'layers',
  arn: 'arn:{partition}:lambda:{region}:{account}:layer:{LayerName}',
  consoleUrl: '{c}/lambda/home?region={region}#/layers/{LayerName}',
  load: {
    operation: 'ListLayerVersions',
    params: ofLayer,
    path: 'LayerVersions[0]',
    listedAs: { LatestMatchingVersion: '@' },
  },
  collections: {
    Versions: list('Versions', 'ListLayerVersions', ofLayer, [
      'LayerVersion',
      'LayerVersions[]',
      { ...ofLayer, Version: 'Version' },
    ]),
  },
  actions: {
    DeleteVersion: act('Delete Version', 'X', 'DeleteLayerVersion', {
      ...ofLayer,
      VersionNumber: ask('VersionNumber'),
    }),
  },
};

export const layerVersion: Kind = {
  identifiers: ['LayerName', 'Version'],
  description: ['Description', '{CreatedDate|date}'],
  columns: [
    ['ARN', 'LayerVersionArn'],
    ['Description', 'Description'],
    ['Runtimes', 'CompatibleRuntimes[]'],
    ['Architectures', 'CompatibleArchitectures[]'],
    ['License', 'LicenseInfo'],
    ['Created', '{CreatedDate|date}'],
  ],
  icon: 'versions',
  arn: 'arn:{partition}:lambda:{region}:{account}:layer:{LayerName}:{Version}',
  consoleUrl: '{c}/lambda/home?region={region}#/layers/{LayerName}/versions/{Version}',
  // Not GetLayerVersion: its answer holds a signed link to the content.
  load: {
    operation: 'ListLayerVersions',
    params: ofLayer,
    path: 'LayerVersions[]',
    match: { Version: 'Version' },
  },
  actions: {
    Download: act('Show With Link to Content', 'R', 'GetLayerVersion', ofVersion),
    GetPolicy: act('Show Policy', 'R', 'GetLayerVersionPolicy', ofVersion),
    Delete: act('Delete', 'X', 'DeleteLayerVersion', ofVersion),
  },
  has: { Layer: { kind: 'Layer', identifiers: ofLayer } },
};
