// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { useReplyValues } from '../../../../../components/panel/replies/use-reply-values';
import { mergePerson } from '../../../../../lib/identity/person';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';
import { conversation } from '../../../timeline/samples';
import { connection, contact, panelSnapshot, screenRow } from '../snapshots';

/** Somebody typed Ana's address into a chat, and so was joined with her record elsewhere. */
const contacts = [
  contact(),
  contact({ connectionId: 'ku', id: '7', platform: 'kustomer', phones: ['+46701234567'] }),
];
const onScreen = screenRow();
const beside = (conversationId: string) =>
  panelSnapshot({
    connections: [
      connection('cw', 'chatwoot', 'Support'),
      connection('ku', 'kustomer', 'Kustomer'),
    ],
    screen: { ...onScreen, context: { ...onScreen.context, conversationId } },
    contacts,
  });
let snapshot = beside('5');
const around = ({ children }: { children: ReactNode }) => (
  <PanelProvider windowId={1} anchor={ref('cw/1')} snapshot={snapshot}>
    {children}
  </PanelProvider>
);

afterEach(async () => {
  cleanup();
  snapshot = beside('5');
  fakeBrowser.reset();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it.each([
  ['proved who is writing', true, '+46701234567'],
  ['did not prove who is writing', undefined, undefined],
  ['said that it is not proved', false, undefined],
])(
  'a value of another record is this customer’s where the helpdesk %s',
  async (_, isVerified, phone) => {
    const inbox = `inbox of ${String(isVerified)}`;
    const row = conversation({ connectionId: 'cw', id: '5', contactId: '1', inboxName: inbox });
    await database.conversations.put({ ...row, isVerified });
    const { result } = renderHook(() => useReplyValues(mergePerson(contacts)), { wrapper: around });
    await waitFor(() => expect(result.current.valuesIn(undefined).get('inbox.name')).toBe(inbox));
    expect(result.current.valuesIn(undefined).get('contact.phone_number')).toBe(phone);
  },
);

it('nothing of one conversation is said about the next one of the same customer', async () => {
  const rows = ['5', '6'].map((id) =>
    conversation({ connectionId: 'cw', id, contactId: '1', inboxName: `inbox of ${id}` }),
  );
  await database.conversations.bulkPut(rows);
  const seen: (string | undefined)[][] = [];
  const { result, rerender } = renderHook(
    () => {
      const values = useReplyValues(mergePerson(contacts));
      const known = values.valuesIn(undefined);
      seen.push([known.get('conversation.id'), known.get('inbox.name')]);
      return values;
    },
    { wrapper: around },
  );
  const inbox = () => result.current.valuesIn(undefined).get('inbox.name');
  await waitFor(() => expect(inbox()).toBe('inbox of 5'));
  snapshot = beside('6');
  rerender();
  await waitFor(() => expect(inbox()).toBe('inbox of 6'));
  expect(seen.filter(([id, name]) => name !== undefined && name !== `inbox of ${id}`)).toEqual([]);
});
