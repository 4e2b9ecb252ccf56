/** The emulated account's public key, which is also its widget id. */
export const chatraPublicKey = 'abcdEFGHijkmNPQRs';
export const chatraSecretKey = 'ct-secret-for-tests';

/**
 * True for `Chatra.Simple PUBLIC:SECRET` and for HTTP Basic with the public key as user. Keys
 * joined by anything but a colon are wrong.
 */
export function opens(authorization: string | undefined): boolean {
  const pair = `${chatraPublicKey}:${chatraSecretKey}`;
  return authorization === `Chatra.Simple ${pair}` || authorization === `Basic ${btoa(pair)}`;
}
