const sendButtons =
  'button[type="submit"], button[id*="send" i], button[class*="send" i], button[aria-label*="send" i], input[type="submit"]';

/** How far around a field its own button is looked for, in elements. */
const farthest = 5;

/**
 * True where the one button that sends what is in this field is disabled: the page takes the field for
 * empty.
 */
export function isSendDisabled(element: HTMLElement): boolean {
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
