// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Find } from '../../../../../components/panel/everywhere/held-search';
import { openFind } from '../../../../../components/panel/everywhere/open-find';
import { useSearchStore } from '../../../../../components/panel/find-in-history/search-store';
import { useScrollAnchorStore } from '../../../../../components/panel/history/scroll-anchor-store';
import { useNotesView } from '../../../../../components/panel/notes/notes-store';
import { usePanelView } from '../../../../../components/panel/view-store';
import type { Contact } from '../../../../../lib/model/contact';
import type { Message } from '../../../../../lib/model/history';
import { contactRef } from '../../../../../lib/model/ids';
import type { PanelSnapshot } from '../../../../../lib/storage/panel-snapshot';
import { fold } from '../../../../../lib/text/fold';
import { searchTerms } from '../../../../../lib/text/search-terms';
import { screenRow } from '../snapshots';

const sendMessage = vi.hoisted(() => vi.fn(async (_message: unknown) => ({ ok: true })));
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

const contact: Contact = {
  ...{ connectionId: 'a', id: '1', platform: 'a', name: 'Ana', fetchedAt: 1 },
  ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] },
};
const message: Message = {
  ...{ connectionId: 'a', id: 'm1', contactId: '1', conversationId: 'c', kind: 'message' },
  ...{ direction: 'in', author: { role: 'contact' }, text: 'Parcel 4711', sentAt: 77 },
  ...{ timeQuality: 'exact', sequence: 1, attachments: [] },
};
const found: Find = {
  ...{ key: 'message a/m1', kind: 'message', time: 77, parts: ['Parcel 4711'], message },
  contact: { connectionId: 'a', id: '1' },
};

function beside(contacts: Contact[]) {
  const [first] = contacts;
  const snapshot: PanelSnapshot = {
    ...{ tabId: 1, platforms: [], connections: [], sources: [] },
    screen: first && screenRow({ anchor: contactRef(first) }),
    contacts,
  };
  return { windowId: 5, snapshot, query: 'parcel' };
}

beforeEach(() => {
  sendMessage.mockClear();
  usePanelView.setState({ tab: 'replies' });
});

test('somebody else is opened over the tab, with the message where the eye is', () => {
  openFind(found, beside([]));
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith({
    type: 'people.open',
    payload: { windowId: 5, contact: { connectionId: 'a', id: '1' }, isOverTab: true },
  });
  const place = useScrollAnchorStore.getState().scrollAnchors.get('a/1');
  expect(place).toMatchObject({ key: 'item:a/m1', at: 77 });
  expect(usePanelView.getState().tab).toBe('history');
  expect(useSearchStore.getState()).toMatchObject({
    ...{ query: 'parcel', current: 'item:a/m1', isPicked: true },
  });
});

test.each([
  ['order 47-11', '4711', '"47-11"'],
  ['Call +49 151 234-56', '4915123456', '"49 151 234-56"'],
  ['About parcel 4711', 'parcel, 4711', '"parcel" "4711"'],
  ['Zur Straße', 'Straße', 'Straße'],
])('the timeline finds "%s", too, which was found by %s', (text, typed, searched) => {
  openFind({ ...found, parts: [text] }, { ...beside([contact]), query: typed });
  const { query } = useSearchStore.getState();
  expect(query).toBe(searched);
  for (const term of searchTerms(query)) expect(fold(text)).toContain(term);
});

test('for whoever is on screen the timeline goes to the message, and nobody is opened', () => {
  const { count } = useScrollAnchorStore.getState().jump;
  openFind(found, beside([contact]));
  expect(sendMessage).not.toHaveBeenCalled();
  expect(useScrollAnchorStore.getState().jump).toMatchObject({
    key: 'item:a/m1',
    count: count + 1,
  });
});

test('it does so where the timeline is drawn only now, too, under the record it is shown with', () => {
  const other = { ...contact, id: '9' };
  openFind(found, beside([other, contact]));
  const { scrollAnchors } = useScrollAnchorStore.getState();
  expect(scrollAnchors.get('a/9')).toMatchObject({ key: 'item:a/m1', at: 77 });
});

test('a note is in sight although something else was searched for among the notes before', () => {
  useNotesView.getState().setQuery('invoice');
  openFind({ ...found, kind: 'native-note' }, beside([contact]));
  expect(useNotesView.getState().query).toBe('');
});

test('a note leads to the notes, a canned response to the responses', () => {
  openFind({ ...found, kind: 'note' }, beside([contact]));
  expect(usePanelView.getState().tab).toBe('notes');
  const { replyRequests } = usePanelView.getState();
  openFind({ ...found, kind: 'response', contact: undefined }, beside([]));
  expect(usePanelView.getState()).toMatchObject({
    tab: 'replies',
    replyRequests: replyRequests + 1,
  });
});
