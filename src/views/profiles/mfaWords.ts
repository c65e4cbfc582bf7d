// What is said of MFA devices and their codes. Pure.

/** `phone of account 123456789012`; by its serial number where it has one. */
export function describeDevice(serial: string): string {
  const [, account, name] = /^arn:[\w-]+:iam::(\d+):mfa\/(?:.*\/)?([^/]+)$/.exec(serial) ?? [];
  return name === undefined ? `device ${serial}` : `${name} of account ${account}`;
}

/** Undefined for a code that can be one: six digits. */
export function codeProblem(code: string): string | undefined {
  if (!/^\s*\d*\s*$/.test(code)) return 'A code has digits only.';
  return code.trim().length === 6 ? undefined : 'Six digits are wanted.';
}

/** Giving no code is cancelling: nobody is told, and where the answer would stand, it says why there is none. */
export function noCode(serial: string): Error {
  const message = `No MFA code was given for ${describeDevice(serial)}.`;
  return Object.assign(new Error(message), { name: 'AbortError' });
}
