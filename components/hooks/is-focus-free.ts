/** Whether nothing has the focus, as after what had it went away. */
export function isFocusFree(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}
