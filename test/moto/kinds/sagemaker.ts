import { anySubnet, made, run, type ServiceScenarios } from './scenario.ts';

const role = 'arn:aws:iam::123456789012:role/sagemaker';
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/model:1';
const notStopped = 'moto runs jobs and does not stop them.';
const machine = { InstanceType: 'ml.m5.large', InstanceCount: 1 };

export const scenarios: ServiceScenarios = {
  kinds: {
    Model: {
      create: (stage) => {
        const ModelName = stage.unique('model');
        const input = { ModelName, ExecutionRoleArn: role, PrimaryContainer: { Image: image } };
        return made(stage, 'CreateModel', input, 'Model', { ModelName });
      },
      loaded: { ExecutionRoleArn: role },
      references: { Role: 1 },
    },
    EndpointConfig: {
      create: async (stage) => {
        const model = await stage.example('Model');
        const EndpointConfigName = stage.unique('config');
        const variant = {
          VariantName: 'all',
          ModelName: model.id,
          InitialInstanceCount: 1,
          InstanceType: 'ml.m5.large',
        };
        const input = { EndpointConfigName, ProductionVariants: [variant] };
        return made(stage, 'CreateEndpointConfig', input, 'EndpointConfig', {
          EndpointConfigName,
        });
      },
      loaded: { ProductionVariants: [{ VariantName: 'all' }] },
      references: { Models: 1 },
    },
    Endpoint: {
      create: async (stage) => {
        const config = await stage.example('EndpointConfig');
        const EndpointName = stage.unique('endpoint');
        await stage.act(config, 'CreateEndpoint', { EndpointName });
        return stage.service.get('Endpoint', { EndpointName });
      },
      loaded: { EndpointStatus: 'InService' },
      actions: [run('Invoke', { Body: Buffer.from('1').toString('base64') })],
      waits: ['InService'],
      waitsAfter: ['Deleted'],
      references: { Config: 1 },
    },
    TrainingJob: {
      create: (stage) => {
        const TrainingJobName = stage.unique('training');
        const input = {
          TrainingJobName,
          RoleArn: role,
          AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: 'File' },
          OutputDataConfig: { S3OutputPath: 's3://data/out' },
          ResourceConfig: { ...machine, VolumeSizeInGB: 10 },
          StoppingCondition: { MaxRuntimeInSeconds: 60 },
        };
        return made(stage, 'CreateTrainingJob', input, 'TrainingJob', { TrainingJobName });
      },
      loaded: { RoleArn: role },
      waits: ['Ended'],
      references: { Role: 1 },
    },
    ProcessingJob: {
      create: (stage) => {
        const ProcessingJobName = stage.unique('processing');
        const input = {
          ProcessingJobName,
          RoleArn: role,
          AppSpecification: { ImageUri: image },
          ProcessingResources: { ClusterConfig: { ...machine, VolumeSizeInGB: 10 } },
        };
        return made(stage, 'CreateProcessingJob', input, 'ProcessingJob', { ProcessingJobName });
      },
      loaded: { RoleArn: role },
      references: { Role: 1 },
      waits: ['Ended'],
    },
    TransformJob: {
      create: async (stage) => {
        const { id: ModelName } = await stage.example('Model');
        const TransformJobName = stage.unique('transform');
        const source = { S3DataType: 'S3Prefix', S3Uri: 's3://data/in' };
        const input = {
          TransformJobName,
          ModelName,
          TransformInput: { DataSource: { S3DataSource: source } },
          TransformOutput: { S3OutputPath: 's3://data/out' },
          TransformResources: machine,
        };
        return made(stage, 'CreateTransformJob', input, 'TransformJob', { TransformJobName });
      },
      references: { Model: 1 },
      waits: ['Ended'],
    },
    Pipeline: {
      create: (stage) => {
        const PipelineName = stage.unique('pipeline');
        const definition = '{"Version":"2020-12-01","Parameters":[],"Steps":[]}';
        const input = { PipelineName, PipelineDefinition: definition, RoleArn: role };
        return made(stage, 'CreatePipeline', input, 'Pipeline', { PipelineName });
      },
      loaded: { RoleArn: role },
      actions: [run('Start')],
      children: { Executions: 1 },
      references: { Role: 1 },
    },
    PipelineExecution: {
      create: async (stage) => {
        const pipeline = await stage.example('Pipeline');
        const { output } = await stage.act(pipeline, 'Start');
        const PipelineExecutionArn = String(output.PipelineExecutionArn);
        return stage.service.get('PipelineExecution', { PipelineExecutionArn });
      },
      listed: async (stage) => (await stage.example('Pipeline')).collection('Executions'),
      references: { Pipeline: 1 },
    },
    NotebookInstance: {
      create: (stage) => {
        const NotebookInstanceName = stage.unique('notebook');
        const input = { NotebookInstanceName, InstanceType: 'ml.t3.medium', RoleArn: role };
        return made(stage, 'CreateNotebookInstance', input, 'NotebookInstance', {
          NotebookInstanceName,
        });
      },
      loaded: { InstanceType: 'ml.t3.medium' },
      actions: [
        run('Stop'),
        run('Start'),
        run('Stop', async (stage, notebook) => {
          await stage.wait(notebook, 'InService');
          return {};
        }),
      ],
      waits: ['Stopped'],
      waitsAfter: ['Deleted'],
      references: { Role: 1 },
    },
    Domain: {
      create: async (stage) => {
        const { DomainArn } = await (await stage.client()).call('CreateDomain', {
          DomainName: stage.unique('domain'),
          AuthMode: 'IAM',
          DefaultUserSettings: { ExecutionRole: role },
          SubnetIds: [await anySubnet(stage)],
          VpcId: 'vpc-0e9801d129EXAMPLE',
        });
        const DomainId = String(DomainArn).split('/').at(-1) ?? '';
        return stage.service.get('Domain', { DomainId });
      },
      loaded: { AuthMode: 'IAM' },
      references: { Subnets: 1, Role: 1 },
    },
  },
  unserved: {
    'TrainingJob.Stop': notStopped,
    'ProcessingJob.Stop': notStopped,
    'TransformJob.Stop': notStopped,
    'PipelineExecution.Stop': notStopped,
    'PipelineExecution.Retry': notStopped,
    'Endpoint.ChangeConfig': 'moto does not change endpoints.',
    'NotebookInstance.Open': 'moto signs no addresses of notebooks.',
    'Domain.UserProfiles': 'moto has no users of Studio.',
    'Domain.Apps': 'moto has no apps of Studio.',
    UserProfile: 'moto has no users of Studio.',
    App: 'moto has no apps of Studio.',
  },
};
