// What the person sees of a profile.

import { endpointInWords } from '../../core/http/endpointInWords.ts';
import { formatCredentialKind } from '../credentialKind.ts';
import { nodeContexts } from '../ids.ts';
import { nameOf, themeColourOf } from '../profileLook.ts';
import type { Face } from './face.ts';
import { accountOf, fact } from './nodePlace.ts';
import { formatPlace, type ProfileNode } from './nodes.ts';

export function profileFace(node: ProfileNode): Face {
  const { profile, isActive, session, look } = node;
  if (session === undefined) return brokenProfileFace(node);
  const region = session.region ?? 'no region';
  const parts = [
    look.alias === undefined ? undefined : profile.name,
    look.isReadOnly ? 'read-only' : undefined,
    region,
    accountOf(session),
    // The icon tells it too, and a narrow side bar cuts off what comes last.
    isActive ? 'active' : undefined,
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
      ...fact('Account', accountOf(session)),
      ...fact('Credentials', formatCredentialKind(profile.credentialKind)),
      ...fact('Endpoint', profile.endpoint && endpointInWords(profile.endpoint)),
      ...fact('Configured in', placeOf(node)),
    ],
    icon: look.icon ?? icon,
    ...(colour !== undefined && { colour }),
    context: contextOf(isActive, session.canSignIn),
    opens: isActive ? 'open' : 'closed',
    spoken: `Profile ${nameOf(profile.name, look)}, ${description}`,
  };
}

function contextOf(isActive: boolean, canSignIn: boolean): string {
  if (canSignIn)
    return isActive ? nodeContexts.activeSignableProfile : nodeContexts.signableProfile;
  return isActive ? nodeContexts.activeProfile : nodeContexts.profile;
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
