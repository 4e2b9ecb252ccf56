/**
 * The origin that an address without a path names, as browsers write it: over https, or http on this computer.
 * `undefined` for any other text.
 */
export function safeOriginOf(text: string): string | undefined {
  try {
    const { origin, protocol, hostname, href } = new URL(text);
    const isHere = hostname === 'localhost' || hostname === '127.0.0.1';
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isHere);
    return isSafe && href === `${origin}/` ? origin : undefined;
  } catch {
    return undefined;
  }
}
