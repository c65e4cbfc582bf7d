// A small service with every kind of shape, for the tests of input documents.

import type { OperationModel, Service, Shape } from '../../../src/core/models/model.ts';

const shapes: Readonly<Record<string, Shape>> = {
  PutInput: {
    type: 'structure',
    required: ['Name'],
    members: {
      Size: { shape: 'Size' },
      Name: { shape: 'Name' },
      Mode: { shape: 'Mode' },
      Tags: { shape: 'Tags' },
      Labels: { shape: 'Labels' },
      Force: { shape: 'Flag', deprecated: true },
    },
  },
  Size: { type: 'integer', min: 1, max: 100 },
  Name: { type: 'string', min: 3 },
  Mode: { type: 'string', enum: ['FAST', 'SAFE'] },
  Tags: { type: 'list', member: { shape: 'Tag' }, max: 50 },
  Tag: {
    type: 'structure',
    required: ['Key'],
    members: { Key: { shape: 'Name' }, Value: { shape: 'Name' } },
  },
  Labels: { type: 'map', key: { shape: 'Name' }, value: { shape: 'Name' } },
  Flag: { type: 'boolean' },
};

export const put: OperationModel = {
  name: 'Put',
  http: { method: 'POST', requestUri: '/' },
  input: { shape: 'PutInput' },
};

export const sample: Service = {
  id: 'sample',
  metadata: {
    apiVersion: '2020-01-01',
    endpointPrefix: 'sample',
    protocol: 'json',
    serviceId: 'Sample',
    serviceFullName: 'Sample Service',
    signatureVersion: 'v4',
  },
  operations: { Put: put },
  shapes,
  paginators: {},
  waiters: {},
};
