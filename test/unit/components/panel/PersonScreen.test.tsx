// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useNotesView } from '../../../../components/panel/notes/notes-store';
import { PersonScreen } from '../../../../components/panel/PersonScreen';
import { usePanelView } from '../../../../components/panel/view-store';
import { database } from '../../../../lib/storage/database';
import { message } from '../../timeline/samples';
import { beside } from './notes/scene';
import { twoRecords } from './people/person';

vi.mock('../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));
// What comes after the first frame never comes here.
vi.mock('../../../../components/panel/notes/PinnedNotes', () => new Promise(() => undefined));

beforeEach(() => {
  usePanelView.setState({ tab: 'history' });
  useNotesView.setState(useNotesView.getInitialState());
});

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

const show = () =>
  render(
    beside(
      <>
        <input aria-label="typing" />
        <PersonScreen />
      </>,
      twoRecords(),
    ),
  );

it('`n` begins a new note at once, but not while somebody types', async () => {
  show();
  fireEvent.keyDown(screen.getByLabelText('typing'), { key: 'n' });
  expect(usePanelView.getState().tab).toBe('history');
  fireEvent.keyDown(document.body, { key: 'n' });
  expect(usePanelView.getState().tab).toBe('notes');
  const composer = await screen.findByRole('textbox', { name: 'New note' });
  await waitFor(() => expect(document.activeElement).toBe(composer));
  expect(useNotesView.getState().wantsToWrite).toBe(false);
});

it('keeps the room beside the tabs, whatever stands there', () => {
  show();
  const room = () =>
    screen.getByRole('navigation', { name: 'Parts of the panel' }).nextElementSibling?.className;
  const before = room();
  expect(before).toMatch(/shrink-0/);
  expect(before).not.toMatch(/empty:/);
  act(() => usePanelView.getState().chooseTab('notes'));
  expect(room()).toBe(before);
});

it('lets what came during the first visit be new, whichever part of the panel was looked at', async () => {
  const own = { connectionId: 'cw', contactId: '1' };
  await database.messages.put(message({ ...own, id: 'a', sentAt: Date.now() - 1 }));
  show();
  await screen.findByLabelText('Timeline, newest first');
  const openedAt = Date.now();
  act(() => usePanelView.getState().chooseTab('notes'));
  await screen.findByRole('textbox', { name: 'New note' });
  await waitFor(() => expect(Date.now()).toBeGreaterThan(openedAt));
  await database.messages.put(message({ ...own, id: 'b', sentAt: Date.now() }));
  act(() => usePanelView.getState().chooseTab('history'));
  expect(await screen.findByText('New since you last looked')).toBeTruthy();
});
