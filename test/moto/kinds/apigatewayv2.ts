import { because, made, notInMoto, subnetsOf, under } from '../made.ts';
import type { Scenario, ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Api: {
      create: (stage) =>
        stage.make(stage.service, 'CreateApi', {
          Name: stage.unique('http'),
          ProtocolType: 'HTTP',
        }),
      loaded: { ProtocolType: 'HTTP' },
    },
    Route: ofApi('Route', 'Routes', 'RouteId', { RouteKey: 'GET /' }),
    Integration: ofApi('Integration', 'Integrations', 'IntegrationId', {
      IntegrationType: 'HTTP_PROXY',
      IntegrationUri: 'https://example.com',
      IntegrationMethod: 'GET',
      PayloadFormatVersion: '1.0',
    }),
    Stage: ofApi('Stage', 'Stages', 'StageName', { StageName: 'prod' }),
    DomainName: {
      create: (stage) => {
        const known = { DomainName: `${stage.unique('http')}.example.com` };
        const CertificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';
        return made(stage, 'DomainName', {
          operation: 'CreateDomainName',
          input: { ...known, DomainNameConfigurations: [{ CertificateArn }] },
          known,
        });
      },
      references: { Certificates: 1 },
    },
    ApiMapping: {
      create: async (stage) => {
        const { ApiId } = (await stage.example('Stage')).identifiers;
        const DomainName = (await stage.example('DomainName')).id;
        return made(stage, 'ApiMapping', {
          operation: 'CreateApiMapping',
          input: { DomainName, ApiId, Stage: 'prod', ApiMappingKey: 'v1' },
          from: { ApiMappingId: 'ApiMappingId' },
          known: { DomainName },
        });
      },
      listed: under('DomainName', 'ApiMappings'),
      loaded: { Stage: 'prod' },
      references: { Api: 1 },
    },
    VpcLink: {
      create: async (stage) =>
        made(stage, 'VpcLink', {
          operation: 'CreateVpcLink',
          input: { Name: stage.unique('link'), SubnetIds: await subnetsOf(stage) },
          from: { VpcLinkId: 'VpcLinkId' },
        }),
      loaded: { VpcLinkStatus: 'AVAILABLE' },
      references: { Subnets: 2 },
    },
  },
  unserved: because(
    notInMoto,
    'Authorizer',
    'Deployment',
    'Api.Authorizers',
    'Api.Deployments',
    'Api.Export',
    'Api.Deploy',
    'Stage.Deployment',
  ),
};

function ofApi(
  kind: string,
  collection: string,
  identifier: string,
  input: Readonly<Record<string, string>>,
): Scenario {
  return {
    create: async (stage) => {
      const ApiId = (await stage.example('Api')).id;
      return made(stage, kind, {
        operation: `Create${kind}`,
        input: { ApiId, ...input },
        from: { [identifier]: identifier },
        known: { ApiId },
      });
    },
    listed: under('Api', collection),
    loaded: input,
  };
}
