import type { Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../../core/resources/sources.ts';
import { act, list } from '../rules.ts';

const ofDocument = { Name: identifier('Name') };
const ofVersion = { ...ofDocument, DocumentVersion: identifier('DocumentVersion') };

export const ssmDocument: Kind = {
  identifiers: ['Name'],
  description: ['DocumentType', 'version {DocumentVersion}'],
  columns: [
    ['Type', 'DocumentType'],
    ['Format', 'DocumentFormat'],
    ['Version', 'DocumentVersion'],
    ['Platforms', 'PlatformTypes[]'],
    ['Status', 'Status'],
    ['Owner', 'Owner'],
    ['Created', '{CreatedDate|date}'],
  ],
  icon: 'notebook',
  arn: 'arn:{partition}:ssm:{region}:{account}:document/{Name}',
  consoleUrl: '{c}/systems-manager/documents/{Name}/description?region={region}',
  load: { operation: 'GetDocument', params: ofDocument },
  collections: {
    Versions: list('Versions', 'ListDocumentVersions', ofDocument, [
      'DocumentVersion',
      'DocumentVersions[]',
      { ...ofDocument, DocumentVersion: 'DocumentVersion' },
    ]),
  },
  actions: {
    Automate: act(
      'Start Automation',
      'D',
      'StartAutomationExecution',
      { DocumentName: identifier('Name'), Parameters: ask('Parameters') },
      {
        result: {
          kind: 'AutomationExecution',
          identifiers: { AutomationExecutionId: 'AutomationExecutionId' },
        },
      },
    ),
    Update: act('Update', 'D', 'UpdateDocument', {
      ...ofDocument,
      Content: ask('Content'),
      DocumentVersion: askOptional('DocumentVersion'),
    }),
    Delete: act('Delete', 'X', 'DeleteDocument', ofDocument),
  },
};

export const ssmDocumentVersion: Kind = {
  identifiers: ['Name', 'DocumentVersion'],
  state: 'Status',
  description: ['{IsDefaultVersion|if:default}', 'VersionName', '{CreatedDate|date}'],
  columns: [
    ['Name', 'VersionName'],
    ['Default', '{IsDefaultVersion|if:yes/no}'],
    ['Format', 'DocumentFormat'],
    ['Status', 'Status'],
    ['Created', '{CreatedDate|date}'],
  ],
  icon: 'versions',
  load: { operation: 'GetDocument', params: ofVersion },
  actions: {
    SetAsDefault: act('Make Default', 'D', 'UpdateDocumentDefaultVersion', ofVersion),
    Delete: act('Delete', 'X', 'DeleteDocument', ofVersion),
  },
  has: { Document: { kind: 'Document', identifiers: ofDocument } },
};
