/**
 * Sends the events that a browser sends after typing and has not sent yet: pages may listen to any of
 * these. The key is one that does nothing.
 */
export function dispatchChangeEvents(element: HTMLElement): void {
  const key = { key: 'Unidentified', bubbles: true };
  element.dispatchEvent(new KeyboardEvent('keyup', key));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}
