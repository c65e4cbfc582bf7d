// Kinds of resources that a person declares, read when somebody asks what is declared, and again when they change. A faulty
// definition is told of where it stands, and the others count.

import * as vscode from 'vscode';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { ServiceKinds } from '../../core/resources/kind.ts';
import type { ValueFault } from '../../services/own/validate.ts';
import { settings } from '../ids.ts';
import { parseInputText } from '../inputText.ts';
import type { DeclaredKinds } from '../offers.ts';
import { logError } from '../report.ts';
import {
  type DefinitionText,
  definitionFiles,
  readDefinitionFiles,
  readDefinitionSettings,
} from './definitions.ts';

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
  const renew = () => void kinds.renew();
  context.subscriptions.push(
    kinds,
    files,
    files.onDidChange(renew),
    files.onDidCreate(renew),
    files.onDidDelete(renew),
    vscode.workspace.onDidGrantWorkspaceTrust(renew),
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
      for (const value of readDefinitionSettings()) this.#tellSetting(await checker.add(value));
      const files = await readDefinitionFiles();
      const found = await Promise.all(
        files.map(async (file) => [file.uri, await readFile(file, checker)] as const),
      );
      this.#diagnostics.clear();
      for (const [uri, diagnostics] of found) this.#diagnostics.set(uri, diagnostics);
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

  #tellSetting(faults: readonly ValueFault[]): void {
    const [first] = faults;
    if (first === undefined) return;
    const message = `${settings.kinds}: ${sentenceOf(first)}`;
    this.#log.warn(message);
    void offerSettings(message);
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
  const parsed = parseInputText(text);
  const diagnose = (span: { start: number; end: number }, message: string) =>
    new vscode.Diagnostic(rangeOf(text, span), message, vscode.DiagnosticSeverity.Error);
  if (parsed.problems.length > 0) return parsed.problems.map((one) => diagnose(one, one.message));
  const value: unknown = JSON.parse(text);
  const definitions: readonly unknown[] = Array.isArray(value) ? value : [value];
  const checked = definitions.map(async (definition, i) => {
    const faults = await checker.add(definition);
    return faults.map((fault) => {
      const path = Array.isArray(value) ? [i, ...fault.path] : fault.path;
      const span = parsed.keySpanOf(path) ?? parsed.spanOf(path);
      return diagnose(isText(value, path) ? parsed.spanOf(path) : span, sentenceOf(fault));
    });
  });
  const diagnostics = (await Promise.all(checked)).flat();
  for (const diagnostic of diagnostics) diagnostic.source = 'Awscope';
  return diagnostics;
}

/** A text is shown itself; of a structure, its name. */
function isText(value: unknown, path: readonly (string | number)[]): boolean {
  const found = path.reduce<unknown>(
    (part, name) => (part as Record<string, unknown>)?.[name],
    value,
  );
  return typeof found === 'string';
}

function sentenceOf({ path, message }: ValueFault): string {
  return /^(?:is|has|lacks|can)\b/.test(message) ? `${path.at(-1) ?? 'It'} ${message}` : message;
}

/** Lines are counted here, because the file need not be open. */
function rangeOf(text: string, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(positionOf(text, start), positionOf(text, end));
}

function positionOf(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}

async function offerSettings(message: string): Promise<void> {
  const title = 'Open Settings';
  if ((await vscode.window.showWarningMessage(message, title)) !== title) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', settings.kinds);
}
