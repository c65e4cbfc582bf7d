import type { Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../../core/resources/sources.ts';
import { act, list, paged, to } from '../rules.ts';

const ofName = { Name: identifier('Name') };
const ofJob = { JobName: identifier('Name') };
const ofCrawler = { CrawlerName: identifier('Name') };
const arn = 'arn:{partition}:glue:{region}:{account}';

/** What runs: crawlers, jobs, triggers and workflows, each with its runs. */
export const jobKinds: Readonly<Record<string, Kind>> = {
  Crawler: {
    identifiers: ['Name'],
    state: 'State',
    description: ['State', 'LastCrawl.Status', 'DatabaseName'],
    columns: [
      ['State', 'State'],
      ['Description', 'Description'],
      ['Database', 'DatabaseName'],
      ['Schedule', 'Schedule.ScheduleExpression'],
      ['Last crawl', '{LastCrawl.StartTime|date}'],
      ['Last result', 'LastCrawl.Status'],
      ['Last error', 'LastCrawl.ErrorMessage'],
      ['Created', '{CreationTime|date}'],
    ],
    icon: 'telescope',
    arn: `${arn}:crawler/{Name}`,
    consoleUrl: '{c}/glue/home?region={region}#/v2/data-catalog/crawlers/view/{Name}',
    load: { operation: 'GetCrawler', params: ofName, path: 'Crawler' },
    collections: {
      Crawls: paged(
        list('Crawls', 'ListCrawls', ofCrawler, [
          'Crawl',
          'Crawls[]',
          { ...ofCrawler, CrawlId: 'CrawlId' },
        ]),
      ),
    },
    actions: {
      Start: act('Start', 'W', 'StartCrawler', ofName),
      Stop: act('Stop', 'D', 'StopCrawler', ofName),
      Delete: act('Delete', 'X', 'DeleteCrawler', ofName),
    },
    has: {
      Role: to('Role', 'iam.Role'),
      Database: to('DatabaseName', 'Database'),
    },
  },
  Crawl: {
    identifiers: ['CrawlerName', 'CrawlId'],
    label: ['{StartTime|date}', 'CrawlId'],
    state: 'State',
    description: ['State', '{DPUHour} DPU hours'],
    columns: [
      ['Crawl ID', 'CrawlId'],
      ['State', 'State'],
      ['Error', 'ErrorMessage'],
      ['Started', '{StartTime|date}'],
      ['Ended', '{EndTime|date}'],
      ['Used', '{DPUHour} DPU hours'],
    ],
    icon: 'run',
    has: { LogGroup: to('LogGroup', 'logs.LogGroup') },
  },
  Job: {
    identifiers: ['Name'],
    description: ['Command.Name', 'GlueVersion', '{NumberOfWorkers} × {WorkerType}'],
    columns: [
      ['Type', 'Command.Name'],
      ['Description', 'Description'],
      ['Script', 'Command.ScriptLocation'],
      ['Glue version', 'GlueVersion'],
      ['Workers', '{NumberOfWorkers} × {WorkerType}'],
      ['Timeout', '{Timeout|count:minute}'],
      ['Retries', 'MaxRetries'],
      ['Created', '{CreatedOn|date}'],
      ['Modified', '{LastModifiedOn|date}'],
    ],
    icon: 'gear',
    arn: `${arn}:job/{Name}`,
    consoleUrl: '{c}/gluestudio/home?region={region}#/editor/job/{Name}/details',
    load: { operation: 'GetJob', params: ofJob, path: 'Job' },
    collections: {
      Runs: list('Runs', 'GetJobRuns', ofJob, ['JobRun', 'JobRuns[]', { ...ofJob, Id: 'Id' }]),
    },
    actions: {
      GetBookmark: act('Show Bookmark', 'R', 'GetJobBookmark', ofJob),
      StartRun: act('Run', 'W', 'StartJobRun', { ...ofJob, Arguments: askOptional('Arguments') }),
      StopRuns: act(
        'Stop Runs',
        'D',
        'BatchStopJobRun',
        {
          ...ofJob,
          JobRunIds: ask('JobRunIds'),
        },
        { failures: 'Errors' },
      ),
      ResetBookmark: act('Reset Bookmark', 'D', 'ResetJobBookmark', ofJob),
      Delete: act('Delete', 'X', 'DeleteJob', ofJob),
    },
    has: {
      Role: to('Role', 'iam.Role'),
      Connections: to('Connections.Connections[]', 'Connection'),
    },
  },
  JobRun: {
    identifiers: ['JobName', 'Id'],
    label: ['{StartedOn|date}', 'Id'],
    state: 'JobRunState',
    description: ['JobRunState', '{ExecutionTime} s', 'TriggerName'],
    columns: [
      ['Run ID', 'Id'],
      ['State', 'JobRunState'],
      ['Error', 'ErrorMessage'],
      ['Started', '{StartedOn|date}'],
      ['Completed', '{CompletedOn|date}'],
      ['Ran for', '{ExecutionTime} s'],
      ['Workers', '{NumberOfWorkers} × {WorkerType}'],
      ['Trigger', 'TriggerName'],
      ['Attempt', 'Attempt'],
    ],
    icon: 'run',
    consoleUrl: '{c}/gluestudio/home?region={region}#/job/{JobName}/run/{Id}',
    load: {
      operation: 'GetJobRun',
      params: { JobName: identifier('JobName'), RunId: identifier('Id') },
      path: 'JobRun',
    },
    actions: {
      Stop: {
        ...act('Stop', 'D', 'BatchStopJobRun', {
          JobName: identifier('JobName'),
          JobRunIds: [identifier('Id')],
        }),
        failures: 'Errors',
        batch: { size: 25 },
      },
    },
    has: { Trigger: to('TriggerName', 'Trigger'), LogGroup: to('LogGroupName', 'logs.LogGroup') },
  },
  Trigger: {
    identifiers: ['Name'],
    state: 'State',
    description: ['State', 'Type', 'Schedule'],
    columns: [
      ['State', 'State'],
      ['Type', 'Type'],
      ['Description', 'Description'],
      ['Schedule', 'Schedule'],
      ['Workflow', 'WorkflowName'],
      ['Starts jobs', 'Actions[].JobName'],
      ['Starts crawlers', 'Actions[].CrawlerName'],
    ],
    icon: 'zap',
    arn: `${arn}:trigger/{Name}`,
    load: { operation: 'GetTrigger', params: ofName, path: 'Trigger' },
    actions: {
      Start: act('Start', 'W', 'StartTrigger', ofName),
      Stop: act('Stop', 'D', 'StopTrigger', ofName),
      Delete: act('Delete', 'X', 'DeleteTrigger', ofName),
    },
    has: {
      Workflow: to('WorkflowName', 'Workflow'),
      Jobs: to('Actions[].JobName', 'Job'),
      Crawlers: to('Actions[].CrawlerName', 'Crawler'),
    },
  },
  Workflow: {
    identifiers: ['Name'],
    state: 'LastRun.Status',
    description: ['LastRun.Status', '{LastRun.StartedOn|date}'],
    columns: [
      ['Description', 'Description'],
      ['Last run', '{LastRun.StartedOn|date}'],
      ['Last result', 'LastRun.Status'],
      ['Runs at once', 'MaxConcurrentRuns'],
      ['Created', '{CreatedOn|date}'],
      ['Modified', '{LastModifiedOn|date}'],
    ],
    icon: 'git-merge',
    arn: `${arn}:workflow/{Name}`,
    consoleUrl: '{c}/glue/home?region={region}#/v2/etl-configuration/workflows/view/{Name}',
    load: {
      operation: 'BatchGetWorkflows',
      params: { Names: [identifier('Name')] },
      path: 'Workflows[0]',
      batch: {
        size: 25,
        param: 'Names',
        identifier: 'Name',
        path: 'Workflows[]',
        member: 'Name',
      },
    },
    hydrate: true,
    collections: {
      Runs: list('Runs', 'GetWorkflowRuns', ofName, [
        'WorkflowRun',
        'Runs[]',
        { ...ofName, WorkflowRunId: 'WorkflowRunId' },
      ]),
    },
    actions: {
      StartRun: act('Run', 'W', 'StartWorkflowRun', ofName),
      StopRun: act('Stop a Run', 'D', 'StopWorkflowRun', { ...ofName, RunId: ask('RunId') }),
      Delete: act('Delete', 'X', 'DeleteWorkflow', ofName),
    },
  },
  WorkflowRun: {
    identifiers: ['Name', 'WorkflowRunId'],
    label: ['{StartedOn|date}', 'WorkflowRunId'],
    state: 'Status',
    description: ['Status', '{Statistics.SucceededActions} of {Statistics.TotalActions} succeeded'],
    columns: [
      ['Run ID', 'WorkflowRunId'],
      ['Status', 'Status'],
      ['Error', 'ErrorMessage'],
      ['Succeeded', '{Statistics.SucceededActions} of {Statistics.TotalActions}'],
      ['Failed', 'Statistics.FailedActions'],
      ['Started', '{StartedOn|date}'],
      ['Completed', '{CompletedOn|date}'],
    ],
    icon: 'run',
    load: {
      operation: 'GetWorkflowRun',
      params: { ...ofName, RunId: identifier('WorkflowRunId') },
      path: 'Run',
    },
    actions: {
      Stop: act('Stop', 'D', 'StopWorkflowRun', { ...ofName, RunId: identifier('WorkflowRunId') }),
    },
  },
};
