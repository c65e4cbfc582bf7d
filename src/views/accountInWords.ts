/** `123456789012 (meadow)`. */
export function accountInWords(account: string, alias: string | undefined): string {
  return alias === undefined ? account : `${account} (${alias})`;
}
