const typingPlaces = 'input, textarea, select, [contenteditable], [role$="dialog"]';

/** Whether somebody is typing or answering a question there: single characters belong to that. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typingPlaces) !== null;
}
