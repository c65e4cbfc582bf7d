// Collections as boto3 has them: chained, lazy, cut, and taken up again.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Collection } from '../../../src/core/resources/collection.ts';
import { identifier } from '../../../src/core/resources/sources.ts';
import { declare, service } from './declared.ts';
import { type Answers, recordSession } from './recordedSession.ts';

const vpcs = service('ec2', {
  Vpc: {
    identifiers: ['VpcId'],
    icon: 'globe',
    collections: {
      Subnets: {
        title: 'Subnets',
        operation: 'DescribeSubnets',
        params: { Filters: [{ Name: 'vpc-id', Values: [identifier('VpcId')] }] },
        items: [{ kind: 'Subnet', path: 'Subnets[]', identifiers: { SubnetId: 'SubnetId' } }],
      },
    },
  },
  Subnet: { identifiers: ['SubnetId'], icon: 'globe' },
});

const ownImages = {
  ...service('ec2', { Image: { identifiers: ['ImageId'], icon: 'package' } }),
  collections: {
    Images: {
      title: 'Images',
      operation: 'DescribeImages',
      params: { Owners: ['self'] },
      items: [{ kind: 'Image', path: 'Images[]', identifiers: { ImageId: 'ImageId' } }],
    },
  },
};

const page = (...ids: string[]) => ({ Subnets: ids.map((SubnetId) => ({ SubnetId })) });

const threePages: Answers = {
  'ec2.DescribeSubnets': ({ Token }) => {
    if (Token === undefined) return { ...page('a', 'b'), NextToken: '2' };
    return Token === '2' ? { ...page('c', 'd'), NextToken: '3' } : page('e');
  },
};

function open(answers = threePages) {
  const { session, calls } = recordSession(answers);
  const vpc = declare(session, vpcs).get('Vpc', { VpcId: 'vpc-1' });
  return { subnets: vpc.collection('Subnets'), calls };
}

async function idsOf(collection: AsyncIterable<{ readonly id: string }>): Promise<string> {
  return (await gather(collection)).map(({ id }) => id).join('');
}

async function gather<Item>(list: AsyncIterable<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
}

async function pagesOf(collection: Collection): Promise<readonly string[]> {
  const pages = await gather(collection.pages());
  return pages.map(({ items }) => items.map(({ id }) => id).join(''));
}

describe('a collection', () => {
  test('it gives all, resource by resource or page by page, and begins anew each time', async () => {
    const { subnets } = open();
    assert.equal(await idsOf(subnets), 'abcde');
    assert.equal(await idsOf(subnets.all()), 'abcde');
    assert.deepEqual(await pagesOf(subnets), ['ab', 'cd', 'e']);
  });

  test('it costs nothing to narrow one, and the wider one stays as it is', async () => {
    const { subnets, calls } = open();
    const narrow = subnets.filter({ DryRun: false }).pageSize(7).limit(3).all();
    assert.deepEqual(calls, []);
    assert.equal(await idsOf(narrow), 'abc');
    assert.match(calls[0] ?? '', /"DryRun":false,"PageSize":7\}$/);
    assert.equal(await idsOf(subnets), 'abcde');
    assert.doesNotMatch(calls.at(-1) ?? '', /DryRun|PageSize/);
  });

  test('it reads no page after its limit, and cuts the last one', async () => {
    const { subnets, calls } = open();
    assert.deepEqual(await pagesOf(subnets.limit(3)), ['ab', 'c']);
    assert.deepEqual(await pagesOf(subnets.limit(2)), ['ab']);
    assert.equal(calls.length, 3);
    assert.deepEqual(await pagesOf(subnets.limit(0)), []);
    assert.equal(calls.length, 3);
  });

  test('it adds lists of filters to those of its declaration, as boto3 does', async () => {
    const { subnets, calls } = open({ 'ec2.DescribeSubnets': () => page() });
    const zone = { Name: 'availability-zone', Values: ['eu-west-1a'] };
    const state = { Name: 'state', Values: ['available'] };
    await subnets
      .filter({ Filters: [zone], MaxResults: 5 })
      .filter({ Filters: [state], MaxResults: 9 })
      .page();
    const own = { Name: 'vpc-id', Values: ['vpc-1'] };
    assert.deepEqual(calls, [
      `ec2.DescribeSubnets(eu-west-1) ${JSON.stringify({ Filters: [own, zone, state], MaxResults: 9 })}`,
    ]);
  });

  test('it takes the owners a caller gives for those of its declaration, where boto3 has none', async () => {
    const { session, calls } = recordSession({ 'ec2.DescribeImages': () => ({ Images: [] }) });
    const images = declare(session, ownImages).collection('Images');
    await images.page();
    await images
      .filter({ Owners: ['amazon'] })
      .filter({ Owners: ['aws-marketplace'] })
      .page();
    assert.deepEqual(calls, [
      'ec2.DescribeImages(eu-west-1) {"Owners":["self"]}',
      'ec2.DescribeImages(eu-west-1) {"Owners":["amazon","aws-marketplace"]}',
    ]);
  });
});

describe('a list that fails half-way', () => {
  function failing() {
    let isDown = true;
    const answers: Answers = {
      'ec2.DescribeSubnets': (input) =>
        input.Token === '3' && isDown
          ? new Error('down')
          : (threePages['ec2.DescribeSubnets']?.(input) ?? {}),
    };
    const mend = () => {
      isDown = false;
    };
    return { ...open(answers), mend };
  }

  test('it keeps what came, and goes on at the page that failed', async () => {
    const { subnets, calls, mend } = failing();
    const items = subnets.items();
    let came = '';
    await assert.rejects(async () => {
      for await (const { id } of items) came += id;
    }, /down/);
    assert.deepEqual([came, items.resumeToken], ['abcd', '3']);
    mend();
    const rest = subnets.items({ token: items.resumeToken });
    came += await idsOf(rest);
    assert.deepEqual([came, rest.resumeToken], ['abcde', undefined]);
    assert.equal(calls.length, 4);
  });

  test('it does so with pages too', async () => {
    const { subnets, mend } = failing();
    const pages = subnets.pages();
    const came: string[] = [];
    const read = async (from: typeof pages) => {
      for await (const { items } of from) came.push(items.map(({ id }) => id).join(''));
    };
    await assert.rejects(read(pages), /down/);
    mend();
    await read(subnets.pages({ token: pages.resumeToken }));
    assert.deepEqual(came, ['ab', 'cd', 'e']);
  });

  test('it gives a page anew of which only some was taken', async () => {
    const { subnets } = open();
    const items = subnets.items();
    for await (const { id } of items) if (id === 'c') break;
    assert.equal(items.resumeToken, '2');
    assert.equal(await idsOf(subnets.items({ token: '2' })), 'cde');
  });

  test('it goes on where it was told to, if the first page it asks for fails', async () => {
    const { subnets } = failing();
    const pages = subnets.pages({ token: '3' });
    await assert.rejects(gather(pages), /down/);
    assert.equal(pages.resumeToken, '3');
  });

  test('it ends with an error where AWS gives the same token again and again', async () => {
    const looping = service('secretsmanager', vpcs.kinds, {
      collections: {
        All: {
          title: 'All',
          operation: 'ListSecretVersionIds',
          tokens: { input: 'NextToken', output: 'NextToken' },
          items: [{ kind: 'Subnet', path: 'Subnets[]', identifiers: { SubnetId: 'SubnetId' } }],
        },
      },
    });
    const { session } = recordSession({
      'secretsmanager.ListSecretVersionIds': () => ({ ...page('a'), NextToken: 'same' }),
    });
    await assert.rejects(
      idsOf(declare(session, looping).collection('All')),
      /same token came twice/,
    );
  });
});

describe('a collection of another region', () => {
  const stock = service('acm', vpcs.kinds, {
    scope: { global: { aws: 'us-east-1' } },
    collections: {
      Far: list({ global: { aws: 'us-west-2', 'aws-cn': 'cn-north-1' } }),
      Near: list('regional'),
      Home: list(undefined),
    },
  });

  function list(scope: 'regional' | { readonly global: Record<string, string> } | undefined) {
    return {
      title: 'Subnets',
      operation: 'DescribeSubnets',
      ...(scope && { scope }),
      items: [{ kind: 'Subnet', path: 'Subnets[]', identifiers: { SubnetId: 'SubnetId' } }],
    };
  }

  test('it is listed there, and its items are there', async () => {
    const { session, calls } = recordSession({ 'acm.DescribeSubnets': () => page('a') });
    const acm = declare(session, stock);
    const regions: (string | undefined)[] = [];
    for (const name of ['Far', 'Near', 'Home']) {
      const [item] = (await acm.collection(name).page()).items;
      regions.push(item?.region, await item?.callRegion());
    }
    const expected = ['us-west-2', 'eu-west-1', 'us-east-1'];
    assert.deepEqual(
      calls.map((call) => /\((.*?)\)/.exec(call)?.[1]),
      expected,
    );
    assert.deepEqual(
      regions,
      expected.flatMap((region) => [region, region]),
    );
  });

  test('it is in the region of the partition', async () => {
    const { session, calls } = recordSession(
      { 'acm.DescribeSubnets': () => page('a') },
      { partition: 'aws-cn', region: 'cn-northwest-1' },
    );
    await declare(session, stock).collection('Far').page();
    assert.match(calls[0] ?? '', /cn-north-1/);
  });
});
