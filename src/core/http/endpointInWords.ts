/** True for what requests can go to. */
export function isEndpoint(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^/]/i.test(text);
}

/**
 * An endpoint as it may be shown: without the name and password that may stand in front of its host, and without its query. Of
 * what is no URL, nothing up to the last `@` is shown.
 */
export function endpointInWords(endpoint: string): string {
  const login = URL.canParse(endpoint) ? beforeHost : beforeLast;
  return endpoint.replace(login, '$1').replace(/[?#].*$/s, '');
}

const beforeHost = /^([a-z][a-z\d+.-]*:[\\/]+)?[^/?#]*@/i;
const beforeLast = /^([a-z][a-z\d+.-]*:[\\/]+)?.*@/is;
