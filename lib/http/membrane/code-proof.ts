/** Proves that a code is exchanged by the same program that asked for it (RFC 7636). */
export interface CodeProof {
  /** Stays here until the exchange. */
  verifier: string;
  challenge: string;
}

export async function createCodeProof(): Promise<CodeProof> {
  const verifier = randomText(32);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64Url(new Uint8Array(digest)) };
}

/** This many random bytes, as text that fits into an address. */
export function randomText(bytes: number): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
