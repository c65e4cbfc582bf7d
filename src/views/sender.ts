// The way to the network inside VS Code: its settings and the system's certificates besides what a profile says. What
// carries the requests is made when the first one leaves, and made anew when the settings change.

import { getCACertificates } from 'node:tls';
import * as vscode from 'vscode';
import type { HttpRequest, SendOptions } from '../core/http/message.ts';
import { type CreateSendOptions, createSend, type Sender } from '../core/http/send.ts';
import { networkOptions } from './network.ts';
import { renewableSender } from './renewableSender.ts';

export function createEditorSend(connection: CreateSendOptions): Sender {
  const sender = renewableSender(() => createSend(readNetworkOptions(connection)));
  const watcher = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('http')) void sender.renew();
  });
  const send = (request: HttpRequest, options: SendOptions) => sender(request, options);
  const close = () => {
    watcher.dispose();
    return sender.close();
  };
  return Object.assign(send, { close });
}

function readNetworkOptions(connection: CreateSendOptions): CreateSendOptions {
  const http = vscode.workspace.getConfiguration('http');
  const settings = {
    proxy: http.get<string>('proxy', ''),
    noProxy: http.get<string[]>('noProxy', []),
    proxySupport: http.get<string>('proxySupport', 'override'),
    proxyStrictSSL: http.get<boolean>('proxyStrictSSL', true),
  };
  const system = http.get<boolean>('systemCertificates', true);
  const ca = connection.ca ?? (system ? systemTrust() : undefined);
  return networkOptions(settings, process.env, { ca, proxyTrust: connection.proxyTrust });
}

/** Undefined when the system trusts nothing that Node does not: its own list then costs nothing for each connection. */
function systemTrust(): readonly string[] | undefined {
  const trusted = getCACertificates('default');
  const known = new Set(trusted);
  const added = getCACertificates('system').filter((certificate) => !known.has(certificate));
  return added.length === 0 ? undefined : [...trusted, ...added];
}
