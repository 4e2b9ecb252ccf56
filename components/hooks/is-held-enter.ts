import type { KeyboardEvent } from 'react';

/**
 * Whether Enter is still held down from the step before, outside a text of several lines: what it led to has not
 * been read yet, and must not be agreed to by the same press.
 */
export function isHeldEnter({ key, repeat, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const isLineBreak = target instanceof HTMLTextAreaElement && !ctrlKey && !metaKey;
  return repeat && key === 'Enter' && !isLineBreak;
}
