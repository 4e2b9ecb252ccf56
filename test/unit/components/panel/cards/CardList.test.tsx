// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CardStrip } from '../../../../../components/panel/cards/CardStrip';
import { usePanelView } from '../../../../../components/panel/view-store';
import type { CardAnswerRow } from '../../../../../lib/model/data-card';
import { database } from '../../../../../lib/storage/database';
import { cardAnswer, dataCard, shipped } from '../../../cards/samples';
import { beside } from '../notes/scene';
import { contact, panelSnapshot } from '../snapshots';

const { tell } = vi.hoisted(() => ({ tell: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) => tell(type, payload)),
}));

const of = { connectionId: 'cw', contactId: '1' } as const;
const hold = (more: Partial<CardAnswerRow>) =>
  database.cardAnswers.put(cardAnswer({ ...of, ...more }));
const show = (snapshot = panelSnapshot()) => render(beside(<CardStrip />, snapshot));
const loads = () => tell.mock.calls.filter(([type]) => type === 'cards.load');
const open = () => screen.findByRole('region', { name: 'Data cards' });

beforeEach(async () => {
  vi.spyOn(fakeBrowser.permissions.onAdded, 'addListener').mockReturnValue();
  vi.spyOn(fakeBrowser.permissions.onAdded, 'removeListener').mockReturnValue();
  tell.mockReset().mockResolvedValue(undefined);
  localStorage.clear();
  usePanelView.getState().chooseTab('history');
  await database.cards.put(dataCard());
});
afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it('shows what a card knows, how old it is and by what it was asked, and asks the worker', async () => {
  await hold({ fetchedAt: Date.now() - 5 * 60_000 });
  show();
  const cards = within(await open());
  expect(cards.getByText('Shipped')).toBeTruthy();
  expect(cards.getByText('5 min ago').title).toContain('Sent (e-mail address): ana@x.example');
  expect(loads()).toEqual([['cards.load', { windowId: 1 }]]);
  fireEvent.click(cards.getByRole('button', { name: 'Ask shop.example again' }));
  expect(loads().at(-1)).toEqual(['cards.load', { windowId: 1, cardId: 'card-1', force: true }]);
});

it('shows the organisation’s cards alone where it allows no others', async () => {
  await fakeBrowser.storage.managed.set({ features: { ownCards: false } });
  try {
    await database.cards.put(
      dataCard({ id: 'managed-plan', key: 'plan', name: 'Plan', isManaged: true }),
    );
    show();
    const cards = within(await open());
    expect(cards.getByText('Plan')).toBeTruthy();
    expect(cards.queryByText('Orders')).toBeNull();
  } finally {
    await fakeBrowser.storage.managed.clear();
  }
});

it('is nothing at all where no card is set up', async () => {
  await database.cards.clear();
  const { container } = show();
  await act(async () => undefined);
  expect(container.textContent).toBe('');
  expect(tell).not.toHaveBeenCalled();
});

it('shows fields and tables as text, links to the card’s own host, and counts what was dropped', async () => {
  const url = 'https://shop.example/7';
  const cell = (text: string) => ({ kind: 'text', text }) as const;
  await hold({
    content: {
      title: 'Orders of Ana',
      fields: [
        {
          key: 'note',
          label: 'Note',
          value: { kind: 'text', text: '<img src=x onerror=alert(1)>' },
        },
        { key: 'page', label: 'Page', value: { kind: 'link', url, text: 'Order 7' } },
        { key: 'spent', label: 'Spent', value: { kind: 'money', amount: '5', currency: 'EUR' } },
      ],
      tables: [
        {
          title: 'Last orders',
          columns: [{ label: 'Number', isNumeric: false }],
          rows: Array.from({ length: 7 }, (_none, index) => [cell(`N${index}`)]),
          more: 20,
        },
      ],
      dropped: 2,
      problems: ['fields[3]: the value is no number like 1299.5'],
    },
  });
  show();
  const cards = within(await open());
  expect(cards.getByRole('heading', { name: /Orders of Ana/ })).toBeTruthy();
  expect(cards.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
  expect(cards.getByRole('link', { name: 'Order 7' }).getAttribute('href')).toBe(url);
  expect(cards.queryByText('N6')).toBeNull();
  fireEvent.click(cards.getByRole('button', { name: '2 more' }));
  expect(cards.getByText('N6')).toBeTruthy();
  expect(cards.getByText('20 further rows are not shown.')).toBeTruthy();
  expect(cards.getByText('2 items of the answer could not be read.').title).toContain('fields[3]');
});

test.each([
  [{ kind: 'timeout', at: 1 } as const, /did not answer within 10 seconds/, 'Try again'],
  [{ kind: 'offline', at: 1 } as const, /cannot be reached/, 'Try again'],
  [{ kind: 'too-large', at: 1 } as const, /more than 500 kB/, 'Try again'],
  [{ kind: 'not-json', at: 1 } as const, /did not answer with JSON/, 'Try again'],
  [{ kind: 'unauthorised', at: 1 } as const, /requires a sign-in/, 'Open settings'],
  [{ kind: 'redirected', at: 1 } as const, /was not followed/, 'Open settings'],
  [{ kind: 'permission-missing', at: 1 } as const, /does not allow/, 'Open settings'],
  [{ kind: 'locked', at: 1 } as const, /is locked/, 'Open settings'],
])(
  '%j is a sentence beside what was known before, with what to do',
  async (failure, words, action) => {
    await hold({ failure });
    show();
    const cards = within(await open());
    expect(cards.getByText(words)).toBeTruthy();
    expect(cards.getByText(action)).toBeTruthy();
    expect(cards.getByText('Shipped')).toBeTruthy();
  },
);

it('says that it is being asked, and what the record on screen lacks', async () => {
  await hold({ content: undefined, fetchedAt: undefined, asking: 'x' });
  show();
  const cards = within(await open());
  expect(cards.getByRole('status').textContent).toContain('Contacting shop.example…');
  await act(() => hold({ content: undefined, fetchedAt: undefined, lacking: ['email'] }));
  expect(await cards.findByText(/has no e-mail address/)).toBeTruthy();
});

it('says that another record’s value was sent', async () => {
  await hold({ borrowed: { email: 'ku/9' } });
  show();
  await open();
  expect(
    screen.getByText('Asked with data of another record of this person: e-mail address.'),
  ).toBeTruthy();
});

it('shows nobody’s data under another name', async () => {
  await hold({});
  const view = show();
  await open();
  view.rerender(beside(<CardStrip />, panelSnapshot({ contacts: [contact({ id: '2' })] })));
  expect(screen.queryByText('Shipped')).toBeNull();
  await waitFor(() => expect(loads()).toHaveLength(2));
  await waitFor(() => expect(screen.getByText(/Contacting shop.example/)).toBeTruthy());
  expect(screen.queryByText('Shipped')).toBeNull();
});

it('is folded where it was folded before, and beside what is being written', async () => {
  await hold({});
  show();
  const toggle = () => screen.getByRole('button', { name: /^Orders/ });
  await open();
  expect(toggle().getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(toggle());
  expect(toggle().getAttribute('aria-expanded')).toBe('false');
  expect(toggle().textContent).toContain('Shipped');
  cleanup();
  show();
  await open();
  expect(toggle().getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(toggle());
  act(() => usePanelView.getState().chooseTab('replies'));
  expect(toggle().getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(toggle());
  expect(toggle().getAttribute('aria-expanded')).toBe('true');
});

it('asks again when a server’s rest is over, when a card changes and when a person has more', async () => {
  await hold({});
  const view = show();
  await open();
  const at = Date.now();
  await act(() => hold({ failure: { kind: 'rate-limited', retryAt: at + 20, at } }));
  await waitFor(() => expect(loads()).toHaveLength(2));
  await act(() =>
    database.cards.put(dataCard({ address: 'https://shop.example/b?email={email}' })),
  );
  await waitFor(() => expect(loads()).toHaveLength(3));
  const emails = ['new@x.example'];
  view.rerender(beside(<CardStrip />, panelSnapshot({ contacts: [contact({ emails })] })));
  await waitFor(() => expect(loads()).toHaveLength(4));
  await act(() => hold({ content: { ...shipped, fields: [] } }));
  expect(loads()).toHaveLength(4);
  // As a new secret does, or a new name.
  await act(() => database.cardAnswers.clear());
  await waitFor(() => expect(loads()).toHaveLength(5));
  view.unmount();
  expect(tell).toHaveBeenCalledWith('cards.stop', { windowId: 1 });
});

it('asks again where a server’s rest was over before its answer was drawn, and only once', async () => {
  const now = vi.spyOn(Date, 'now');
  try {
    const start = Date.now();
    now.mockReturnValue(start);
    await hold({});
    show();
    await open();
    expect(loads()).toHaveLength(1);
    now.mockReturnValue(start + 1_000);
    await act(() => hold({ failure: { kind: 'rate-limited', retryAt: start + 500, at: start } }));
    await waitFor(() => expect(loads()).toHaveLength(2));
    await act(() => hold({ failure: { kind: 'rate-limited', retryAt: start + 600, at: start } }));
    expect(loads()).toHaveLength(2);
  } finally {
    now.mockRestore();
  }
});
