/** The parts of a key press that a shortcut names. */
export type PressedKeys = Pick<
  KeyboardEvent,
  'keyCode' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/** The keys of the command for canned responses, unless the person chooses others. */
export const suggestedKeys = {
  chromium: 'Ctrl+Shift+Y',
  // On Linux it opens its downloads with those.
  firefox: 'Alt+Shift+Y',
} as const;

/** `KeyboardEvent.keyCode` of the keys in shortcuts that are neither letters, digits nor function keys. */
const keyCodes: Readonly<Record<string, number>> = {
  Space: 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  Left: 37,
  Up: 38,
  Right: 39,
  Down: 40,
  Insert: 45,
  Delete: 46,
  Comma: 188,
  Period: 190,
};

/**
 * Whether these keys are a shortcut as the browser writes one, such as `Alt+Shift+Y`. Told by the key
 * code as the browser itself does: it is the same in every script and with every modifier, as what is
 * typed is not (a Russian keyboard types Н with the key of Y). On a Mac, where Alt changes it, letters
 * and digits are also told by their place.
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

function isKey({ keyCode, code }: PressedKeys, name: string, isMac: boolean): boolean {
  const isCharacter = /^[A-Z0-9]$/.test(name);
  if (isMac && isCharacter && (code === `Key${name}` || code === `Digit${name}`)) return true;
  const functionKey = /^F(\d+)$/.exec(name)?.[1];
  const wanted = isCharacter ? name.charCodeAt(0) : keyCodes[name];
  // Keys for media are known by their names alone.
  if (wanted === undefined && functionKey === undefined) return code === name;
  return keyCode === (wanted ?? 111 + Number(functionKey));
}

/**
 * The modifiers of a shortcut as the browser writes one, by the names of their own keys. Chromium
 * writes them in the language of the browser, and on a Mac in signs; `undefined` where they are not
 * understood.
 */
export function modifiersOf(shortcut: string, isMac: boolean): ReadonlySet<string> | undefined {
  const [signs = ''] = /^[⌃⌥⇧⌘]*/u.exec(shortcut) ?? [];
  const parts = [...signs, ...shortcut.slice(signs.length).split('+').slice(0, -1)];
  const names = new Set(parts.map((part) => modifierNames(isMac)[part]));
  const isUnderstood = !names.has(undefined) && names.size > 0;
  return isUnderstood ? new Set([...names].filter((name) => name !== undefined)) : undefined;
}

const modifierNames = (isMac: boolean): Readonly<Record<string, string>> => ({
  Ctrl: isMac ? 'Meta' : 'Control',
  MacCtrl: 'Control',
  Command: 'Meta',
  Alt: 'Alt',
  Option: 'Alt',
  Shift: 'Shift',
  '⌃': 'Control',
  '⌥': 'Alt',
  '⇧': 'Shift',
  '⌘': 'Meta',
});
