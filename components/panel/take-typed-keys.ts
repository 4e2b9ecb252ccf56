import * as v from 'valibot';
import { usePanelView } from './view-store';

/**
 * Opens the search for canned responses, and receives the keys that the page around this frame intercepted
 * while the search was loading. Only messages with this frame's ticket are accepted.
 */
export function takeTypedKeys(window: Window, ticket: string): void {
  const message = v.object({
    ticket: v.literal(ticket),
    typed: v.pipe(v.string(), v.maxLength(200)),
  });
  const { findReply, takeTyped } = usePanelView.getState();
  findReply();
  window.addEventListener('message', ({ data }) => {
    const read = v.safeParse(message, data);
    if (read.success) findReply(takeTyped() + read.output.typed);
  });
}
