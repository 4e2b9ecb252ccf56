import type { FoundComposer } from '../../contract/page';
import { editableSelector, isReadOnly } from '../../shared/page/composer';

/**
 * The composer is a textarea or an editable element with a fixed id (README.md#composer). Without
 * it the operator has to join the chat first, by a button that is never pressed for them. No other
 * field is taken for it: the panel's notes are a text field too.
 */
export function findChaportComposer(document: Document): FoundComposer | undefined {
  const box = document.querySelector<HTMLElement>('#chat-input');
  if (box === null || box.closest('[hidden]') !== null) {
    const joinFirst = document.querySelector('button.chat-join-button') !== null;
    return joinFirst
      ? { mode: 'reply', state: { formatting: [], blocked: 'join-first' } }
      : undefined;
  }
  const field = box.matches(editableSelector)
    ? box
    : box.querySelector<HTMLElement>(editableSelector);
  if (field === null) return undefined;
  if (isReadOnly(field)) return { mode: 'reply', state: { formatting: [], blocked: 'read-only' } };
  return { element: field, mode: 'reply', state: { formatting: [] } };
}
