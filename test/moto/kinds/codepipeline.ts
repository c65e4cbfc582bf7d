import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Pipeline: {
      create: async (stage) => {
        const name = stage.unique('pipeline');
        const client = await stage.client();
        await client.call('CreatePipeline', {
          pipeline: {
            name,
            roleArn: await makeRole(stage),
            artifactStore: { type: 'S3', location: 'artifacts' },
            version: 1,
            stages: [
              stageOf('Source', { category: 'Source', provider: 'S3' }),
              stageOf('Approval', { category: 'Approval', provider: 'Manual' }),
            ],
          },
        });
        return stage.service.get('Pipeline', { name });
      },
      loaded: { artifactStore: { type: 'S3' }, stages: [{ name: 'Source' }] },
      references: { Role: 1, ArtifactBucket: 1 },
      remove: run('Delete'),
    },
  },
  unserved: {
    'Pipeline.Executions': 'moto runs no pipelines.',
    'Pipeline.Stages': 'moto runs no pipelines.',
    'Pipeline.Start': 'moto runs no pipelines.',
    'Pipeline.Stop': 'moto runs no pipelines.',
    'Pipeline.RetryStage': 'moto runs no pipelines.',
    'Pipeline.PutApproval': 'moto runs no pipelines.',
    'Pipeline.DisableTransition': 'moto runs no pipelines.',
    'Pipeline.EnableTransition': 'moto runs no pipelines.',
    Execution: 'moto runs no pipelines.',
    Stage: 'moto runs no pipelines.',
    ActionExecution: 'moto runs no pipelines.',
  },
};

/** A role that CodePipeline may take: moto looks. */
async function makeRole(stage: Stage): Promise<string> {
  const iam = await stage.client('iam');
  const RoleName = stage.unique('role');
  const trust = {
    Effect: 'Allow',
    Principal: { Service: 'codepipeline.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  const output = await iam.call('CreateRole', {
    RoleName,
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
  });
  stage.after(() => iam.call('DeleteRole', { RoleName }));
  return String((output.Role as { readonly Arn: string }).Arn);
}

function stageOf(name: string, action: { readonly category: string; readonly provider: string }) {
  const artifacts = action.category === 'Source' ? { outputArtifacts: [{ name: 'source' }] } : {};
  const configuration = { S3Bucket: 'sources', S3ObjectKey: 'source.zip' };
  const own = action.category === 'Source' ? { configuration } : {};
  const actionTypeId = { ...action, owner: 'AWS', version: '1' };
  return { name, actions: [{ name: 'one', actionTypeId, ...artifacts, ...own }] };
}
