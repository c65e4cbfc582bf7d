// The one sender of all sessions, made when the first request leaves and made anew when VS Code's network settings change.

import { readFile } from 'node:fs/promises';
import { getCACertificates } from 'node:tls';
import * as vscode from 'vscode';
import { ConfigError } from '../core/errors.ts';
import type { Send } from '../core/http/message.ts';
import { createSend, type Sender } from '../core/http/send.ts';
import { networkOptions } from './network.ts';

export interface EditorSender extends vscode.Disposable {
  readonly send: Send;
}

export function createEditorSender(): EditorSender {
  let current: Promise<Sender> | undefined;
  const reset = () => {
    void closeWhenMade(current);
    current = undefined;
  };
  const watcher = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('http')) reset();
  });
  return {
    async send(request, options) {
      const sender = current ?? makeSender();
      current = sender;
      // A certificate file that could not be read is read again for the next request.
      sender.catch(() => {
        if (current === sender) current = undefined;
      });
      return (await sender)(request, options);
    },
    dispose() {
      watcher.dispose();
      reset();
    },
  };
}

async function makeSender(): Promise<Sender> {
  const http = vscode.workspace.getConfiguration('http');
  const settings = {
    proxy: http.get<string>('proxy', ''),
    noProxy: http.get<string[]>('noProxy', []),
    proxySupport: http.get<string>('proxySupport', 'override'),
    proxyStrictSSL: http.get<boolean>('proxyStrictSSL', true),
  };
  const bundle = process.env.AWS_CA_BUNDLE;
  const ownCertificates = http.get<boolean>('systemCertificates', true) ? systemTrust() : undefined;
  const ca = bundle ? await readBundle(bundle) : ownCertificates;
  return createSend(networkOptions(settings, process.env, ca));
}

async function readBundle(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfigError(file, undefined, 'the AWS_CA_BUNDLE cannot be read.', error);
  }
}

/** Undefined when the system trusts nothing that Node does not: its own list then costs nothing for each connection. */
function systemTrust(): readonly string[] | undefined {
  const trusted = getCACertificates('default');
  const known = new Set(trusted);
  const added = getCACertificates('system').filter((certificate) => !known.has(certificate));
  return added.length === 0 ? undefined : [...trusted, ...added];
}

/** One that could not be made has told so to whoever asked for it. */
async function closeWhenMade(sender: Promise<Sender> | undefined): Promise<void> {
  const [made] = await Promise.allSettled([sender]);
  if (made.status === 'fulfilled') await made.value?.close();
}
