// A small AWS for the tree: profiles, sessions and collections whose answers the test gives.

import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { ConfigFault } from '../../../src/core/config/iniFile.ts';
import type { Profile } from '../../../src/core/config/profile.ts';
import type { Priority } from '../../../src/core/pace/turns.ts';
import { faceOf } from '../../../src/views/explorer/face.ts';
import type {
  Node,
  ShownCollection,
  ShownPage,
  ShownResource,
  ShownService,
  ShownSession,
} from '../../../src/views/explorer/nodes.ts';
import { ExplorerTree } from '../../../src/views/explorer/tree.ts';
import { lookOf } from '../../../src/views/profileLook.ts';

type Page = ShownCollection['page'];

/** When everything in this world is read. */
export const readAt = new Date('2026-01-02T03:04:05Z');

export class World {
  readonly calls: string[] = [];
  readonly changes: string[] = [];
  readonly changedNodes: (Node | undefined)[] = [];
  readonly failures: string[] = [];
  readonly collectionsByService: Record<string, (session: ShownSession) => ShownCollection[]> = {};
  readonly services: ShownService[] = [];
  activeProfile: string | undefined = 'demo';
  /** The setting of how profiles look. */
  looks: unknown = {};
  configured: Profile[] = [buildProfile('demo'), buildProfile('prod')];
  faults: ConfigFault[] = [];
  readonly tree: ExplorerTree;
  describe: (
    resources: readonly ShownResource[],
    signal: AbortSignal,
    priority: Priority,
  ) => Promise<readonly ShownResource[]> = async () => [];
  #sessions = new Map<string, ShownSession>();

  constructor() {
    const world = this;
    this.tree = new ExplorerTree({
      source: {
        services: async () => this.services,
        get activeProfile() {
          return world.activeProfile;
        },
        profiles: async () => this.configured,
        configFaults: () => this.faults,
        lookOf: (profile) => lookOf(this.looks, profile),
        sessionOf: (profile) => this.session(profile),
        noteFailure: (error) => this.failures.push(String(error)),
      },
      onChange: (node) => {
        this.changes.push(node?.id ?? '*');
        this.changedNodes.push(node);
      },
      patience: async () => {
        await setImmediate();
        await setImmediate();
      },
    });
  }

  service(id: string, collections: (session: ShownSession) => ShownCollection[]): this {
    this.services.push({
      service: id,
      title: id.toUpperCase(),
      icon: 'cloud',
      isGlobal: false,
      isPinned: true,
      hasFurther: false,
    });
    this.collectionsByService[id] = collections;
    return this;
  }

  session(profile: string, region = 'us-east-1'): ShownSession {
    const known = this.#sessions.get(profile);
    if (known !== undefined) return known;
    const session: ShownSession = {
      profile,
      region,
      knownAccount: undefined,
      accountAlias: undefined,
      canSignIn: false,
      collections: async (service) => this.collectionsByService[service]?.(session) ?? [],
      furtherCollections: async (service) =>
        this.collectionsByService[`more ${service}`]?.(session) ?? [],
      ownerOf: async (service) => assert.fail(`Nothing is done to ${service} here.`),
      describe: async (resources, onDescribed, { signal, priority }) => {
        const described = await this.describe(resources, signal, priority);
        for (const resource of described) {
          Object.assign(resource, { isSparse: false });
          onDescribed(resource);
        }
      },
      noteUse: () => this.calls.push(`used ${profile}`),
      offerSignIn: () => this.calls.push(`sign-in offered to ${profile}`),
    };
    this.#sessions.set(profile, session);
    return session;
  }

  pickRegion(profile: string, region: string): void {
    this.#sessions.delete(profile);
    this.session(profile, region);
    this.tree.switchProfiles();
  }

  /** Finds the node on a path of labels. */
  async find(...labels: readonly string[]): Promise<Node> {
    let found: Node | undefined;
    for (const label of labels) {
      const children: readonly Node[] = await this.tree.children(found);
      found = children.find((node) => faceOf(node).label === label);
      if (found === undefined) {
        throw new Error(`no "${label}" in ${children.map((node) => faceOf(node).label)}`);
      }
    }
    if (found === undefined) throw new Error('no labels');
    return found;
  }

  /** What stands under a node once it has arrived. */
  async draw(node?: Node): Promise<string> {
    return drawNodes(await this.tree.settledChildren(node));
  }

  /** What stands under a node at once. */
  async drawNow(node?: Node): Promise<string> {
    return drawNodes(await this.tree.children(node));
  }

  /** The nodes on these paths opened, and all of them as indented text. */
  async drawOpen(node: Node | undefined, isOpen: (label: string) => boolean): Promise<string> {
    const lines: string[] = [];
    for (const child of await this.tree.children(node)) {
      const { label, description } = faceOf(child);
      lines.push([label, description].filter(Boolean).join(' — '));
      if (!isOpen(label)) continue;
      const below = await this.drawOpen(child, isOpen);
      if (below !== '') lines.push(...below.split('\n').map((line) => `  ${line}`));
    }
    return lines.join('\n');
  }
}

function drawNodes(nodes: readonly Node[]): string {
  const lines = nodes.map((node) => {
    const { label, description, opens } = faceOf(node);
    return [opens ? '+' : '-', label, description].filter(Boolean).join(' ');
  });
  return lines.join('\n');
}

export function buildProfile(name: string, problem?: string): Profile {
  const profile = { name, source: 'config', credentialKind: 'static' } as const;
  return problem === undefined ? profile : { ...profile, problem, file: 'config', line: 3 };
}

export function buildCollection(
  title: string,
  page: Page,
  { inline = false }: { inline?: boolean } = {},
): ShownCollection {
  return { name: title, title, icon: 'list-unordered', inline, note: undefined, page };
}

export function buildResource(label: string, more: Partial<ShownResource> = {}): ShownResource {
  return {
    service: 's3',
    kind: 'Bucket',
    path: `s3.Bucket(Name=${label})`,
    region: 'us-east-1',
    isGlobal: false,
    isSparse: false,
    id: label,
    label,
    description: undefined,
    state: undefined,
    icon: 'archive',
    columns: [],
    consoleUrl: undefined,
    collections: [],
    arn: async () => `arn:aws:s3:::${label}`,
    load: async () => ({ Name: label }),
    ...more,
  };
}

/** Pages of resources with these labels; a token is the number of the page. */
export function buildPages(...pages: readonly (readonly string[])[]): Page {
  return async ({ token = '0' }) => {
    const items = (pages[Number(token)] ?? []).map((label) => buildResource(label));
    const next = Number(token) + 1;
    return next < pages.length ? { items, readAt, nextToken: String(next) } : { items, readAt };
  };
}

/** A collection whose answers come when the test says so. */
export class SlowPages {
  readonly signals: AbortSignal[] = [];
  readonly #answers: ((page: ShownPage) => void)[] = [];

  get count(): number {
    return this.signals.length;
  }

  readonly page: Page = ({ signal }) => {
    this.signals.push(signal);
    const { promise, resolve } = Promise.withResolvers<ShownPage>();
    this.#answers.push(resolve);
    return promise;
  };

  answer(index: number, ...labels: readonly string[]): void {
    this.#answers[index]?.({ items: labels.map((label) => buildResource(label)), readAt });
  }
}
