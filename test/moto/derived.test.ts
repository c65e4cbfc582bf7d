// Services that nobody declared, against moto: what their models give lists, loads and opens as what is declared does.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Resource } from '../../src/library.ts';
import { declaredServices } from '../../src/services/index.ts';
import { furtherResource, serviceResource } from '../../src/services/registry.ts';
import { useAws } from './aws.ts';

const aws = await useAws();

describe('a service that nobody declared', () => {
  let channel: Resource | undefined;

  before(async () => {
    const client = await aws.session.client('mediapackage');
    for (const Id of ['news', 'sports']) {
      await client.call('CreateChannel', { Id, Tags: { Name: `The ${Id}` } });
    }
    await client.call('CreateOriginEndpoint', { ChannelId: 'news', Id: 'news-hls' });
    const service = await serviceResource(aws.session, 'mediapackage');
    const { items } = await service.collection('Channels').page();
    channel = items.find(({ id }) => id === 'news');
  });

  it('lists its resources with their names, ids and ARNs', async () => {
    assert.ok(!declaredServices.some(({ service }) => service === 'mediapackage'));
    assert.equal(channel?.label, 'The news');
    assert.equal(channel?.path, 'mediapackage.Channel(Id=news)');
    assert.match((await channel?.arn()) ?? '', /^arn:aws:mediapackage:.*news$/);
  });

  it('describes one, and lists what is below it', async () => {
    const attributes = await channel?.load();
    assert.equal(attributes?.Id, 'news');
    const page = await channel?.collection('OriginEndpoints').page();
    assert.ok(page?.items.some(({ id }) => id === 'news-hls'));
  });

  it('does to one what its operations do, once it is confirmed', async () => {
    const resource = (await serviceResource(aws.session, 'mediapackage')).get('Channel', {
      Id: 'sports',
    });
    await assert.rejects(resource.act('Delete'), { name: 'ConfirmationRequiredError' });
    await resource.act('Delete', {}, { confirm: resource.confirmation });
    await assert.rejects(resource.load(), { code: 'NotFoundException' });
  });
});

describe('a service with a declaration', () => {
  it('lists what the declaration leaves out', async () => {
    const client = await aws.session.client('ec2');
    await client.call('CreateCustomerGateway', {
      BgpAsn: 65000,
      Type: 'ipsec.1',
      IpAddress: '192.0.2.1',
    });
    const further = await furtherResource(aws.session, 'ec2');
    const gateways = further?.collections.find(({ name }) => name === 'CustomerGateways');
    if (!gateways)
      return assert.ok(declaredServices.some(({ kinds }) => 'CustomerGateway' in kinds));
    const { items } = await gateways.page();
    assert.ok(items.some(({ id }) => /^cgw-/.test(id)));
  });
});
