/** A text that only its key opens. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** What tells whether a passphrase is the right one, without holding it. */
export interface KeyLock {
  salt: Uint8Array<ArrayBuffer>;
  /** Rounds of PBKDF2. */
  iterations: number;
  proof: Sealed;
}

/** What OWASP asks of PBKDF2 with SHA-256 (2023, and still in 2026). */
export const PBKDF2_ITERATIONS = 600_000;

const proofText = 'deskside';
const proofContext = 'proof';

/** A lock that this passphrase opens, and its key. Takes about as long as one attempt to open it. */
export async function makeLock(passphrase: string): Promise<{ lock: KeyLock; key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await deriveKey(passphrase, salt, PBKDF2_ITERATIONS);
  const proof = await seal(key, proofText, proofContext);
  return { lock: { salt, iterations: PBKDF2_ITERATIONS, proof }, key };
}

/** The key of a lock; `undefined` for another passphrase than its own. */
export async function openLock(
  { salt, iterations, proof }: KeyLock,
  passphrase: string,
): Promise<CryptoKey | undefined> {
  const key = await deriveKey(passphrase, salt, iterations);
  return (await unseal(key, proof, proofContext)) === proofText ? key : undefined;
}

/** Seals a text for a purpose: under another `context` it cannot be opened. */
export async function seal(key: CryptoKey, text: string, context: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(context);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    new TextEncoder().encode(text),
  );
  return { iv, data };
}

/** The text; `undefined` where key, context or a single bit is another one. */
export async function unseal(
  key: CryptoKey,
  { iv, data }: Sealed,
  context: string,
): Promise<string | undefined> {
  const additionalData = new TextEncoder().encode(context);
  try {
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data);
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}

/** The key as text, for the browser's session storage. */
export async function exportKey(key: CryptoKey): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', key));
  return btoa(String.fromCharCode(...bytes));
}

/** The key that `exportKey` wrote. Throws `DOMException` for anything else. */
export function importKey(text: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', true, ['encrypt', 'decrypt']);
}

async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // However a keyboard composes a letter, it is the same letter.
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    true,
    ['encrypt', 'decrypt'],
  );
}
