import { asciiDomain, canonicalDomain } from './email-domain';
import { foldIdentifier } from './fold-identifier';

/**
 * Normal form of an e-mail address: folded (`foldIdentifier`), lower-case, the domain as people write it,
 * whichever form it came in (punycode too). `undefined` for what is not an address. Plus-addressing is
 * kept: `a+b@` and `a@` may be two people.
 */
export function normaliseEmail(raw: string): string | undefined {
  if (raw.length > 2_000) return undefined;
  const address = foldIdentifier(raw).toLowerCase();
  const at = address.lastIndexOf('@');
  const normal = `${address.slice(0, at + 1)}${canonicalDomain(address.slice(at + 1))}`;
  return /^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@.<>"(),:;\\]+$/.test(normal) &&
    normal.length <= 254
    ? normal
    : undefined;
}

/** The ways in which platforms may have stored an address (given in normal form), the normal form first. */
export function emailSpellings(email: string): string[] {
  if (!/[^ -~]/.test(email)) return [email];
  const at = email.lastIndexOf('@');
  const sent = `${email.slice(0, at + 1)}${asciiDomain(email.slice(at + 1))}`;
  return [...new Set([email, sent, email.normalize('NFD')])];
}
