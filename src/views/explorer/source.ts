// What the tree shows, taken from the core: profiles, sessions, and the services that are declared.

import { isAbort } from '../../core/errors.ts';
import type { Catalogue } from '../../core/models/catalogue.ts';
import { hydrate } from '../../core/resources/hydrate.ts';
import { Resource } from '../../core/resources/resource.ts';
import type { Session } from '../../core/session.ts';
import type { Outline } from '../../services/derived/derive.ts';
import {
  furtherResource,
  hasFurtherKinds,
  readDeclared,
  readOtherServices,
  serviceResource,
} from '../../services/registry.ts';
import type { ActiveProfile } from '../offers.ts';
import { Accounts } from './accounts.ts';
import type { ShownService, ShownSession } from './nodes.ts';
import type { TreeSource } from './tree.ts';

export interface SourceOptions {
  readonly profiles: ActiveProfile;
  readonly catalogue: Pick<Catalogue, 'services'>;
  /** True for services that stand right under each profile. */
  readonly isPinned: (service: string) => boolean;
  /** Called when the profiles were read; `isEmpty` when the files have none, and nothing is wrong with them. */
  readonly onProfiles: (isEmpty: boolean) => void;
  readonly onFailure: (error: unknown, doing: string) => void;
  /** Called when the account of a session that was used is known. */
  readonly onAccount: () => void;
}

export interface Source extends TreeSource {
  /** The active profile or a region changed: what is asked for the roots alone is asked no longer of those left. */
  dropStale(): void;
}

export function createSource(options: SourceOptions): Source {
  const { profiles, onProfiles, onFailure } = options;
  const accounts = new Accounts<Session>({
    onAccount: options.onAccount,
    learnAlias: (session, signal) => profiles.learnAlias(session, signal),
  });
  const shownBySession = new WeakMap<Session, ShownSession>();
  const show = (session: Session): ShownSession => {
    const shown = shownBySession.get(session) ?? showSession(session, options, accounts);
    shownBySession.set(session, shown);
    return shown;
  };
  return {
    services: () => readServices(options),
    get activeProfile() {
      return profiles.profile;
    },
    async profiles() {
      const list = await profiles.profiles();
      onProfiles(list.length === 0 && profiles.configFaults().length === 0);
      return list;
    },
    configFaults: () => profiles.configFaults(),
    lookOf: (profile) => profiles.lookOf(profile),
    sessionOf: (profile) => show(profiles.sessionOf(profile)),
    noteFailure: onFailure,
    dropStale() {
      accounts.keepOnly(
        (session) =>
          session.profile === profiles.profile && session === profiles.sessionOf(session.profile),
      );
    },
  };
}

function showSession(
  session: Session,
  { profiles, onFailure }: SourceOptions,
  accounts: Accounts<Session>,
): ShownSession {
  return {
    profile: session.profile,
    region: session.region,
    get knownAccount() {
      return session.knownAccount;
    },
    get accountAlias() {
      return profiles.aliasOf(session.profile, session.knownAccount);
    },
    get canSignIn() {
      return session.signInTarget !== undefined;
    },
    collections: async (service) => (await serviceResource(session, service)).collections,
    furtherCollections: async (service) =>
      (await furtherResource(session, service))?.collections ?? [],
    ownerOf: (service) => serviceResource(session, service),
    async describe(resources, onDescribed, options) {
      const sparse = resources.filter((resource) => resource instanceof Resource);
      const onFailed = (_: unknown, error: unknown) => onFailure(error, 'Describing rows');
      try {
        await hydrate(sparse, { ...options, onLoaded: onDescribed, onFailed });
      } catch (error) {
        if (!isAbort(error)) onFailure(error, 'Describing rows');
      }
    },
    noteUse() {
      profiles.noteUse(session);
      accounts.learn(session);
    },
    offerSignIn: () => profiles.offerSignIn(session),
  };
}

/** In the order of their titles. */
async function readServices(options: SourceOptions): Promise<readonly ShownService[]> {
  const declared = await readDeclared();
  const others = await readOtherServices(await options.catalogue.services());
  const shown = [
    ...declared.map((kinds) => showService(kinds, options, hasFurtherKinds(kinds.service))),
    ...others.map((outline) => showService(outline, options, false)),
  ];
  return shown.toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
}

function showService(
  { service, title, icon, scope }: Outline,
  { isPinned }: SourceOptions,
  hasFurther: boolean,
): ShownService {
  return {
    service,
    title,
    icon: typeof icon === 'string' ? icon : icon.otherwise,
    isGlobal: typeof scope === 'object',
    isPinned: isPinned(service),
    hasFurther,
  };
}
