/** An endpoint as it may be shown: without the name and password that may stand in front of its host. */
export function endpointInWords(endpoint: string): string {
  return endpoint.replace(/^([a-z][a-z\d+.-]*:\/\/)?[^/@]*@/i, '$1');
}
