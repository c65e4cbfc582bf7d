import type { ServiceKinds } from '../../core/resources/kind.ts';
import { list } from '../rules.ts';
import { inferenceKinds } from './inference.ts';
import { jobKinds } from './jobs.ts';
import { studioKinds } from './studio.ts';

/** The newest first; jobs of years ago are at the end. */
const newest = { SortBy: 'CreationTime', SortOrder: 'Descending' };

export const sagemaker: ServiceKinds = {
  service: 'sagemaker',
  title: 'SageMaker AI',
  icon: 'hubot',
  collections: {
    Endpoints: list('Endpoints', 'ListEndpoints', newest, [
      'Endpoint',
      'Endpoints[]',
      { EndpointName: 'EndpointName' },
    ]),
    EndpointConfigs: list('Endpoint Configurations', 'ListEndpointConfigs', newest, [
      'EndpointConfig',
      'EndpointConfigs[]',
      { EndpointConfigName: 'EndpointConfigName' },
    ]),
    Models: list('Models', 'ListModels', newest, ['Model', 'Models[]', { ModelName: 'ModelName' }]),
    TrainingJobs: list('Training Jobs', 'ListTrainingJobs', newest, [
      'TrainingJob',
      'TrainingJobSummaries[]',
      { TrainingJobName: 'TrainingJobName' },
    ]),
    ProcessingJobs: list('Processing Jobs', 'ListProcessingJobs', newest, [
      'ProcessingJob',
      'ProcessingJobSummaries[]',
      { ProcessingJobName: 'ProcessingJobName' },
    ]),
    TransformJobs: list('Batch Transform Jobs', 'ListTransformJobs', newest, [
      'TransformJob',
      'TransformJobSummaries[]',
      { TransformJobName: 'TransformJobName' },
    ]),
    Pipelines: list('Pipelines', 'ListPipelines', newest, [
      'Pipeline',
      'PipelineSummaries[]',
      { PipelineName: 'PipelineName' },
    ]),
    NotebookInstances: list('Notebook Instances', 'ListNotebookInstances', newest, [
      'NotebookInstance',
      'NotebookInstances[]',
      { NotebookInstanceName: 'NotebookInstanceName' },
    ]),
    Domains: list('Domains', 'ListDomains', {}, ['Domain', 'Domains[]', { DomainId: 'DomainId' }]),
  },
  kinds: { ...inferenceKinds, ...jobKinds, ...studioKinds },
};
