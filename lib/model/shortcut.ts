/** The parts of a key press that a shortcut names. */
export type PressedKeys = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/** What browsers call the keys whose `KeyboardEvent.code` has another name. */
const codes: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

/**
 * Whether these keys are a shortcut as the browser writes one, such as `Alt+Shift+Y`. Letters and
 * digits are told by what they type, as the browser does; on a Mac, where Alt changes that, by their
 * place.
 */
export function isShortcut(pressed: PressedKeys, shortcut: string, isMac: boolean): boolean {
  const parts = shortcut.split('+');
  const name = parts.pop() ?? '';
  const has = (...modifiers: string[]) => modifiers.some((each) => parts.includes(each));
  const wanted = {
    altKey: has('Alt', 'Option'),
    shiftKey: has('Shift'),
    ctrlKey: has('MacCtrl') || (!isMac && has('Ctrl')),
    metaKey: has('Command') || (isMac && has('Ctrl')),
  };
  const isHeld = (['altKey', 'shiftKey', 'ctrlKey', 'metaKey'] as const).every(
    (key) => pressed[key] === wanted[key],
  );
  return name !== '' && isHeld && isKey(pressed, name, isMac);
}

function isKey({ key, code }: PressedKeys, name: string, isMac: boolean): boolean {
  if (!/^[A-Z0-9]$/.test(name)) return code === (codes[name] ?? name);
  return (
    key.toUpperCase() === name || (isMac && (code === `Key${name}` || code === `Digit${name}`))
  );
}
