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

const roleNames = new Set([
  'info',
  'support',
  'sales',
  'contact',
  'hello',
  'help',
  'admin',
  'office',
  'team',
  'mail',
  'billing',
  'accounts',
  'service',
  'postmaster',
  'webmaster',
  'abuse',
  'noreply',
  'no-reply',
  'donotreply',
  'do-not-reply',
  'mailer-daemon',
]);

/** True for an address that stands for a role rather than a human; it never links two contacts. */
export function isRoleAddress(email: string): boolean {
  const local = email.split('@')[0]?.split('+')[0] ?? '';
  return roleNames.has(local);
}
