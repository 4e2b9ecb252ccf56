type PressedKey = Pick<KeyboardEvent, 'key'> & Partial<Pick<KeyboardEvent, 'code'>>;

/**
 * A key by its name; a letter in lower case, and on a keyboard of another script by where it is: there are
 * no Latin letters on it.
 */
export function pressedKey({ key, code }: PressedKey): string {
  if (key.length > 1) return key;
  return (key > '~' && code?.startsWith('Key') ? code.slice(3) : key).toLowerCase();
}
