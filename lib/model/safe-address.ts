/**
 * Whether secrets may be sent to an address: over https, or http on this computer by one of the two names for
 * which the manifest lets people give access.
 */
export function isSafeAddress({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1';
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}
