import type { Kind } from '../../core/resources/kind.ts';
import { askOptional, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofTraining = { TrainingJobName: identifier('TrainingJobName') };
const ofProcessing = { ProcessingJobName: identifier('ProcessingJobName') };
const ofTransform = { TransformJobName: identifier('TransformJobName') };
const ofPipeline = { PipelineName: identifier('PipelineName') };
const ofExecution = { PipelineExecutionArn: identifier('PipelineExecutionArn') };
const arn = 'arn:{partition}:sagemaker:{region}:{account}';

/** What runs and ends: jobs, and the pipelines that start them. */
export const jobKinds: Readonly<Record<string, Kind>> = {
  TrainingJob: {
    identifiers: ['TrainingJobName'],
    state: 'TrainingJobStatus',
    description: ['TrainingJobStatus', '{CreationTime|date}'],
    columns: [
      ['Status', 'TrainingJobStatus'],
      ['Step', 'SecondaryStatus'],
      ['Failure', 'FailureReason'],
      ['Instances', '{ResourceConfig.InstanceCount} × {ResourceConfig.InstanceType}'],
      ['Trained for', '{TrainingTimeInSeconds} s'],
      ['Billed for', '{BillableTimeInSeconds} s'],
      ['Model in', 'ModelArtifacts.S3ModelArtifacts'],
      ['Created', '{CreationTime|date}'],
      ['Ended', '{TrainingEndTime|date}'],
    ],
    icon: 'mortar-board',
    arn: 'TrainingJobArn',
    arnPattern: `${arn}:training-job/{TrainingJobName}`,
    consoleUrl: '{c}/sagemaker/home?region={region}#/jobs/{TrainingJobName}',
    load: { operation: 'DescribeTrainingJob', params: ofTraining },
    actions: {
      Stop: act('Stop', 'D', 'StopTrainingJob', ofTraining),
    },
    waiters: { Ended: { waiter: 'TrainingJobCompletedOrStopped', params: ofTraining } },
    has: {
      Role: to('RoleArn', 'iam.Role'),
      Key: to('OutputDataConfig.KmsKeyId', 'kms.Key'),
      Subnets: to('VpcConfig.Subnets[]', 'ec2.Subnet'),
      SecurityGroups: to('VpcConfig.SecurityGroupIds[]', 'ec2.SecurityGroup'),
    },
  },
  ProcessingJob: {
    identifiers: ['ProcessingJobName'],
    state: 'ProcessingJobStatus',
    description: ['ProcessingJobStatus', '{CreationTime|date}'],
    columns: [
      ['Status', 'ProcessingJobStatus'],
      ['Failure', 'FailureReason'],
      ['Message', 'ExitMessage'],
      ['Image', 'AppSpecification.ImageUri'],
      ['Created', '{CreationTime|date}'],
      ['Ended', '{ProcessingEndTime|date}'],
    ],
    icon: 'gear',
    arn: 'ProcessingJobArn',
    arnPattern: `${arn}:processing-job/{ProcessingJobName}`,
    consoleUrl: '{c}/sagemaker/home?region={region}#/processing-jobs/{ProcessingJobName}',
    load: { operation: 'DescribeProcessingJob', params: ofProcessing },
    actions: { Stop: act('Stop', 'D', 'StopProcessingJob', ofProcessing) },
    waiters: { Ended: { waiter: 'ProcessingJobCompletedOrStopped', params: ofProcessing } },
    has: { Role: to('RoleArn', 'iam.Role'), TrainingJob: to('TrainingJobArn', 'TrainingJob') },
  },
  TransformJob: {
    identifiers: ['TransformJobName'],
    state: 'TransformJobStatus',
    description: ['TransformJobStatus', '{CreationTime|date}'],
    columns: [
      ['Status', 'TransformJobStatus'],
      ['Failure', 'FailureReason'],
      ['Model', 'ModelName'],
      ['Results in', 'TransformOutput.S3OutputPath'],
      ['Created', '{CreationTime|date}'],
      ['Ended', '{TransformEndTime|date}'],
    ],
    icon: 'arrow-swap',
    arn: 'TransformJobArn',
    arnPattern: `${arn}:transform-job/{TransformJobName}`,
    consoleUrl: '{c}/sagemaker/home?region={region}#/transform-jobs/{TransformJobName}',
    load: { operation: 'DescribeTransformJob', params: ofTransform },
    actions: { Stop: act('Stop', 'D', 'StopTransformJob', ofTransform) },
    waiters: { Ended: { waiter: 'TransformJobCompletedOrStopped', params: ofTransform } },
    has: { Model: to('ModelName', 'Model') },
  },
  Pipeline: {
    identifiers: ['PipelineName'],
    label: ['PipelineDisplayName', 'PipelineName'],
    state: 'PipelineStatus',
    description: ['{LastExecutionTime|date}', 'PipelineDescription'],
    columns: [
      ['Name', 'PipelineName'],
      ['Status', 'PipelineStatus'],
      ['Description', 'PipelineDescription'],
      ['Last run', '{LastExecutionTime|date}'],
      ['Created', '{CreationTime|date}'],
      ['Modified', '{LastModifiedTime|date}'],
    ],
    icon: 'git-merge',
    arn: 'PipelineArn',
    arnPattern: `${arn}:pipeline/{PipelineName}`,
    load: { operation: 'DescribePipeline', params: ofPipeline },
    collections: {
      Executions: list(
        'Executions',
        'ListPipelineExecutions',
        { ...ofPipeline, SortBy: 'CreationTime', SortOrder: 'Descending' },
        [
          'PipelineExecution',
          'PipelineExecutionSummaries[]',
          { PipelineExecutionArn: 'PipelineExecutionArn' },
        ],
      ),
    },
    actions: {
      Start: act('Start', 'W', 'StartPipelineExecution', {
        ...ofPipeline,
        PipelineParameters: askOptional('PipelineParameters'),
      }),
      Delete: act('Delete', 'X', 'DeletePipeline', ofPipeline),
    },
    has: { Role: to('RoleArn', 'iam.Role') },
  },
  PipelineExecution: {
    identifiers: ['PipelineExecutionArn'],
    id: '{PipelineExecutionArn|last}',
    label: ['PipelineExecutionDisplayName', '{PipelineExecutionArn|last}'],
    state: 'PipelineExecutionStatus',
    description: ['PipelineExecutionStatus', '{StartTime|date}'],
    columns: [
      ['Execution ID', '{PipelineExecutionArn|last}'],
      ['Status', 'PipelineExecutionStatus'],
      ['Failure', 'PipelineExecutionFailureReason'],
      ['Description', 'PipelineExecutionDescription'],
      ['Started', '{StartTime|date}'],
      ['Modified', '{LastModifiedTime|date}'],
    ],
    icon: 'run',
    arn: 'PipelineExecutionArn',
    arnPattern: `${arn}:pipeline/{*}/execution/{*}`,
    load: { operation: 'DescribePipelineExecution', params: ofExecution },
    actions: {
      Stop: act('Stop', 'D', 'StopPipelineExecution', ofExecution),
      Retry: act('Retry', 'W', 'RetryPipelineExecution', ofExecution),
    },
    has: { Pipeline: to('PipelineArn', 'Pipeline') },
  },
};
