/**
 * Sends the events that a browser sends after typing and has not sent yet: pages may listen to any of
 * these. The key is one that does nothing.
 */
export function tellOfChange(element: HTMLElement): void {
  const key = { key: 'Unidentified', bubbles: true };
  element.dispatchEvent(new KeyboardEvent('keyup', key));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

const sendButtons =
  'button[type="submit"], button[id*="send" i], button[class*="send" i], button[aria-label*="send" i], input[type="submit"]';

/** How far around a field its own button is looked for, in elements. */
const farthest = 5;

/**
 * True where the one button that sends what is in this field is disabled: the page takes the field for
 * empty.
 */
export function cannotSend(element: HTMLElement): boolean {
  let area = element.parentElement;
  for (let step = 0; area !== null && step < farthest; step += 1) {
    const buttons = [...area.querySelectorAll(sendButtons)];
    if (buttons.length > 0) {
      return (
        buttons.length === 1 && buttons[0]?.matches(':disabled, [aria-disabled="true"]') === true
      );
    }
    area = area.parentElement;
  }
  return false;
}
