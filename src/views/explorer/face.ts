// What the person sees of a node: words, icon, facts. Pure; `item.ts` turns it into VS Code's own form.

import { nodeContexts } from '../ids.ts';
import { failureFace } from './failureFace.ts';
import { type Fact, fact, placeFacts, placeOfNode, spokenPlace } from './nodePlace.ts';
import type {
  CollectionNode,
  EmptyNode,
  FaultNode,
  FurtherNode,
  MoreNode,
  Node,
  OperationsNode,
  ResourceNode,
  ServiceNode,
  ServicesNode,
} from './nodes.ts';
import { formatPlace } from './nodes.ts';
import { profileFace } from './profileFace.ts';
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

/** When what stands under a node was read, and how long ago that is where it is long. */
export interface ReadTime {
  readonly at: string;
  readonly age?: string | undefined;
}

export function faceOf(node: Node, read?: ReadTime): Face {
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
      return serviceFace(node, read);
    case 'services':
      return servicesFace(node);
    case 'collection':
      return collectionFace(node, read);
    case 'resource':
      return resourceFace(node, read);
    case 'more':
      return moreFace(node);
    case 'failure':
      return failureFace(node);
    case 'empty':
      return emptyFace(node);
  }
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
    title: `What else ${node.parent.service.title} lists, by AWS's own description of it`,
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

/** Of what stands right under it. */
function readFacts(read: ReadTime | undefined): readonly Fact[] {
  return read === undefined ? [] : fact('Read', [read.at, read.age].filter(Boolean).join(', '));
}

function serviceFace(node: ServiceNode, read: ReadTime | undefined): Face {
  const { service } = node;
  const place = placeOfNode(node);
  return {
    label: service.title,
    ...(service.isGlobal && { description: 'global' }),
    facts: [...placeFacts(place), ...readFacts(read)],
    icon: service.icon,
    context: service.isPinned ? nodeContexts.pinnedService : nodeContexts.service,
    opens: 'closed',
    spoken: `Service ${service.title}, ${spokenPlace(place)}`,
  };
}

function collectionFace(node: CollectionNode, read: ReadTime | undefined): Face {
  const { collection } = node;
  const place = placeOfNode(node);
  return {
    label: collection.title,
    ...(read?.age && { description: read.age }),
    facts: [...fact('Note', collection.note), ...placeFacts(place), ...readFacts(read)],
    icon: collection.icon,
    context: nodeContexts.collection,
    opens: 'closed',
    spoken: [collection.title, read?.age && `read ${read.age}`, spokenPlace(place)]
      .filter(Boolean)
      .join(', '),
  };
}

function resourceFace(node: ResourceNode, read: ReadTime | undefined): Face {
  const { resource } = node;
  const place = placeOfNode(node);
  const description = describe(resource.description, resource.state);
  const colour = resource.state === undefined ? undefined : stateColour(resource.state);
  return {
    label: resource.label,
    ...(description && { description }),
    facts: [...columnsOf(resource), ...placeFacts(place), ...readFacts(read)],
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

/** What the label says is not said again. */
function columnsOf({ columns, label }: ResourceNode['resource']): readonly Fact[] {
  return columns.filter(([, value]) => value !== label);
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
