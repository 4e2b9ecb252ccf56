// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChoosePerson } from '../../../../../components/panel/people/ChoosePerson';
import { peopleCommands } from '../../../../../lib/messaging/people-commands';
import { send } from '../../../../../lib/messaging/send';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';
import { forget, inKustomer, show, store, twoRecords } from './person';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

beforeEach(store);
afterEach(async () => {
  cleanup();
  await forget();
});

const open = () => show(twoRecords({ contacts: [], screen: undefined }), <ChoosePerson />);

const opens = (id: string, connectionId: string) =>
  expect(send).toHaveBeenCalledWith(peopleCommands, 'people.open', {
    windowId: 1,
    contact: { connectionId, id },
  });

test('somebody seen lately is one click away', async () => {
  await database.views.put({ anchor: ref('ku/9'), viewedAt: Date.now() });
  open();
  fireEvent.click(await screen.findByRole('button', { name: /A\. Souza/ }));
  opens('9', 'ku');
});

test('a person is found and opened by the keyboard', async () => {
  await database.peopleSearches.put({
    windowId: 1,
    connectionId: 'ku',
    query: 'souza',
    phase: 'done',
    contacts: [inKustomer],
    updatedAt: 0,
  });
  open();
  const field = await screen.findByRole('combobox', { name: 'Search all helpdesks' });
  fireEvent.change(field, { target: { value: 'souza' } });
  await screen.findByRole('option', { selected: true });
  fireEvent.keyDown(field, { key: 'Enter' });
  opens('9', 'ku');
});
