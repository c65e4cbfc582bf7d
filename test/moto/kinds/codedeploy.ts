import { run, type ServiceScenarios } from './scenario.ts';

const revision = {
  revisionType: 'S3',
  s3Location: { bucket: 'revisions', key: 'one.zip', bundleType: 'zip' },
};

export const scenarios: ServiceScenarios = {
  kinds: {
    Application: {
      create: (stage) =>
        stage.make(stage.service, 'CreateApplication', {
          applicationName: stage.unique('application'),
          computePlatform: 'Server',
        }),
      loaded: { computePlatform: 'Server' },
    },
    DeploymentGroup: {
      create: async (stage) => {
        const { identifiers } = await stage.example('Application');
        const named = { ...identifiers, deploymentGroupName: stage.unique('group') };
        const client = await stage.client();
        await client.call('CreateDeploymentGroup', {
          ...named,
          serviceRoleArn: 'arn:aws:iam::123456789012:role/deploy',
        });
        return stage.service.get('DeploymentGroup', named);
      },
      listed: async (stage) => (await stage.example('Application')).collection('DeploymentGroups'),
      actions: [
        run('CreateDeployment', { revision }),
        run('CreateDeployment', async (stage, { identifiers }) => {
          const { deploymentGroupName = '' } = identifiers;
          const application = await stage.example('Application');
          await stage.act(application, 'CreateDeployment', { deploymentGroupName, revision });
          return { revision };
        }),
      ],
      children: { Deployments: 3 },
      references: { Application: 1 },
    },
    Deployment: {
      create: async (stage) =>
        stage.make(await stage.example('DeploymentGroup'), 'CreateDeployment', { revision }),
      loaded: { status: 'Created', revision: { revisionType: 'S3' } },
      references: { Application: 1, DeploymentConfig: 1, RevisionBucket: 1 },
    },
  },
  unserved: {
    'Application.ListRevisions': 'moto has no ListApplicationRevisions.',
    'Application.StopDeployment': 'moto runs no deployments.',
    'Application.Delete': 'moto has no DeleteApplication.',
    'DeploymentGroup.load': 'moto has no BatchGetDeploymentGroups.',
    'DeploymentGroup.ServiceRole': 'moto has no BatchGetDeploymentGroups.',
    'DeploymentGroup.DeploymentConfig': 'moto has no BatchGetDeploymentGroups.',
    'DeploymentGroup.LastDeployment': 'moto has no BatchGetDeploymentGroups.',
    'DeploymentGroup.AutoScalingGroups': 'moto has no BatchGetDeploymentGroups.',
    'DeploymentGroup.Topics': 'moto has no BatchGetDeploymentGroups.',
    'DeploymentGroup.Delete': 'moto has no DeleteDeploymentGroup.',
    'Deployment.Targets': 'moto runs no deployments.',
    'Deployment.Continue': 'moto runs no deployments.',
    'Deployment.Stop': 'moto runs no deployments.',
    'Deployment.Rollback': 'moto runs no deployments.',
    'Deployment.Successful': 'moto runs no deployments.',
    DeploymentTarget: 'moto runs no deployments.',
    DeploymentConfig: 'moto has no ListDeploymentConfigs and no GetDeploymentConfig.',
  },
};
