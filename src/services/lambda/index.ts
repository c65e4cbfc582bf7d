import type { ServiceKinds } from '../../core/resources/kind.ts';
import { list } from '../rules.ts';
import { eventSourceMapping, functionUrl, provisionedConcurrency } from './configs.ts';
import { lambdaFunction } from './function.ts';
import { layer, layerVersion } from './layer.ts';
import { functionAlias, functionVersion } from './versions.ts';

export const lambda: ServiceKinds = {
  service: 'lambda',
  title: 'Lambda',
  icon: 'zap',
  collections: {
    Functions: list('Functions', 'ListFunctions', {}, [
      'Function',
      'Functions[]',
      { FunctionName: 'FunctionName' },
    ]),
    Layers: list('Layers', 'ListLayers', {}, ['Layer', 'Layers[]', { LayerName: 'LayerName' }]),
    EventSourceMappings: list('Event Source Mappings', 'ListEventSourceMappings', {}, [
      'EventSourceMapping',
      'EventSourceMappings[]',
      { UUID: 'UUID' },
    ]),
  },
  kinds: {
    Function: lambdaFunction,
    Version: functionVersion,
    Alias: functionAlias,
    EventSourceMapping: eventSourceMapping,
    FunctionUrl: functionUrl,
    ProvisionedConcurrency: provisionedConcurrency,
    Layer: layer,
    LayerVersion: layerVersion,
  },
};
