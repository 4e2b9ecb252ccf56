// @vitest-environment happy-dom

import { peopleCommands } from '../../../../../lib/messaging/people-commands';
import { ref } from '../../../refs';
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AlertList } from '../../../../../components/panel/people/AlertList';
import { usePeopleStore } from '../../../../../components/panel/people/people-store';
import { send } from '../../../../../lib/messaging/send';
import { database } from '../../../../../lib/storage/database';
import { conversation } from '../../../timeline/samples';
import { screenRow } from '../snapshots';
import { chosenFor, forget, namesake, onScreen, show, store, twoRecords } from './person';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const one = { connectionId: 'cw', id: '1' };
const other = { connectionId: 'ku', id: '5' };

function alerts(given = twoRecords()) {
  return show(given, <AlertList />);
}

const suggest = () =>
  database.suggestions.put({ anchor: ref('cw/1'), contact: ref('ku/5'), updatedAt: 0 });

beforeEach(async () => {
  vi.mocked(send).mockReset().mockResolvedValue(undefined);
  await store();
});

afterEach(async () => {
  cleanup();
  usePeopleStore.setState({ undo: undefined });
  await forget();
});

describe('a conversation that goes on elsewhere', () => {
  it('is told with who has it and the way there', async () => {
    const waitingSince = Date.now() - 12.5 * 60_000;
    await database.conversations.put(
      conversation({
        connectionId: 'ku',
        contactId: '9',
        assignee: 'Sam',
        lastActivityAt: waitingSince,
        waitingSince,
        url: 'https://desk.example/c1',
      }),
    );
    alerts();
    const link = await screen.findByRole('link', {
      name: 'Open in Kustomer · waiting 12 min · Sam · Open that conversation',
    });
    expect(link.textContent).toBe('Open in Kustomer · waiting 12 min · Sam');
    expect(link.getAttribute('href')).toBe('https://desk.example/c1');
  });

  it('is read out once, and not again because a minute has passed', async () => {
    const since = Date.now() - 12.5 * 60_000;
    const lastActivityAt = since;
    await database.conversations.bulkPut(
      ['c1', 'c2'].map((id) =>
        conversation({
          ...{ id, connectionId: 'ku', contactId: '9', lastActivityAt, assignee: 'Sam' },
          waitingSince: id === 'c1' ? since : undefined,
        }),
      ),
    );
    alerts();
    await screen.findByText(/waiting 12 min/);
    const read = () => screen.getAllByRole('status').map((each) => each.textContent);
    expect(read()).toContain(
      'Also open in Kustomer. Assigned to Sam. Waiting for a reply. 1 more open elsewhere',
    );
    expect(read().join()).not.toContain('12 min');
  });

  it('leads to the tab that shows it already, or to a new one when that is gone', async () => {
    const url = 'https://desk.example/c1';
    await database.conversations.put(
      conversation({ connectionId: 'ku', contactId: '9', lastActivityAt: Date.now(), url }),
    );
    const { context } = screenRow();
    const tab = await fakeBrowser.tabs.create({ url: 'https://desk.example/app' });
    const there = { connectionId: 'ku', context: { ...context, conversationId: 'c1' } };
    await database.screens.put(screenRow({ ...there, tabId: tab.id ?? 0 }));
    alerts();
    fireEvent.click(await screen.findByRole('button', { name: /Go to its tab$/ }));
    const isInFront = async () => (await fakeBrowser.tabs.get(tab.id ?? 0)).active;
    await waitFor(async () => expect(await isInFront()).toBe(true));
    expect(await fakeBrowser.tabs.query({ url })).toEqual([]);

    fakeBrowser.reset();
    fireEvent.click(screen.getByRole('button', { name: /Go to its tab$/ }));
    await waitFor(async () => expect(await fakeBrowser.tabs.query({ url })).toHaveLength(1));
  });

  it('is not told of the conversation on screen, and knows one’s own', async () => {
    const now = Date.now();
    const own = { contactId: '1', lastActivityAt: now, assignee: 'Lena' };
    await database.conversations.bulkPut([
      conversation({ ...own, id: 'c1' }),
      conversation({ ...own, id: 'c2' }),
    ]);
    const { context } = screenRow();
    alerts(twoRecords({ screen: screenRow({ context: { ...context, conversationId: 'c1' } }) }));
    expect((await screen.findAllByText(/^Open in/)).map((each) => each.textContent)).toEqual([
      'Open in Chatwoot · just now · yours',
    ]);
  });

  it('keeps to one line, the most pressing, until asked for more', async () => {
    await database.conversations.bulkPut(
      ['c1', 'c2', 'c3', 'c4'].map((id) =>
        conversation({
          id,
          connectionId: 'ku',
          contactId: '9',
          lastActivityAt: Date.now(),
          waitingSince: id === 'c3' ? Date.now() - 60_000 : undefined,
        }),
      ),
    );
    alerts();
    const more = await screen.findByRole('button', { name: '3 more open elsewhere' });
    const lines = () => screen.getAllByText(/^Open in/).map((each) => each.textContent);
    expect(lines()).toEqual(['Open in Kustomer · waiting 1 min']);
    fireEvent.click(more);
    expect(lines().length).toBe(4);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(more);
    expect(lines().length).toBe(1);
  });
});

describe('suggestions', () => {
  it('are one line until opened, with the evidence in words', async () => {
    await suggest();
    alerts();
    const line = await screen.findByRole('button', { name: 'Possibly the same person: 1 record' });
    expect(screen.queryByText('ana.souza@other.example')).toBeNull();
    fireEvent.click(line);
    expect(screen.getByText('ana.souza@other.example')).toBeTruthy();
    expect(screen.getByText('same name as in Chatwoot')).toBeTruthy();
  });

  it.each([
    ['Same person: Ana Souza', 'same', 'Linked Ana Souza in Kustomer'],
    ['Not the same: Ana Souza', 'different', 'Not the same person: Ana Souza in Kustomer'],
  ] as const)('%s: says so to the worker, and can be undone', async (button, verdict, words) => {
    await suggest();
    alerts();
    fireEvent.click(await screen.findByRole('button', { name: /Possibly the same/ }));
    fireEvent.click(screen.getByRole('button', { name: button }));
    await screen.findByText(words);
    const decided = { windowId: 1, one, other };
    expect(send).toHaveBeenLastCalledWith(peopleCommands, 'people.decide', { ...decided, verdict });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(send).toHaveBeenLastCalledWith(peopleCommands, 'people.decide', {
      ...decided,
      verdict: 'none',
    });
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  });

  it('can be undone although the button was pressed twice', async () => {
    vi.mocked(send).mockImplementation(async () => {
      await database.links.put({ a: ref('cw/1'), b: ref('ku/5'), verdict: 'same', at: 1 });
    });
    await suggest();
    alerts();
    fireEvent.click(await screen.findByRole('button', { name: /Possibly the same/ }));
    const same = screen.getByRole('button', { name: 'Same person: Ana Souza' });
    fireEvent.click(same);
    await screen.findByText('Linked Ana Souza in Kustomer');
    await act(async () => fireEvent.click(same));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(send).toHaveBeenLastCalledWith(
      peopleCommands,
      'people.decide',
      expect.objectContaining({ verdict: 'none' }),
    );
    await waitFor(() => expect(screen.queryByText('Linked Ana Souza in Kustomer')).toBeNull());
  });

  it('leave out who is in the person already', async () => {
    await suggest();
    const { container } = alerts(twoRecords({ contacts: [onScreen, namesake] }));
    await waitFor(() => expect(container.textContent).toBe(''));
  });
});

describe('a conversation of nobody known', () => {
  it('can be told whose it is', async () => {
    alerts(twoRecords({ contacts: [{ ...onScreen, emails: [], emailKeys: [] }] }));
    fireEvent.click(await screen.findByRole('button', { name: /Choose the person…/ }));
    expect(await screen.findByRole('dialog', { name: 'Find another record' })).toBeTruthy();
  });

  it('is not asked about where somebody was opened by hand: no conversation is on screen', async () => {
    const contacts = [{ ...onScreen, emails: [], emailKeys: [] }];
    alerts(twoRecords({ contacts, screen: screenRow({ isOpenedByHand: true }) }));
    expect(await screen.findByText(/You opened this person/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Choose the person…/ })).toBeNull();
  });

  it('is not asked about where somebody has chosen already, a record of the same account too', async () => {
    await suggest();
    const shown = await chosenFor('c9');
    alerts(
      twoRecords({
        contacts: [{ ...onScreen, emails: [], emailKeys: [] }],
        screen: shown,
      }),
    );
    await screen.findByRole('button', { name: /Possibly the same/ });
    expect(screen.queryByRole('button', { name: /Choose the person…/ })).toBeNull();
  });

  it('is not asked about where an address is known', async () => {
    const { container } = alerts(twoRecords({ contacts: [onScreen] }));
    await waitFor(() => expect(container.textContent).toBe(''));
  });
});
