// Services that are one for a whole partition: shown once a profile, whatever its region.

import type { Scope } from '../../core/resources/kind.ts';
import { usEast1 } from '../scopes.ts';

/** `undefined` for a regional service. */
export function globalScope(serviceId: string): Scope | undefined {
  if (!isGlobalService(serviceId)) return undefined;
  const scope = typeof usEast1 === 'object' ? usEast1.global : {};
  return inOregon.has(serviceId) ? { global: { ...scope, aws: 'us-west-2' } } : usEast1;
}

export function isGlobalService(serviceId: string): boolean {
  return oneEndpoint.has(serviceId) || inOregon.has(serviceId) || oneRegion.has(serviceId);
}

/** Their endpoint rules give one address for all regions of a partition. */
export const oneEndpoint: ReadonlySet<string> = new Set([
  'account',
  'artifact',
  'bcm-dashboards',
  'bcm-data-exports',
  'bcm-pricing-calculator',
  'bcm-recommended-actions',
  'billing',
  'billingconductor',
  'budgets',
  'ce',
  'chime',
  'cloudfront',
  'codecatalyst',
  'freetier',
  'iam',
  'importexport',
  'invoicing',
  'notificationscontacts',
  'organizations',
  'partnercentral-channel',
  'route53',
  'savingsplans',
  'shield',
  'support',
  'taxsettings',
  'waf',
]);

/** They answer in Oregon for all of the partition. */
export const inOregon: ReadonlySet<string> = new Set([
  'globalaccelerator',
  'networkmanager',
  'route53-recovery-control-config',
]);

/** AWS runs them in one region for all, though their rules make an address for every region. */
const oneRegion: ReadonlySet<string> = new Set([
  'cur',
  'marketplace-catalog',
  'mturk',
  'partnercentral-account',
  'partnercentral-benefits',
  'partnercentral-selling',
  'route53domains',
  'support-app',
  'trustedadvisor',
]);
