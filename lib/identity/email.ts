/**
 * Normal form of an e-mail address: trimmed, lower-case. `undefined` for what is not an address.
 * Plus-addressing is kept: `a+b@` and `a@` may be two people.
 */
export function normaliseEmail(raw: string): string | undefined {
  const address = raw.trim().toLowerCase();
  return /^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@.<>"(),:;\\]+$/.test(address) &&
    address.length <= 254
    ? address
    : undefined;
}
