/** For `onEscapeKeyDown`: Escape that cancels an input method's text must not close the dialog. */
export function notWhileComposing(event: KeyboardEvent): void {
  if (event.isComposing) event.preventDefault();
}
