import { editable, isReadOnly } from '../contract/composer';
import type { FoundComposer } from '../contract/page';

/**
 * The composer is a textarea or an editable element with a fixed id (dossier §11). Without it the
 * operator has to join the chat first, by a button that is never pressed for them. No other field is
 * taken for it: the panel's notes are a text field too.
 */
export function findComposer(document: Document): FoundComposer | undefined {
  const place = document.querySelector<HTMLElement>('#chat-input');
  if (place === null || place.closest('[hidden]') !== null) {
    const joinFirst = document.querySelector('button.chat-join-button') !== null;
    return joinFirst
      ? { mode: 'reply', state: { formatting: [], blocked: 'join-first' } }
      : undefined;
  }
  const field = place.matches(editable) ? place : place.querySelector<HTMLElement>(editable);
  if (field === null) return undefined;
  if (isReadOnly(field)) return { mode: 'reply', state: { formatting: [], blocked: 'read-only' } };
  return { element: field, mode: 'reply', state: { formatting: [] } };
}
