/** Whether nothing has the focus, as after the element that had it was removed. */
export function isFocusFree(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}
