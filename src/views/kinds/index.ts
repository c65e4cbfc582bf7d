// Kinds of resources that a person declares, read when somebody asks what is declared, and again when they change. A faulty
// definition is told of where it stands, and the others count.

import * as vscode from 'vscode';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { ServiceKinds } from '../../core/resources/kind.ts';
import type { ValueFault } from '../../services/own/validate.ts';
import { settings } from '../ids.ts';
import type { DeclaredKinds } from '../offers.ts';
import { logError } from '../report.ts';
import {
  type DefinitionText,
  definitionFiles,
  definitionFolders,
  readDefinitionFiles,
  readDefinitionSettings,
} from './definitions.ts';
import { diagnose, diagnosticAt } from './diagnose.ts';
import {
  diagnoseSettings,
  type FaultyDefinition,
  hasSettings,
  messageOf,
  tellOfFaulty,
} from './faultySettings.ts';

export interface KindsOptions {
  readonly catalogue: Catalogue;
  readonly log: vscode.LogOutputChannel;
}

export function register(
  context: vscode.ExtensionContext,
  { catalogue, log }: KindsOptions,
): DeclaredKinds {
  const kinds = new Kinds(catalogue, log);
  const files = vscode.workspace.createFileSystemWatcher(definitionFiles);
  // What comes or goes with its folder may be told of the folder alone.
  const folders = vscode.workspace.createFileSystemWatcher(definitionFolders, false, true);
  const renew = () => void kinds.renew();
  context.subscriptions.push(
    kinds,
    files,
    folders,
    folders.onDidCreate(renew),
    folders.onDidDelete(renew),
    files.onDidChange(renew),
    files.onDidCreate(renew),
    files.onDidDelete(renew),
    vscode.workspace.onDidGrantWorkspaceTrust(renew),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (hasSettings(uri)) void kinds.showInSettings();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settings.kinds)) renew();
    }),
  );
  void kinds.attach();
  return { onDidChange: kinds.onDidChange };
}

type Services = readonly ServiceKinds[];

class Kinds implements vscode.Disposable {
  readonly #catalogue: Catalogue;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<ReadonlySet<string>>();
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('awscope-kinds');
  #services: Promise<Services> | undefined;
  #faulty: readonly FaultyDefinition[] = [];
  readonly onDidChange = this.#changed.event;

  constructor(catalogue: Catalogue, log: vscode.LogOutputChannel) {
    this.#catalogue = catalogue;
    this.#log = log;
  }

  async attach(): Promise<void> {
    const { ownDeclarations } = await import('../../services/own/ownDeclarations.ts');
    ownDeclarations.readBy(() => this.#current());
  }

  /** Something changed: reads all definitions again. */
  async renew(): Promise<void> {
    const before = (await this.#services) ?? [];
    const reading = this.#read();
    this.#services = reading;
    const now = await reading;
    if (this.#services !== reading) return;
    this.#changed.fire(new Set([...before, ...now].map(({ service }) => service)));
  }

  /** Settings that were opened have a place now. */
  async showInSettings(): Promise<void> {
    try {
      const found = await diagnoseSettings(this.#faulty);
      for (const [uri, diagnostics] of found) this.#diagnostics.set(uri, diagnostics);
    } catch (error) {
      logError(this.#log, error, 'Reading settings');
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#changed, this.#diagnostics).dispose();
  }

  #current(): Promise<Services> {
    this.#services ??= this.#read();
    return this.#services;
  }

  /** Never rejects: what cannot be read is told in the log, and nothing of it counts. */
  async #read(): Promise<Services> {
    try {
      const checker = await this.#checker();
      this.#faulty = await this.#checkSettings(checker);
      const files = await readDefinitionFiles();
      const found = await Promise.all(
        files.map(async (file) => [file.uri, await readFile(file, checker)] as const),
      );
      this.#diagnostics.clear();
      for (const [uri, diagnostics] of found) this.#diagnostics.set(uri, diagnostics);
      await this.showInSettings();
      return checker.services();
    } catch (error) {
      logError(this.#log, error, 'Reading declared kinds');
      return [];
    }
  }

  async #checker(): Promise<Checker> {
    const { checkOwn } = await import('../../services/own/checkOwn.ts');
    const { readBase, readBuiltIn } = await import('../../services/registry.ts');
    const builtIn = await readBuiltIn();
    const own = new Map<string, ServiceKinds>();
    const readModel = (id: string) => this.#catalogue.service(id);
    let last: Promise<unknown> = Promise.resolve();
    const check = async (value: unknown) => {
      const { kinds, faults } = await checkOwn(value, {
        declared: [...builtIn.filter(({ service }) => !own.has(service)), ...own.values()],
        readBase: async (id) => own.get(id) ?? readBase(id, readModel),
        readModel,
      });
      if (kinds) own.set(kinds.service, kinds);
      return faults;
    };
    return {
      services: () => [...own.values()],
      add(value) {
        // One after the other, since each may add to what another one declares.
        const checked = last.then(() => check(value));
        last = checked.catch(() => {});
        return checked;
      },
    };
  }

  async #checkSettings(checker: Checker): Promise<readonly FaultyDefinition[]> {
    const faulty: FaultyDefinition[] = [];
    for (const definition of readDefinitionSettings()) {
      const checked = { ...definition, faults: await checker.add(definition.value) };
      const message = messageOf(checked);
      if (message === undefined) continue;
      faulty.push(checked);
      this.#log.warn(message);
      void tellOfFaulty(message, definition);
    }
    return faulty;
  }
}

interface Checker {
  /** Checks a definition, and keeps it if it is good. */
  add(value: unknown): Promise<readonly ValueFault[]>;
  services(): Services;
}

/** A file holds one definition or a list of them. */
async function readFile(
  { text }: DefinitionText,
  checker: Checker,
): Promise<readonly vscode.Diagnostic[]> {
  const { parseInputText } = await import('../inputText.ts');
  const parsed = parseInputText(text);
  if (parsed.problems.length > 0) {
    return parsed.problems.map((problem) => diagnosticAt(text, problem, problem.message));
  }
  const value: unknown = JSON.parse(text);
  const definitions: readonly unknown[] = Array.isArray(value) ? value : [value];
  const checked = definitions.map(async (definition, i) => {
    const faults = await checker.add(definition);
    return diagnose(text, parsed, Array.isArray(value) ? [i] : [], faults);
  });
  return (await Promise.all(checked)).flat();
}
