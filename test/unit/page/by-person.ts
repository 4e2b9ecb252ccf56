/** The same event as if it came from keyboard or mouse, and not from a script. */
export function byPerson<T extends Event>(event: T): T {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

/** Presses a key in the page's text field and lets it go; gives whether the field would take it. */
export function pressByPerson(key: string, given: KeyboardEventInit = {}): boolean {
  const field = document.querySelector('textarea');
  const options = { key, bubbles: true, cancelable: true, ...given };
  const isFree = field?.dispatchEvent(byPerson(new KeyboardEvent('keydown', options))) === true;
  field?.dispatchEvent(byPerson(new KeyboardEvent('keyup', options)));
  return isFree;
}

/** Clicks on an element. */
export function clickByPerson(element: Element): void {
  element.dispatchEvent(byPerson(new Event('pointerdown', { bubbles: true })));
}
