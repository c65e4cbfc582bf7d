// Certificates for one test run, made by openssl: an authority and what it signed.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface Certificates {
  /** The authority's own certificate. */
  readonly ca: string;
  /** For this machine, and good. */
  readonly good: Certificate;
  readonly otherHost: Certificate;
  readonly expired: Certificate;
}

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

export function makeCertificates(): Certificates {
  const folder = mkdtempSync(path.join(tmpdir(), 'awscope-tls-'));
  const openssl = (...parts: readonly string[]) =>
    execFileSync('openssl', parts, { cwd: folder, stdio: 'ignore' });
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const sign = (name: string, host: string, days: string): Certificate => {
    writeFileSync(path.join(folder, `${name}.cnf`), `subjectAltName=${host}\n`);
    const request = ['-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`];
    openssl('req', '-new', ...curve, ...request);
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', days];
    const files = ['-in', `${name}.csr`, '-extfile', `${name}.cnf`, '-out', `${name}.pem`];
    openssl('x509', '-req', ...files, ...by);
    return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
  };
  try {
    const self = ['-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test', '-days', '2'];
    openssl('req', '-x509', ...curve, ...self);
    return {
      ca: read('ca.pem'),
      good: sign('good', 'IP:127.0.0.1,DNS:localhost', '2'),
      otherHost: sign('other', 'DNS:other.example', '2'),
      expired: sign('expired', 'IP:127.0.0.1', '-1'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
