/** The parts of a key press that a shortcut names. */
export type PressedKeys = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/** The keys of the command for canned responses, unless the person chooses others. */
export const suggestedKeys = {
  chromium: 'Ctrl+Shift+Y',
  // On Linux it opens its downloads with those.
  firefox: 'Alt+Shift+Y',
} as const;

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
