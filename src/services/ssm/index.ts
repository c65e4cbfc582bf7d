import type { ServiceKinds } from '../../core/resources/kind.ts';
import { list } from '../rules.ts';
import { automationExecution } from './automation.ts';
import { ssmDocument, ssmDocumentVersion } from './document.ts';
import { managedInstance, patch } from './managedInstance.ts';
import { parameter } from './parameter.ts';

/** Parameters are listed and described without their values, which only the action that says so reads. */
export const ssm: ServiceKinds = {
  service: 'ssm',
  title: 'Systems Manager',
  icon: 'settings',
  collections: {
    Parameters: {
      ...list('Parameters', 'DescribeParameters', {}, [
        'Parameter',
        'Parameters[]',
        { Name: 'Name' },
      ]),
      pageSize: 50,
    },
    ManagedInstances: list('Managed Instances', 'DescribeInstanceInformation', {}, [
      'ManagedInstance',
      'InstanceInformationList[]',
      { InstanceId: 'InstanceId' },
    ]),
    // Without the filter, hundreds of AWS's own come first.
    Documents: list(
      'Documents',
      'ListDocuments',
      { Filters: [{ Key: 'Owner', Values: ['Self'] }] },
      ['Document', 'DocumentIdentifiers[]', { Name: 'Name' }],
    ),
    AutomationExecutions: list('Automation Executions', 'DescribeAutomationExecutions', {}, [
      'AutomationExecution',
      'AutomationExecutionMetadataList[]',
      { AutomationExecutionId: 'AutomationExecutionId' },
    ]),
  },
  kinds: {
    Parameter: parameter,
    ManagedInstance: managedInstance,
    Patch: patch,
    Document: ssmDocument,
    DocumentVersion: ssmDocumentVersion,
    AutomationExecution: automationExecution,
  },
};
