import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { Service, ServiceSummary } from '../../src/core/models/model.ts';
import type { ServiceKinds } from '../../src/core/resources/kind.ts';
import { Session } from '../../src/core/session.ts';
import { checkDeclarations } from '../../src/services/check/check.ts';
import { codicons } from '../../src/services/check/codicons.ts';
import {
  inOregon,
  isGlobalService,
  oneEndpoint,
} from '../../src/services/derived/globalServices.ts';
import { declaredServices } from '../../src/services/index.ts';
import {
  furtherResource,
  hasFurtherKinds,
  readFurtherKinds,
  readKinds,
  readKindsAround,
  readOtherServices,
  resourceAt,
  serviceResource,
} from '../../src/services/registry.ts';

const catalogue = openCatalogue({ searchPath: [] });
const readModel = (id: string) => catalogue.service(id);

describe('what a service has', () => {
  let summaries: readonly ServiceSummary[] = [];
  const models = new Map<string, Service>();

  before(async () => {
    summaries = await catalogue.services();
    for (const { id } of summaries) models.set(id, await catalogue.service(id));
  });

  test('it is its declaration, or all that its model gives', async () => {
    assert.equal((await readKinds('s3', readModel)).title, 'S3');
    const derived = await readKinds('mediaconvert', readModel);
    assert.ok('Queues' in derived.collections);
    assert.equal(await readFurtherKinds('mediaconvert', readModel), undefined);
    await assert.rejects(readKinds('s4', readModel), /s4/);
  });

  test('it is there for every service of the catalogue, each once', async () => {
    const others = await readOtherServices(summaries);
    const ids = [...declaredServices, ...others].map(({ service }) => service);
    assert.deepEqual(ids.toSorted(), summaries.map(({ id }) => id).toSorted());
    const titles = [...declaredServices, ...others].map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title, at) => titles.indexOf(title) !== at),
      [],
    );
  });

  test('it is looked like before its model is read as after', async () => {
    const others = await readOtherServices(summaries);
    for (const outline of others.slice(0, 40)) {
      const { service, title, icon, scope } = await readKinds(outline.service, readModel);
      assert.deepEqual({ service, title, icon, ...(scope && { scope }) }, outline);
    }
  });

  test('it has a title as AWS writes it outside of its models, and an icon of its family', async () => {
    const others = new Map((await readOtherServices(summaries)).map((one) => [one.service, one]));
    const shown = ['bedrock-data-automation', 'route53-recovery-cluster', 'appflow', 'polly'].map(
      (id) => [others.get(id)?.title, others.get(id)?.icon],
    );
    assert.deepEqual(shown, [
      ['Bedrock Data Automation', 'sparkle'],
      ['Route 53 Recovery Cluster', 'milestone'],
      ['AppFlow', 'sync'],
      ['Polly', 'sparkle'],
    ]);
    for (const { icon, service } of others.values()) assert.ok(codicons.has(String(icon)), service);
  });

  test('its further kinds stand beside the declared ones and repeat none', async () => {
    for (const declared of declaredServices) {
      const further = (await readFurtherKinds(declared.service, readModel)) as ServiceKinds;
      const both = Object.keys(further.kinds).filter((name) => name in declared.kinds);
      assert.deepEqual(both, [], declared.service);
      const isListed = Object.keys(further.collections).length > 0;
      assert.equal(hasFurtherKinds(declared.service), isListed, declared.service);
      assert.deepEqual(checkDeclarations({ services: [further], models }), []);
      const operations = Object.values(declared.collections).map(({ operation }) => operation);
      const again = Object.values(further.collections).filter(({ operation }) =>
        operations.includes(operation),
      );
      assert.deepEqual(again, [], declared.service);
    }
  });

  test('it tells where the attributes of any kind come from', async () => {
    const ofKind = async (service: string, kind: string) =>
      (await readKindsAround({ service, kind }, readModel)).filter(
        (kinds) => kinds.service === service,
      );
    assert.equal((await ofKind('s3', 'Bucket')).length, 1);
    assert.equal((await ofKind('mediaconvert', 'Queue')).length, 1);
    const [declared, further] = await ofKind('ec2', 'CarrierGateway');
    assert.ok(
      !('CarrierGateway' in (declared?.kinds ?? {})) && 'CarrierGateway' in (further?.kinds ?? {}),
    );
  });

  test('it makes resources of what is derived, as of what is declared', async () => {
    const session = new Session({ region: 'eu-west-1', environment: {}, home: '/nonexistent' });
    const queue = (await serviceResource(session, 'mediaconvert')).get('Queue', { Name: 'fast' });
    assert.equal(queue.path, 'mediaconvert.Queue(Name=fast)');
    const further = await furtherResource(session, 'ec2');
    assert.ok(further?.collections.some(({ name }) => name === 'CarrierGateways'));
    const shield = await serviceResource(session, 'shield');
    assert.equal(shield.region, 'us-east-1');
  });
});

describe('the scope of a service', () => {
  test('it is found by its ARN where nobody declared the service or the kind, if the ARN tells all', async () => {
    const session = new Session({ region: 'eu-west-1', environment: {}, home: '/nowhere' });
    const found = async (rest: string) => {
      const resource = await resourceAt(session, `arn:aws:${rest}`);
      return resource && `${resource.service}.${resource.kind} ${resource.id} ${resource.region}`;
    };
    const place = 'us-east-1:123456789012';
    assert.equal(
      await found(`mediaconvert:${place}:queues/Default`),
      'mediaconvert.Queue Default us-east-1',
    );
    assert.equal(await found(`medialive:${place}:channel:17`), 'medialive.Channel 17 us-east-1');
    assert.equal(
      await found(`imagebuilder:${place}:image-recipe/web/1.0.0`),
      `imagebuilder.ImageRecipe arn:aws:imagebuilder:${place}:image-recipe/web/1.0.0 us-east-1`,
    );
    assert.equal(
      await found(`ec2:${place}:carrier-gateway/cagw-0123456789abcdef0`),
      'ec2.CarrierGateway cagw-0123456789abcdef0 us-east-1',
    );
    for (const untold of [
      `ec2:${place}:nothing/cagw-0123456789abcdef0`,
      `connect:${place}:instance/abc/queue/def`,
      `dms:${place}:rep:ABC`,
      `mediaconvert:${place}:queues`,
      `nothing:${place}:queues/Default`,
    ]) {
      assert.equal(await found(untold), undefined, untold);
    }
  });

  test('it is global where its endpoint rules know one address, and nowhere else', async () => {
    const faults: string[] = [];
    for (const { id } of await catalogue.services()) {
      const [one, other] = await Promise.all(
        ['eu-west-1', 'ap-south-1'].map((region) => addressIn(id, region)),
      );
      const isOne = one !== undefined && one.url === other?.url;
      const isKnown = oneEndpoint.has(id) || (inOregon.has(id) && id !== 'globalaccelerator');
      if (isOne !== isKnown) faults.push(`${id}: ${one?.url}`);
      if (isOne && inOregon.has(id) && one.signingRegion !== 'us-west-2') faults.push(id);
    }
    assert.deepEqual(faults, []);
    assert.ok(isGlobalService('globalaccelerator') && !isGlobalService('ec2'));
  });
});

async function addressIn(service: string, region: string) {
  const credentials = async () => ({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' });
  const session = new Session({ region, credentials, environment: {}, home: '/nonexistent' });
  const client = await session.client(service);
  try {
    const { url, properties } = await client.resolveEndpoint({ Region: region });
    const [scheme] = (properties?.authSchemes ?? []) as readonly { signingRegion?: string }[];
    return { url: String(url), signingRegion: scheme?.signingRegion };
  } catch {
    // Rules that want more than a region, such as a bucket or an account's own address, mean no global service.
    return undefined;
  }
}
