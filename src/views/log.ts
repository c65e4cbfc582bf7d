// The log people see: the output channel "AWS", one line for every call sent.

import * as vscode from 'vscode';
import type { CallRecord } from '../core/client.ts';
import { formatWhere } from '../core/errors.ts';

export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('AWS', { log: true });
}

export function logCall(log: vscode.LogOutputChannel, call: CallRecord): void {
  if (call.errorCode === undefined) log.info(formatCall(call));
  else log.warn(formatCall(call));
}

/** `s3.ListBuckets (demo, us-east-1): 200 in 84 ms, request 4442587FB7D0A2F9`. */
export function formatCall(call: CallRecord): string {
  const outcome = [call.statusCode, call.errorCode].filter((part) => part !== undefined).join(' ');
  const attempts = call.attempts > 1 ? `, ${call.attempts} attempts` : '';
  const request = call.requestId === undefined ? '' : `, request ${call.requestId}`;
  const duration = `${Math.round(call.durationMs)} ms`;
  const late = call.isLate ? ', dropped because its profile was changed meanwhile' : '';
  return `${formatWhere(call)}: ${outcome || 'no answer'} in ${duration}${attempts}${request}${late}`;
}
