// How requests name their sender, in the form AWS's own SDKs use.

import { platform, release } from 'node:os';

const base = `awscope ua/2.1 os/${platform()}#${release()} lang/js md/nodejs#${process.versions.node}`;

export function userAgent(appId: string | undefined): string {
  return appId ? `${base} app/${appId.replace(/[^\w!#$%&'*+\-.^`|~]/g, '-')}` : base;
}
