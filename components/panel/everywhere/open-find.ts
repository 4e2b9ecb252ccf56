import { parseFullTextQuery } from '../../../lib/full-text/match-query';
import { passageExcerpt } from '../../../lib/full-text/passage-excerpt';
import { peopleCommands } from '../../../lib/messaging/people-commands';
import { contactRef, itemKey } from '../../../lib/model/ids';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import { matchRanges, searchTerms } from '../../../lib/text/search-terms';
import { stripMarkdown } from '../../../lib/text/strip-markdown';
import { useSearchStore } from '../find-in-history/search-store';
import { useScrollAnchorStore } from '../history/scroll-anchor-store';
import { useNotesView } from '../notes/notes-store';
import { sendFromPanel } from '../send-from-panel';
import { usePanelView } from '../view-store';
import type { Find } from './held-search';

/** The distance (px) below the upper edge at which the message to show is placed. */
const OFFSET = 60;

/** Opens the person a find is about, at the message; a canned response opens among the responses. */
export function openFind(
  { contact, message, kind, reply, parts }: Find,
  { windowId, snapshot, query }: { windowId: number; snapshot: PanelSnapshot; query: string },
): void {
  const view = usePanelView.getState();
  if (contact === undefined) {
    view.findReply(reply?.title);
    return;
  }
  const isOnScreen = snapshot.contacts.some((each) => contactRef(each) === contactRef(contact));
  if (!isOnScreen) {
    sendFromPanel(peopleCommands, 'people.open', { windowId, contact, isOverTab: true });
  }
  const isNote = kind === 'note' || kind === 'native-note';
  // What was searched for among the notes before may hide this one.
  if (isNote) useNotesView.getState().setQuery('');
  view.chooseTab(isNote ? 'notes' : 'history');
  if (message === undefined) return;
  view.clearFilters();
  const key = `item:${itemKey(message.connectionId, message.id)}`;
  useSearchStore.getState().open();
  useSearchStore.setState({ query: wordsIn(parts, query), current: key, isPicked: true });
  const places = useScrollAnchorStore.getState();
  // A timeline that is drawn only now begins there; one that is there already jumps.
  const anchor = isOnScreen ? snapshot.screen?.anchor : contactRef(contact);
  const place = { key, at: message.sentAt, offset: OFFSET };
  if (anchor !== undefined) places.remember(anchor, place);
  if (isOnScreen) places.jumpTo(key, 'center');
}

/**
 * The timeline's search takes words as they are spelled: where it would not find the message by what was typed,
 * it looks for what was found in it, such as a number with the signs between its digits.
 */
function wordsIn(parts: readonly string[], typed: string): string {
  const text = parts.map(stripMarkdown).join('\n');
  if (searchTerms(typed).every((term) => matchRanges(text, [term]).length > 0)) return typed;
  const { terms } = passageExcerpt([text], parseFullTextQuery(typed));
  if (terms.length === 0) return typed;
  return terms
    .map((term) => `"${term}"`)
    .join(' ')
    .normalize('NFC');
}
