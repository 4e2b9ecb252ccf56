/** The parts of a key event that say which modifiers are held down. */
export type ModifierEvent = Pick<
  KeyboardEvent,
  'type' | 'key' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'
>;

/** Modifiers with which the browser may have taken a key that the page was not shown. */
export interface HiddenKey {
  modifiers: ReadonlySet<string>;
  /** Whether the page was shown no other key with them. */
  isAlone: boolean;
}

/** The modifiers of a shortcut that are held down at an event, by the names of their own keys. */
export function heldAt({
  ctrlKey,
  altKey,
  metaKey,
  shiftKey,
}: ModifierEvent): Map<string, boolean> {
  return new Map(Object.entries({ Control: ctrlKey, Alt: altKey, Meta: metaKey, Shift: shiftKey }));
}

/** Keys that type nothing and are part of no shortcut. */
const silent = new Set(['AltGraph', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'FnLock']);

/** Whether a key does nothing by itself. */
export function isModifierKey(key: string): boolean {
  return ['Control', 'Alt', 'Meta', 'Shift'].includes(key) || silent.has(key);
}

/**
 * Recognises, from the key events a page is shown, that the browser may have taken a shortcut for itself.
 * Of such a shortcut Chromium shows only the modifiers: they go down and up with nothing between, or are
 * not even seen to go up. Letters shown with the same modifiers may have followed it, typed before those
 * were let go; arrows and other keys that edit were the page's own.
 */
export class ModifierWatch {
  readonly #down = new Set<string>();
  #shown: 'nothing' | 'letter' | 'other' = 'nothing';

  /** Notes a key event. Returns what may have been hidden before it, once modifiers went up. */
  look(event: ModifierEvent): HiddenKey | undefined {
    const { type, key, repeat } = event;
    const held = heldAt(event);
    // One that goes down again was let go unseen.
    const gone = [...this.#down].filter(
      (name) => held.get(name) === false || (name === key && !repeat),
    );
    const hidden = gone.length === 0 ? undefined : this.#hidden();
    for (const name of gone) this.#down.delete(name);
    if (type === 'keydown') this.#press(key, held.has(key));
    return hidden;
  }

  /** Forgets what is held down: it will be let go where the page does not see it. */
  forget(): void {
    this.#down.clear();
  }

  #press(key: string, isModifier: boolean): void {
    if (!isModifier) {
      if (!silent.has(key)) this.#shown = [...key].length === 1 ? 'letter' : 'other';
    } else if (!this.#down.has(key)) {
      this.#down.add(key);
      this.#shown = 'nothing';
    }
  }

  #hidden(): HiddenKey | undefined {
    const modifiers = new Set(this.#down);
    // Shift alone is part of no shortcut; a letter with one modifier is the page's, as in Ctrl+V.
    const isPossible = [...modifiers].some((name) => name !== 'Shift') && this.#shown !== 'other';
    const isAlone = this.#shown === 'nothing';
    return isPossible && (isAlone || modifiers.size > 1) ? { modifiers, isAlone } : undefined;
  }
}
