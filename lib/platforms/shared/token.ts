/**
 * A secret as a header can carry it: without white space around it, printable ASCII only. Throws
 * `TypeError`, which never holds the secret, when it is missing or has another character. `name`
 * begins the message, e.g. "the access token".
 */
export function headerToken(secret: string | undefined, name: string): string {
  const token = secret?.trim() ?? '';
  if (token === '') throw new TypeError(`${name} is missing`);
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError(`${name} holds a character that no header can carry`);
  }
  return token;
}
