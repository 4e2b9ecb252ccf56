import type { ComposerState } from '../../../model/composer';
import type { FoundComposer } from '../../contract/page';
import { isReadOnly, meantComposer } from '../../shared/page/composer';
import { contentEditable, editableSelector } from '../../shared/page/editable';
import { inFront } from '../../shared/page/in-front';

/**
 * Longest message, in characters: the field's own limit in Chatra's widget (README.md#composer).
 */
const state: ComposerState = { formatting: [], limit: 4_096 };

/** Chatra's own list of saved replies above the composer. */
const picker = '.command-picker__inner';

/**
 * The composer is a textarea today; an editable element is provided for (README.md#composer).
 * Several may be on screen while a sent message is being edited: the one in the input area is meant.
 * Where a button or a notice is in its place, the agent has to join the chat first, or is away.
 */
export function findChatraComposer(document: Document): FoundComposer | undefined {
  const written = fieldsOn(document);
  const fields = inFront(written);
  const meant = meantComposer(
    document,
    fields.filter((field) => !isReadOnly(field)),
  );
  const element = meant === 'several' ? fields[0] : meant;
  const mode = (element ?? fields[0])?.closest('.is-note') == null ? 'reply' : 'note';
  if (meant === 'several') return { element, mode, state: { ...state, blocked: 'several' } };
  if (element !== undefined) return { element, mode, state, picker };
  if (fields.length > 0) return { mode, state: { ...state, blocked: 'read-only' } };
  const waits = [...document.querySelectorAll('.js-start-chatting, .chat-input-away')];
  if (inFront(waits).some((each) => each.closest(elsewhere) === null)) {
    return { mode: 'reply', state: { ...state, blocked: 'join-first' } };
  }
  if (written.length === 0) return undefined;
  return { mode: 'reply', state: { ...state, blocked: 'out-of-sight' } };
}

/** Fields in these places are for other things, or belong to messages. */
const elsewhere = '.chat-aside, .chat-bubble, .chat-message, .chat-date-block';

function fieldsOn(document: Document): HTMLElement[] {
  const named = `textarea.chat-textarea, .chat-textarea${contentEditable}`;
  // Their area first: searching a page of thousands of messages for each of these takes long.
  const areas = [...document.querySelectorAll('.chat-input-area')];
  const places = [
    [areas, named],
    [areas, editableSelector],
    [[document], named],
  ] as const;
  for (const [parts, selector] of places) {
    const found = parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>(selector)]);
    const fields = [...new Set(found)].filter((field) => field.closest(elsewhere) === null);
    if (fields.length > 0) return fields;
  }
  return [];
}
