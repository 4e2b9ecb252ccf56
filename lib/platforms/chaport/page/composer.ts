import type { FoundComposer } from '../../contract/page';
import { isReadOnly, meantComposer } from '../../shared/page/composer';
import { editableSelector } from '../../shared/page/editable';
import { inFront } from '../../shared/page/in-front';
import { apartFromSaid, isSaid } from '../../shared/page/said';

/**
 * The composer is a textarea or an editable element with a fixed id (README.md#composer); a page that
 * keeps the previous chat has two of that id. Without one in front the operator has to join the chat
 * first, by a button that is never pressed for them. No other field is used instead: the panel's notes
 * are a text field too.
 */
export function findChaportComposer(document: Document): FoundComposer | undefined {
  const boxes = [...document.querySelectorAll<HTMLElement>('#chat-input')];
  const all = boxes.filter((box) => !isSaid(box)).flatMap((box) => fieldIn(box) ?? []);
  const fields = apartFromSaid(inFront(all));
  const mode = 'reply';
  const blocked = (why: NonNullable<FoundComposer['state']['blocked']>): FoundComposer => ({
    mode,
    state: { formatting: [], blocked: why },
  });
  const meant = meantComposer(document, fields);
  if (meant === 'several') return { ...blocked('several'), element: fields[0] };
  if (meant === undefined) {
    const joins = [...document.querySelectorAll('button.chat-join-button')];
    if (inFront(joins).some((button) => !isSaid(button))) return blocked('join-first');
    return all.length > 0 ? blocked('out-of-sight') : undefined;
  }
  return isReadOnly(meant)
    ? blocked('read-only')
    : { element: meant, mode, state: { formatting: [] } };
}

function fieldIn(box: HTMLElement): HTMLElement | null {
  return box.matches(editableSelector) ? box : box.querySelector<HTMLElement>(editableSelector);
}
