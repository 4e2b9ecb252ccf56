/** For `onEscapeKeyDown`: what an input method is asked to drop is not the dialog. */
export function notWhileComposing(event: KeyboardEvent): void {
  if (event.isComposing) event.preventDefault();
}
