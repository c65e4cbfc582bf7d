import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import type { ServiceKinds } from '../../../src/core/resources/kind.ts';
import { ServiceResource } from '../../../src/core/resources/serviceResource.ts';
import { declaredServices } from '../../../src/services/index.ts';
import { checkOwn } from '../../../src/services/own/checkOwn.ts';
import { ownDeclarations } from '../../../src/services/own/ownDeclarations.ts';
import { type Schema, schema } from '../../../src/services/own/schema.ts';
import { validate } from '../../../src/services/own/validate.ts';
import { readBase, readBuiltIn, readDeclared } from '../../../src/services/registry.ts';
import { recordSession } from '../../core/resources/recordedSession.ts';

const catalogue = openCatalogue({ searchPath: [] });
const readModel = (id: string) => catalogue.service(id);

const check = (value: unknown) =>
  checkOwn(value, {
    declared: declaredServices,
    readBase: (id) => readBase(id, readModel),
    readModel,
  });

/** Twelve lines: a kind with a child and an action, of a service that nobody declared. */
const medialive = {
  service: 'mediaconvert',
  collections: {
    Lines: {
      title: 'Lines',
      operation: 'ListQueues',
      items: [{ kind: 'Line', path: 'Queues[]', identifiers: { Name: 'Name' } }],
    },
  },
  kinds: {
    Line: {
      identifiers: ['Name'],
      collections: {
        Jobs: {
          title: 'Jobs',
          operation: 'ListJobs',
          params: { Queue: { from: 'identifier', name: 'Name' } },
          items: [{ kind: 'Job', path: 'Jobs[]', identifiers: { Id: 'Id' } }],
        },
      },
      actions: {
        Delete: {
          title: 'Delete Line',
          risk: 'X',
          operation: 'DeleteQueue',
          params: { Name: { from: 'identifier', name: 'Name' } },
        },
      },
    },
    Job: { identifiers: ['Id'], description: ['Status'] },
  },
};

/** The definition with another value at a path. */
function withValue(path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(medialive) as Record<string, unknown>;
  const owner = path.slice(0, -1).reduce((part, name) => part[name] as typeof copy, copy);
  owner[path.at(-1) ?? ''] = value;
  return copy;
}

describe('kinds that a person declares', () => {
  it('are listed, opened and acted on as ours are', async () => {
    const { kinds, faults } = await check(medialive);
    assert.deepEqual(faults, []);
    assert.ok(kinds);
    const { session, calls } = recordSession({
      'mediaconvert.ListQueues': () => ({ Queues: [{ Name: 'nightly' }] }),
      'mediaconvert.ListJobs': () => ({ Jobs: [{ Id: '1', Status: 'COMPLETE' }] }),
      'mediaconvert.DeleteQueue': () => ({}),
    });
    const kindsOf = () => kinds;
    const service = new ServiceResource({ session, kinds, kindsOf, services: [kinds] });
    const [line] = (await service.collection('Lines').page()).items;
    const [job] = (await line?.collection('Jobs').page())?.items ?? [];
    await line?.act('Delete', {}, { confirm: 'nightly' });
    assert.deepEqual([line?.label, job?.label, job?.description], ['nightly', '1', 'COMPLETE']);
    assert.deepEqual(calls.slice(-2), [
      'mediaconvert.ListJobs(eu-west-1) {"Queue":"nightly"}',
      'mediaconvert.DeleteQueue(eu-west-1) {"Name":"nightly"}',
    ]);
  });

  it('add to a kind that is known, and leave the rest of it as it is', async () => {
    const purge = {
      title: 'Empty',
      risk: 'X',
      operation: 'PurgeQueue',
      params: { QueueUrl: { from: 'identifier', name: 'QueueUrl' } },
    };
    const { kinds } = await check({
      service: 'sqs',
      kinds: { Queue: { actions: { Empty: purge } } },
    });
    const known = (await readBuiltIn()).find(({ service }) => service === 'sqs');
    assert.deepEqual(kinds?.kinds.Queue?.actions, { ...known?.kinds.Queue?.actions, Empty: purge });
    assert.deepEqual(kinds?.kinds.Queue?.load, known?.kinds.Queue?.load);
    assert.equal(kinds?.title, known?.title);
  });

  it('stand among what is declared, in the order of titles', async () => {
    const { kinds } = await check(medialive);
    const own: readonly ServiceKinds[] = kinds ? [kinds] : [];
    ownDeclarations.readBy(async () => own);
    const all = await readDeclared();
    assert.equal(all.length, declaredServices.length + 1);
    assert.ok(all.includes(kinds as ServiceKinds));
    assert.equal(await readDeclared(), all);
    ownDeclarations.readBy(async () => []);
    assert.equal(await readDeclared(), declaredServices);
  });

  const faulty: readonly (readonly [path: string, value: unknown, at: string, message: RegExp])[] =
    [
      ['service', 'mediaconverter', 'service', /mediaconverter/],
      ['service', 7, 'service', /is an integer and should be a string/],
      ['kinds.Line.actions', [], 'kinds.Line.actions', /is an array and should be an object/],
      ['kinds.Line.nonsense', 1, 'kinds.Line.nonsense', /is not known here/],
      ['collections.Lines.items', [], 'collections.Lines.items', /fewer than 1/],
      ['collections.Lines.operation', 'ListLines', 'collections.Lines.operation', /does not exist/],
      ['collections.Lines.service', 'mediatailer', 'collections.Lines.service', /mediatailer/],
      ['kinds.Job.description', ['Statas'], 'kinds.Job.description.0', /reads Statas/],
      ['kinds.Line.icon', 'film', 'kinds.Line.icon', /no codicon "film"/],
      [
        'kinds.Line.collections.Jobs.params.Page',
        1,
        'kinds.Line.collections.Jobs.params.Page',
        /no parameter Page/,
      ],
      [
        'kinds.Line.actions.Delete.risk',
        'R',
        'kinds.Line.actions.Delete.risk',
        /DeleteQueue destroys for good, so its risk is X/,
      ],
      ['kinds.Line.actions.Delete.risk', 'D', 'kinds.Line.actions.Delete.risk', /its risk is X/],
      [
        'kinds.Line.actions.Show',
        {
          title: 'Show',
          risk: 'R',
          operation: 'GetQueue',
          batch: { size: 9, operation: 'DeleteQueue' },
        },
        'kinds.Line.actions.Show.risk',
        /its risk is X/,
      ],
      [
        'kinds.Line.actions.Show',
        { title: 'Show', risk: 'W', service: 'sns', operation: 'RemovePermission' },
        'kinds.Line.actions.Show.risk',
        /D or X/,
      ],
      [
        'kinds.Line.actions.Delete.risk',
        'Z',
        'kinds.Line.actions.Delete.risk',
        /is one of R, S, W/,
      ],
      [
        'kinds.Line.actions.Delete.region',
        { path: 'Place', values: {} },
        'kinds.Line.actions.Delete.region.path',
        /has no Place/,
      ],
      ['kinds.Job.label', ['{Id|shout}'], 'kinds.Job.label.0', /shout/],
    ];
  for (const [path, value, at, message] of faulty) {
    it(`are refused with ${path} = ${JSON.stringify(value)}, and told where`, async () => {
      const { faults } = await check(withValue(path.split('.'), value));
      const found = faults.find((fault) => fault.path.join('.') === at);
      assert.ok(found, JSON.stringify(faults));
      assert.match(found.message, message);
    });
  }

  it('are refused as a whole where they are no object', async () => {
    for (const value of [null, [], 'x']) assert.equal((await check(value)).faults.length, 1);
  });
});

describe('the schema of kinds', () => {
  const root = new URL('../../../', import.meta.url);
  const definitions: Readonly<Record<string, Schema>> = schema.definitions;

  it('is the file that VS Code reads', async () => {
    const file = new URL('media/kinds.schema.json', root);
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE_GOLDEN) await writeFile(file, text);
    assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), JSON.parse(text));
  });

  it('takes everything that is declared here', () => {
    const plain: unknown[] = JSON.parse(JSON.stringify(declaredServices));
    for (const service of plain) {
      assert.deepEqual(validate(service, { $ref: '#/definitions/service' }, definitions), []);
    }
  });

  it('has the words of kind.ts and no other', async () => {
    const code = await readFile(new URL('src/core/resources/kind.ts', root), 'utf8');
    for (const [type, name] of Object.entries(structures)) {
      const words = Object.keys(definitions[name]?.properties ?? {});
      assert.deepEqual(words.toSorted(), wordsOf(code, type).toSorted(), type);
    }
  });
});

const structures = {
  ServiceKinds: 'service',
  Kind: 'kind',
  CollectionRule: 'collection',
  TokensRule: 'tokens',
  ItemRule: 'item',
  JoinRule: 'join',
  LoadRule: 'load',
  BatchRule: 'batch',
  RegionRule: 'region',
  ActionRule: 'action',
  RequestedRegionRule: 'requestedRegion',
  BatchActionRule: 'batchAction',
  ResultRule: 'result',
  LinkRule: 'link',
  WaiterRule: 'waiter',
};

/** The members of an interface, with those it has from another one. */
function wordsOf(code: string, type: string): string[] {
  const found = new RegExp(`interface ${type}(?: extends (\\w+))? \\{\\n(.*?)\\n\\}`, 's').exec(
    code,
  );
  assert.ok(found, `There is no interface ${type}.`);
  const own = [...(found[2] ?? '').matchAll(/^ {2}readonly (\w+)\??:/gm)].map(
    ([, name = '']) => name,
  );
  return found[1] === undefined ? own : [...own, ...wordsOf(code, found[1])];
}
