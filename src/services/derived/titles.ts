// The titles of services that nobody declared: their full names without their maker's, and spelled as AWS spells them
// outside of its models.

import type { ServiceSummary } from '../../core/models/model.ts';

export function titleOf({ id, sdkId, title }: Pick<ServiceSummary, 'id' | 'sdkId' | 'title'>) {
  const known = titlesById.get(id);
  if (known !== undefined) return known;
  const name = title.replace(/^(?:Amazon|AWS)\s*(?=[A-Z])/, '').trim();
  const version = /v\d$/i.exec(sdkId)?.[0].toUpperCase();
  const isTold = version === undefined || name.toUpperCase().includes(version);
  return isTold ? name : `${name} ${version}`;
}

const titlesById = new Map(
  Object.entries({
    apigatewaymanagementapi: 'API Gateway Management API',
    apigatewayv2: 'API Gateway V2',
    appintegrations: 'AppIntegrations',
    billingconductor: 'Billing Conductor',
    cleanrooms: 'Clean Rooms',
    clouddirectory: 'Cloud Directory',
    connect: 'Connect',
    connectcampaigns: 'Connect Campaigns',
    connectcampaignsv2: 'Connect Campaigns V2',
    connectparticipant: 'Connect Participant',
    cur: 'Cost and Usage Report',
    deadline: 'Deadline Cloud',
    docdb: 'DocumentDB',
    entityresolution: 'Entity Resolution',
    evs: 'Elastic VMware Service',
    inspector: 'Inspector Classic',
    inspector2: 'Inspector',
    kendra: 'Kendra',
    m2: 'Mainframe Modernization',
    macie2: 'Macie',
    mailmanager: 'Mail Manager',
    'mwaa-serverless': 'MWAA Serverless',
    neptunedata: 'Neptune Data',
    odb: 'Oracle Database@AWS',
    'pca-connector-ad': 'Private CA Connector for AD',
    'pinpoint-sms-voice': 'Pinpoint SMS and Voice (Old)',
    qapps: 'Q Apps',
    qbusiness: 'Q Business',
    repostspace: 're:Post Private',
    rtbfabric: 'RTB Fabric',
    serverlessrepo: 'Serverless Application Repository',
    'sms-voice': 'Pinpoint SMS and Voice',
    waf: 'WAF Classic',
    'waf-regional': 'WAF Classic Regional',
  }),
);
