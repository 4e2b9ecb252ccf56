import { createHash } from 'node:crypto';

const meteor = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';
const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Ids that look like the platform's and are the same in every run. `seed` identifies the thing that gets the
 * id.
 */
export function hexId(seed: string, length = 24): string {
  return digestOf('sha256', seed).toString('hex').slice(0, length);
}

export function uuid(seed: string): string {
  const hex = hexId(seed, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** 17 characters of Meteor's alphabet, as Chatra's chat and message ids. */
export function meteorId(seed: string): string {
  return letters(seed, meteor, 17);
}

/** 39 lower-case characters, as Chatra's generated client ids. */
export function clientId(seed: string): string {
  return letters(seed, lower, 39);
}

function letters(seed: string, alphabet: string, length: number): string {
  const digest = digestOf('sha512', seed).subarray(0, length);
  return Array.from(digest, (byte) => alphabet[byte % alphabet.length]).join('');
}

/** By algorithm and seed: emulators are built thousands of times, of the same people. */
const digests = new Map<string, Buffer>();

function digestOf(algorithm: 'sha256' | 'sha512', seed: string): Buffer {
  const key = `${algorithm} ${seed}`;
  const known = digests.get(key);
  if (known !== undefined) return known;
  const digest = createHash(algorithm).update(seed).digest();
  digests.set(key, digest);
  return digest;
}
