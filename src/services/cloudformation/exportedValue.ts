import type { Kind } from '../../core/resources/kind.ts';
import { identifier } from '../../core/resources/sources.ts';
import { list, to } from '../rules.ts';

/** A value that one stack gives to others; CloudFormation calls it an export. No operation describes one. */
export const exportedValue: Kind = {
  identifiers: ['Name'],
  description: ['Value'],
  columns: [
    ['Name', 'Name'],
    ['Value', 'Value'],
    ['Stack', 'ExportingStackId'],
  ],
  icon: 'export',
  consoleUrl: '{c}/cloudformation/home?region={region}#/exports',
  collections: {
    Imports: {
      ...list('Imported By', 'ListImports', { ExportName: identifier('Name') }, [
        'Stack',
        'Imports[]',
        { StackName: '@' },
      ]),
      icon: 'references',
      // What CloudFormation says of an export that no stack imports.
      emptyOn: 'ValidationError',
    },
  },
  has: { Stack: to('ExportingStackId', 'Stack') },
  usedBy: ['Imports'],
};
