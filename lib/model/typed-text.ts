/** The parts of a key press that say what it types. */
export type TypedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What is there after one more key press, where no field took it; Enter and arrows type nothing. */
export function typedWith(typed: string, { key, ctrlKey, metaKey, altKey }: TypedKey): string {
  if (ctrlKey || metaKey || altKey) return typed;
  if (key === 'Backspace') return typed.slice(0, -1);
  return [...key].length === 1 ? typed + key : typed;
}
