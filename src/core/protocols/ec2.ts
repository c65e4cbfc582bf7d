// `ec2`: as `query`, with names, lists and result wrapping of its own.

import type { FormNames } from './formWrite.ts';
import type { Protocol } from './protocol.ts';
import { buildFormRequest, queryProtocol } from './query.ts';

const ec2Names: FormNames = {
  member: (schema, name) => {
    const { queryName, locationName } = schema.traits;
    return queryName ?? (locationName === undefined ? name : capitalised(locationName));
  },
  items: (_schema, prefix) => prefix,
  sendsEmptyLists: false,
};

/** Output and errors need nothing of their own: no wrapper is modelled, and errors are found in all their nestings. */
export const ec2Protocol: Protocol = {
  ...queryProtocol,
  buildRequest: (service, operation, input) =>
    buildFormRequest(ec2Names, service, operation, input),
};

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
