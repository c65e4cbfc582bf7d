// Where VS Code enters. The code map:
//
//   core/      plain Node, also built as dist/core.mjs: Session (a profile's credentials, region and clients), Client (the
//              operations of a service, driven by the catalogue in media/models), Resource (what the tree is made of).
//   services/  what the tree knows of a service beyond its model, one file a service.
//   views/     what the person sees, one folder a feature, each with a `register()` that returns what it offers:
//                profiles/    the active profile and region, the status bar
//                documents/   read-only JSON documents
//                actions/     what can be done to a resource: asked for, confirmed, run
//                explorer/    the tree in the Activity Bar
//                links/       from an ARN, address or id to the resource
//                operations/  "AWS: Run Operation…" and its input documents
//              Shared by all: ids, offers, log, report, progress, pick, sender.
//
// Floors: core imports nothing above it and never `vscode`; services import core; views import core and services, and never
// each other. Activation makes objects and registers them: no call to AWS, no model and no undici is loaded by it.

import { join } from 'node:path';
import * as vscode from 'vscode';
import './core/errorNames.ts';
import { openCatalogue } from './core/models/catalogue.ts';
import { Sessions } from './core/sessions.ts';
import { register as registerActions } from './views/actions/index.ts';
import { register as registerDocuments } from './views/documents/index.ts';
import { type Explorer, register as registerExplorer } from './views/explorer/index.ts';
import { commands } from './views/ids.ts';
import { register as registerKinds } from './views/kinds/index.ts';
import { register as registerLinks } from './views/links/index.ts';
import { createLog, logCall } from './views/log.ts';
import type { ActiveProfile, Documents } from './views/offers.ts';
import { register as registerOperations } from './views/operations/index.ts';
import { watchProfileLooks } from './views/profileLooks.ts';
import { register as registerProfiles } from './views/profiles/index.ts';
import { KeptProfiles } from './views/profiles/keptProfiles.ts';
import { createAskMfa } from './views/profiles/mfa.ts';
import { createReport } from './views/report.ts';
import { createEditorSend } from './views/sender.ts';
import { isOutsideUntrusted } from './views/trust.ts';

/** What `activate` gives to tests and other extensions. */
export interface AwscopeApi {
  readonly sessions: Sessions;
  readonly profiles: ActiveProfile;
  readonly explorer: Explorer;
  readonly documents: Documents;
  /** Our own time: reading and loading our code, and `activate`, without what VS Code does between the two. */
  readonly activationMs: number;
}

/** `dist/extension.js` marks when it begins, before all else of it is read. */
const loadMs = performance.measure('awscope: load', 'awscope').duration;

export function activate(context: vscode.ExtensionContext): AwscopeApi {
  const activatedAt = performance.now();
  const log = createLog();
  const report = createReport(log);
  const catalogue = openCatalogue({ folder: join(context.extensionPath, 'media', 'models') });
  const looks = watchProfileLooks();
  const kept = new KeptProfiles(context.globalState, context.secrets);
  const sessions = new Sessions({
    catalogue,
    createSend: createEditorSend,
    askMfa: createAskMfa(),
    kept: () => kept.list(),
    isReadOnly: (profile) => looks.lookOf(profile).isReadOnly,
    isTrusted: isOutsideUntrusted,
    isPaced: true,
    onCall: (call) => logCall(log, call),
  });
  context.subscriptions.push(
    log,
    looks,
    sessions,
    vscode.commands.registerCommand(commands.showLog, () => log.show()),
  );
  const profiles = registerProfiles(context, { sessions, catalogue, report, looks, kept });
  const documents = registerDocuments(context);
  const actions = registerActions({ profiles, documents });
  const kinds = registerKinds(context, { catalogue, log });
  const explorer = registerExplorer(context, {
    profiles,
    kinds,
    documents,
    actions,
    catalogue,
    report,
    log,
  });
  registerLinks(context, { profiles, documents, catalogue, report });
  registerOperations(context, { profiles, documents, catalogue, report });
  const activationMs = loadMs + performance.now() - activatedAt;
  log.info(`Activated in ${activationMs.toFixed(1)} ms`);
  return { sessions, profiles, explorer, documents, activationMs };
}
