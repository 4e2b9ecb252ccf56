import { useEffect } from 'react';
import { pressedKey } from './pressed-key';
import { isTyping } from './typing-places';

/** A key, or keys that are pressed together. */
export interface Hotkey {
  /** As `KeyboardEvent.key` reports it; letters in lower case. */
  key: string;
  /** With Ctrl, or Cmd on a Mac. */
  isCommand?: boolean;
  /** With Shift. Not checked for characters without Ctrl: which need it depends on the keyboard. */
  isShifted?: boolean;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'code'>>;

/** Whether exactly these keys are pressed. */
export function isHotkey(pressed: Pressed, hotkey: Hotkey): boolean {
  const { key, isCommand = false, isShifted = false } = hotkey;
  if (pressedKey(pressed) !== key || pressed.altKey) return false;
  if (isCommand !== (pressed.ctrlKey || pressed.metaKey)) return false;
  return isCharacter(hotkey) || pressed.shiftKey === isShifted;
}

function isCharacter({ key, isCommand = false }: Hotkey): boolean {
  return key.length === 1 && !isCommand;
}

/**
 * Acts when the keys are pressed anywhere in the page, unless something nearer took them or, for a
 * single character, somebody is typing. `hotkey` must be the same object at each call.
 */
export function useHotkey(hotkey: Hotkey, act: () => void, isOn = true): void {
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      // Keys pressed for an input method are meant for it alone.
      if (event.defaultPrevented || event.isComposing || !isHotkey(event, hotkey)) return;
      if (isCharacter(hotkey) && isTyping(event.target)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [hotkey, act, isOn]);
}
