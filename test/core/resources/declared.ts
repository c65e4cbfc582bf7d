// Small declarations of our own, so that a test of the resource layer does not depend on what a service's file says today.

import type { ServiceKinds } from '../../../src/core/resources/kind.ts';
import { ServiceResource } from '../../../src/core/resources/serviceResource.ts';
import type { Session } from '../../../src/core/session.ts';

/** The first of these services in a Session. */
export function declare(session: Session, ...services: readonly ServiceKinds[]): ServiceResource {
  const kindsOf = (id: string): ServiceKinds => {
    const found = services.find(({ service }) => service === id);
    if (!found) throw new Error(`${id} is not declared in this test.`);
    return found;
  };
  const [kinds] = services;
  if (!kinds) throw new Error('No service is declared.');
  return new ServiceResource({ session, kinds, kindsOf, services });
}

/** A service with these kinds and nothing else. */
export function service(
  id: string,
  kinds: ServiceKinds['kinds'],
  more: Partial<ServiceKinds> = {},
): ServiceKinds {
  return { service: id, title: id, icon: 'server', collections: {}, kinds, ...more };
}
