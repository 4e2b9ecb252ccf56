import type { Secrets } from '../../storage/secrets';

const encoder = new TextEncoder();

/**
 * Sixteen hex digits over a text that can be made or checked only with the account's keys: by agents whose
 * browsers share the account, not by a visitor or a site. The digits reveal nothing about the keys.
 */
export async function sealWith(secrets: Secrets, text: string): Promise<string> {
  const entries = Object.entries(secrets).sort(([one], [other]) => (one < other ? -1 : 1));
  const material = encoder.encode(`Deskside notes ${JSON.stringify(entries)}`);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', material, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(text));
  return [...new Uint8Array(signature).slice(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
