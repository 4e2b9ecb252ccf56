/** The parts of a key press that say what it types. */
export type TypedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/**
 * What is there after one more key press, where no field took it; Enter and arrows type nothing. Neither does a key
 * that is held down: it is that of the command, when its modifiers were let go before it.
 */
export function typedWith(typed: string, press: TypedKey): string {
  const { key, ctrlKey, metaKey, altKey, repeat } = press;
  if (ctrlKey || metaKey || altKey) return typed;
  if (key === 'Backspace') return typed.slice(0, -1);
  return [...key].length === 1 && !repeat ? typed + key : typed;
}
