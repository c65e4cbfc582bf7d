// The tree over real Sessions and Clients, at a service that takes five calls a second.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { HttpRequest, Send } from '../../../src/core/http/message.ts';
import { createSend } from '../../../src/core/http/send.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { Paces } from '../../../src/core/pace/paces.ts';
import { Session, type SessionOptions } from '../../../src/core/session.ts';
import type { BranchNode, Node } from '../../../src/views/explorer/nodes.ts';
import { createSource } from '../../../src/views/explorer/source.ts';
import { ExplorerTree } from '../../../src/views/explorer/tree.ts';
import type { ActiveProfile } from '../../../src/views/offers.ts';
import { json, keys, type ScriptedAnswer, scriptOf } from '../../core/client/clients.ts';
import { startServer } from '../../core/http/localServer.ts';
import { mostInASecond, VirtualTime } from '../../core/pace/virtualTime.ts';
import { buildProfile } from './world.ts';

const catalogue = openCatalogue();

/** Log groups with one stream each, of an account that takes five calls in any second. */
class Throttling {
  readonly arrivals: number[] = [];
  readonly taken: number[] = [];
  readonly asked = new Map<string, number>();
  readonly #groups: number;
  readonly #now: () => number;

  constructor(groups: number, now: () => number) {
    this.#groups = groups;
    this.#now = now;
  }

  answer(operation: string, body: string): ScriptedAnswer {
    const now = this.#now();
    this.arrivals.push(now);
    const before = this.taken.at(-5);
    if (before !== undefined && now - before < 1000) {
      return json({ __type: 'ThrottlingException', message: 'Rate exceeded' }, 400);
    }
    this.taken.push(now);
    if (operation.endsWith('GetCallerIdentity')) return identity;
    if (operation.endsWith('DescribeLogGroups')) return json({ logGroups: this.#logGroups() });
    const { logGroupName = '' } = JSON.parse(body);
    this.asked.set(logGroupName, (this.asked.get(logGroupName) ?? 0) + 1);
    return json({ logStreams: [{ logStreamName: 'the stream' }] });
  }

  #logGroups(): object[] {
    return Array.from({ length: this.#groups }, (_, i) => ({
      logGroupName: `group-${i}`,
      logGroupArn: `arn:aws:logs:eu-west-1:123456789012:log-group:group-${i}`,
    }));
  }
}

const identity: ScriptedAnswer = {
  body: `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account>
    <Arn>arn:aws:iam::123456789012:user/dev</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`,
};

/** STS names its operation in the body instead. */
function operationOf(headers: IncomingMessage['headers'] | HttpRequest['headers']): string {
  return String(headers['x-amz-target'] ?? 'GetCallerIdentity');
}

function reply(response: ServerResponse, { status = 200, headers, body }: ScriptedAnswer): void {
  response.writeHead(status, headers).end(body);
}

interface Scene {
  readonly tree: ExplorerTree;
  readonly failures: string[];
}

function openTree(options: SessionOptions): Scene {
  const session = new Session({
    region: 'eu-west-1',
    credentials: keys,
    environment: {},
    home: '/nowhere',
    catalogue,
    isPaced: true,
    ...options,
  });
  const failures: string[] = [];
  const profiles: Partial<ActiveProfile> = {
    profile: 'demo',
    profiles: async () => [buildProfile('demo')],
    configFaults: () => [],
    lookOf: () => ({ isReadOnly: false, isHidden: false }),
    sessionOf: () => session,
    noteUse: () => {},
    offerSignIn: () => {},
  };
  const source = createSource({
    profiles: profiles as ActiveProfile,
    catalogue,
    isPinned: () => true,
    onProfiles: () => {},
    onFailure: (error) => failures.push(String(error)),
    onAccount: () => {},
  });
  const tree = new ExplorerTree({ source, onChange: () => {}, patience: async () => {} });
  return { tree, failures };
}

async function find(tree: ExplorerTree, ...names: readonly string[]): Promise<BranchNode> {
  let found: Node | undefined;
  for (const name of names) {
    const children: readonly Node[] = await tree.settledChildren(found);
    found = children.find(({ id }) => id.split('/').at(-1)?.startsWith(name));
    assert.ok(found, `${name} in ${children.map(({ id }) => id)}`);
  }
  return found as BranchNode;
}

/** Opens the streams of every log group; gives how many there are. */
async function openAll(tree: ExplorerTree, groups: BranchNode): Promise<number> {
  const nodes = await tree.settledChildren(groups);
  const opened = nodes.map(async (node) => {
    return (await tree.settledChildren(node)).filter(({ kind }) => kind === 'resource').length;
  });
  return (await Promise.all(opened)).reduce((sum, count) => sum + count, 0);
}

describe('a service that takes five calls a second', () => {
  it('is never asked more than six times in one, and a thousand opened nodes all get there', async () => {
    const time = new VirtualTime();
    const server = new Throttling(1000, () => time.now());
    const send: Send = async (request) => {
      await time.delay(20);
      const answer = server.answer(operationOf(request.headers), String(request.body));
      await time.delay(20);
      return scriptOf(answer)(request, {});
    };
    const clock = () => new Date(Date.parse('2026-01-02T03:04:05Z') + time.now());
    const paces = new Paces(time);
    const { tree, failures } = openTree({ send, clock, paces, endpoint: 'http://logs.test' });
    const groups = await time.run(find(tree, 'demo', 'logs', 'LogGroups'));
    const shown = await time.run(openAll(tree, groups));
    assert.deepEqual(failures, []);
    assert.equal(shown, 1000);
    assert.deepEqual([...new Set(server.asked.values())], [1], 'each group was asked for once');
    assert.equal(mostInASecond(server.arrivals), 6);
    const throttled = server.arrivals.length - server.taken.length;
    assert.ok(throttled <= 10, `${throttled} calls were throttled`);
    assert.ok(time.now() < 225_000, `it took ${time.now() / 1000} s where 200 are the least`);
  });

  it('is never asked more than six times in a real second over real connections', async () => {
    const service = new Throttling(100, () => performance.now());
    await using server = await startServer(({ headers }, response) =>
      reply(response, service.answer(operationOf(headers), '{}')),
    );
    const send = createSend();
    const { tree, failures } = openTree({ send, endpoint: server.url });
    const shown = await openAll(tree, await find(tree, 'demo', 'logs', 'LogGroups'));
    await send.close();
    assert.deepEqual(failures, []);
    assert.equal(shown, 100);
    const most = mostInASecond(service.arrivals);
    assert.ok(most <= 6, `${most} in a second`);
  });
});

describe('a node that is closed', () => {
  it('takes what waits out of the queue, and cuts the connections of what is under way', async () => {
    const service = new Throttling(20, () => performance.now());
    const cuts: Promise<unknown>[] = [];
    await using server = await startServer(({ headers, socket }, response) => {
      const operation = operationOf(headers);
      if (operation.endsWith('DescribeLogStreams')) cuts.push(once(socket, 'close'));
      else reply(response, service.answer(operation, '{}'));
    });
    const send = createSend();
    const { tree, failures } = openTree({ send, endpoint: server.url });
    const groups = await find(tree, 'demo', 'logs', 'LogGroups');
    const nodes = await tree.settledChildren(groups);
    await Promise.all(nodes.map((node) => tree.children(node)));
    while (cuts.length < 2) await once(server.server, 'request');
    tree.collapse(groups);
    await Promise.all(cuts);
    const count = server.seen.length;
    await setTimeout(1500);
    assert.equal(server.seen.length, count);
    assert.ok(cuts.length <= 5, `${cuts.length} of 20 had been asked for`);
    assert.deepEqual(failures, []);
    await send.close();
  });
});
