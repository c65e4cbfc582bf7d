// What the person sees of a node: words, icon, facts. Pure; `item.ts` turns it into VS Code's own form.

import { AwscopeError, needsSignIn, ServiceError } from '../../core/errors.ts';
import { formatCredentialKind } from '../credentialKind.ts';
import { nodeContexts } from '../ids.ts';
import { nameOf, themeColourOf } from '../profileLook.ts';
import { type Fact, fact, placeFacts, placeOfNode, spokenPlace } from './nodePlace.ts';
import type {
  CollectionNode,
  EmptyNode,
  FailureNode,
  FaultNode,
  FurtherNode,
  MoreNode,
  Node,
  OperationsNode,
  ProfileNode,
  ResourceNode,
  ServiceNode,
  ServicesNode,
} from './nodes.ts';
import { formatPlace } from './nodes.ts';
import { stateColour } from './stateColour.ts';

export interface Face {
  readonly label: string;
  readonly description?: string;
  /** What the node is, in bold over the facts; the label when absent. */
  readonly title?: string;
  readonly facts: readonly Fact[];
  /** A codicon's id. */
  readonly icon: string;
  /** A theme colour's id. */
  readonly colour?: string;
  readonly context?: string;
  /** Absent for a node that cannot be opened. */
  readonly opens?: 'closed' | 'open';
  /** What a screen reader says. */
  readonly spoken: string;
}

export function faceOf(node: Node): Face {
  switch (node.kind) {
    case 'profile':
      return profileFace(node);
    case 'fault':
      return faultFace(node);
    case 'further':
      return furtherFace(node);
    case 'operations':
      return operationsFace(node);
    case 'service':
      return serviceFace(node);
    case 'services':
      return servicesFace(node);
    case 'collection':
      return collectionFace(node);
    case 'resource':
      return resourceFace(node);
    case 'more':
      return moreFace(node);
    case 'failure':
      return failureFace(node);
    case 'empty':
      return emptyFace(node);
  }
}

function profileFace(node: ProfileNode): Face {
  const { profile, isActive, session, look } = node;
  if (session === undefined) return brokenProfileFace(node);
  const region = session.region ?? 'no region';
  const parts = [
    look.alias === undefined ? undefined : profile.name,
    isActive ? 'active' : undefined,
    region,
    session.knownAccount,
    look.isReadOnly ? 'read-only' : undefined,
  ];
  const description = parts.filter(Boolean).join(' · ');
  const colour = look.colour ? themeColourOf(look.colour) : isActive ? 'charts.green' : undefined;
  const icon = isActive ? 'pass-filled' : look.isReadOnly ? 'lock' : 'account';
  return {
    label: nameOf(profile.name, look),
    description,
    title: `Profile ${profile.name}`,
    facts: [
      ...fact('Region', session.region ?? 'none set'),
      ...fact('Account', session.knownAccount),
      ...fact('Credentials', formatCredentialKind(profile.credentialKind)),
      ...fact('Endpoint', profile.endpoint),
      ...fact('Configured in', placeOf(node)),
    ],
    icon: look.icon ?? icon,
    ...(colour !== undefined && { colour }),
    context: isActive ? nodeContexts.activeProfile : nodeContexts.profile,
    opens: isActive ? 'open' : 'closed',
    spoken: `Profile ${nameOf(profile.name, look)}, ${description}`,
  };
}

function brokenProfileFace(node: ProfileNode): Face {
  const { profile, isActive, look } = node;
  const problem = profile.problem ?? 'cannot be used';
  return {
    label: nameOf(profile.name, look),
    description: isActive ? 'active · cannot be used' : 'cannot be used',
    title: problem,
    facts: fact('Configured in', placeOf(node)),
    icon: 'warning',
    colour: 'list.warningForeground',
    context: nodeContexts.brokenProfile,
    opens: 'closed',
    spoken: `Profile ${profile.name} cannot be used: ${problem}`,
  };
}

function placeOf({ profile }: ProfileNode): string | undefined {
  const { file, line } = profile;
  return file === undefined
    ? undefined
    : formatPlace({ file, ...(line !== undefined && { line }) });
}

/** The folder of the file stands in the tooltip. */
function faultFace({ fault }: FaultNode): Face {
  const { file, problem } = fault;
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const place = formatPlace({ ...fault, file: name });
  return {
    label: place,
    description: problem,
    title: problem,
    facts: fact('Stands in', formatPlace(fault)),
    icon: 'warning',
    colour: 'list.warningForeground',
    context: nodeContexts.problem,
    spoken: `${place}: ${problem}`,
  };
}

function furtherFace(node: FurtherNode): Face {
  const place = placeOfNode(node);
  return {
    label: 'More',
    facts: placeFacts(place),
    icon: 'list-unordered',
    opens: 'closed',
    spoken: `More of ${node.parent.service.title}, ${spokenPlace(place)}`,
  };
}

/** A click on it offers the service's operations. */
function operationsFace({ parent }: OperationsNode): Face {
  const { title } = parent.service;
  return {
    label: 'Run an operation…',
    description: 'nothing here can be listed',
    title: `${title} lists nothing without being asked for something. Its operations can be run.`,
    facts: placeFacts(placeOfNode(parent)),
    icon: 'play',
    spoken: `Run an operation of ${title}: nothing here can be listed`,
  };
}

function servicesFace(node: ServicesNode): Face {
  const place = placeOfNode(node);
  return {
    label: 'All Services',
    description: `${node.count} more`,
    facts: placeFacts(place),
    icon: 'list-unordered',
    opens: 'closed',
    spoken: `All services, ${node.count} more, ${spokenPlace(place)}`,
  };
}

function serviceFace(node: ServiceNode): Face {
  const { service } = node;
  const place = placeOfNode(node);
  return {
    label: service.title,
    ...(service.isGlobal && { description: 'global' }),
    facts: placeFacts(place),
    icon: service.icon,
    context: service.isPinned ? nodeContexts.pinnedService : nodeContexts.service,
    opens: 'closed',
    spoken: `Service ${service.title}, ${spokenPlace(place)}`,
  };
}

function collectionFace(node: CollectionNode): Face {
  const { collection } = node;
  const place = placeOfNode(node);
  return {
    label: collection.title,
    facts: [...fact('Note', collection.note), ...placeFacts(place)],
    icon: collection.icon,
    context: nodeContexts.collection,
    opens: 'closed',
    spoken: `${collection.title}, ${spokenPlace(place)}`,
  };
}

function resourceFace(node: ResourceNode): Face {
  const { resource } = node;
  const place = placeOfNode(node);
  const description = describe(resource.description, resource.state);
  const colour = resource.state === undefined ? undefined : stateColour(resource.state);
  return {
    label: resource.label,
    ...(description && { description }),
    facts: [...resource.columns, ...placeFacts(place)],
    icon: resource.icon,
    ...(colour && { colour }),
    context:
      resource.consoleUrl === undefined ? nodeContexts.resource : nodeContexts.linkedResource,
    ...(resource.collections.length > 0 && { opens: 'closed' as const }),
    spoken: [`${resource.kind} ${resource.label}`, description, spokenPlace(place)]
      .filter(Boolean)
      .join(', '),
  };
}

/** The state is part of the description of most kinds already. */
function describe(description: string | undefined, state: string | undefined): string {
  if (state === undefined || description?.includes(state)) return description ?? '';
  return [state, description].filter(Boolean).join(' · ');
}

function moreFace({ listing }: MoreNode): Face {
  const { title } = listing.collection;
  const shown = listing.itemCount > 0 ? `${listing.itemCount} shown` : '';
  if (listing.isLoading) {
    return {
      label: 'Loading…',
      description: shown,
      facts: [],
      icon: 'loading~spin',
      context: nodeContexts.loading,
      spoken: `Loading ${title}`,
    };
  }
  return {
    label: shown ? 'Load more…' : 'Load…',
    description: shown || 'stopped',
    facts: [],
    icon: 'ellipsis',
    context: nodeContexts.more,
    spoken: `Load more ${title}, ${shown || 'stopped'}`,
  };
}

/** A description without a label is shown in the quiet colour. */
function emptyFace({ text }: EmptyNode): Face {
  return {
    label: '',
    description: text,
    title: text,
    facts: [],
    icon: 'circle-slash',
    colour: 'disabledForeground',
    spoken: text,
  };
}

function failureFace({ error, parent }: FailureNode): Face {
  const message = error instanceof Error ? error.message : String(error);
  if (needsSignIn(error)) return signInFace(message);
  const isBrokenProfile = parent?.kind === 'profile';
  return {
    label: shorten(isBrokenProfile ? withoutPlace(message) : summaryOf(error)),
    title: message,
    facts: error instanceof ServiceError ? fact('Request', error.requestId) : [],
    icon: 'error',
    colour: 'list.errorForeground',
    context: isBrokenProfile ? nodeContexts.problem : nodeContexts.failure,
    spoken: `Failed: ${message}`,
  };
}

/** A click on it signs in. */
function signInFace(message: string): Face {
  return {
    label: 'Sign in…',
    description: 'to go on here',
    title: message,
    facts: [],
    icon: 'sign-in',
    colour: 'list.warningForeground',
    context: nodeContexts.signIn,
    spoken: `Sign in to go on here: ${message}`,
  };
}

/** What happened comes first: whose it is, the nodes above tell, and the tooltip tells all. */
function summaryOf(error: unknown): string {
  if (error instanceof ServiceError) return `${error.code}: ${error.serviceMessage}`;
  if (!(error instanceof AwscopeError))
    return error instanceof Error ? error.message : String(error);
  const { summary } = error;
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`;
}

/** A profile's problem begins with its file and line, or with its name. */
function withoutPlace(problem: string): string {
  return problem.replace(/^(?:Profile .+?|.+?:\d+): /s, '');
}

/** One line, short enough for a label; the whole stands in the tooltip. */
function shorten(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').replace(/: $/, '').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
