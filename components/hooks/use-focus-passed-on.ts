import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { isFocusFree } from './is-focus-free';

/**
 * When the button is removed with its row because of what it did, and nothing has the focus, gives it to the
 * next row or, where there is none, to the one before or to the section: Tab would begin at the top of the page.
 */
export function useFocusPassedOn(
  button: RefObject<HTMLElement | null>,
  wasUsed: RefObject<boolean>,
): void {
  const places = useRef<(Element | null | undefined)[]>([]);
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      // Only now are the rows around it known, and a moment later it is no longer among them.
      const row = own?.closest('li');
      places.current = wasUsed.current
        ? [
            row?.nextElementSibling,
            row?.previousElementSibling,
            own?.parentElement?.closest('section'),
          ]
        : [];
    };
  }, [button, wasUsed]);
  useEffect(() => {
    return () => {
      if (isFocusFree()) focusFirst(places.current);
    };
  }, []);
}

function focusFirst(places: readonly (Element | null | undefined)[]): void {
  for (const place of places) {
    const buttons = place?.isConnected
      ? [...place.querySelectorAll<HTMLElement>('button:not([disabled])')]
      : [];
    // What a row's last button does is mostly the same in each row; a section begins with what is about all.
    const found = place?.tagName === 'LI' ? buttons.at(-1) : buttons[0];
    found?.focus();
    if (found !== undefined) return;
  }
}
