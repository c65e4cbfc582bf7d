// An open input document against the model of its operation, which may have to be read first.

import type { Catalogue } from '../../core/models/catalogue.ts';
import type { CheckedInput } from './checkInput.ts';
import { parseInputPath } from './inputAddress.ts';

/** What is asked of a `TextDocument`. */
export interface OpenDocument {
  readonly uri: { readonly path: string };
  readonly version: number;
  readonly isClosed: boolean;
  getText(): string;
}

export interface CheckedDocument extends CheckedInput {
  /** False when the document was changed or closed meanwhile: its problems are not at their places any more. */
  readonly isCurrent: boolean;
}

/** Checks the text as it is at the call. */
export async function checkDocument(
  catalogue: Pick<Catalogue, 'service'>,
  document: OpenDocument,
): Promise<CheckedDocument> {
  const address = parseInputPath(document.uri.path);
  if (address === undefined) return { problems: [], warnings: [], isCurrent: true };
  const { version } = document;
  const text = document.getText();
  const [service, { checkInput }] = await Promise.all([
    catalogue.service(address.service),
    import('./checkInput.ts'),
  ]);
  const operation = service.operations[address.operation];
  const isCurrent = !document.isClosed && document.version === version;
  if (operation === undefined) return { problems: [], warnings: [], isCurrent };
  return { ...checkInput(service, operation, text), isCurrent };
}
