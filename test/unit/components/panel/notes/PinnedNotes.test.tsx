// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useNotesView } from '../../../../../components/panel/notes/notes-store';
import { PinnedNotes } from '../../../../../components/panel/notes/PinnedNotes';
import { usePanelView } from '../../../../../components/panel/view-store';
import { database } from '../../../../../lib/storage/database';
import { note, replica } from '../../../notes/note-rows';
import { ref } from '../../../refs';
import { beside } from './scene';

beforeEach(() => {
  usePanelView.setState({ tab: 'history' });
  useNotesView.setState(useNotesView.getInitialState());
});

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it('stand on top, say how urgent they are, and lead to the whole note', async () => {
  await database.notes.bulkPut([
    note({ id: 'a', pinned: true, urgency: 'urgent', text: '**Do not** offer a discount' }),
    note({ id: 'b', text: 'not pinned' }),
  ]);
  render(beside(<PinnedNotes />));
  const card = await screen.findByRole('button', { name: /Do not offer a discount/ });
  expect(card.textContent).toContain('Urgent');
  expect(screen.queryByText('not pinned')).toBeNull();
  fireEvent.click(card);
  expect(usePanelView.getState().tab).toBe('notes');
  expect(useNotesView.getState().wanted).toBe('a');
});

it('say that a note is stuck, and show nothing when there is nothing', async () => {
  await database.notes.put(note());
  await database.replicas.put(replica({ state: 'failed', reason: 'offline' }));
  const { container } = render(beside(<PinnedNotes />));
  expect(await screen.findByText('A note has not arrived everywhere')).toBeTruthy();
  await database.replicas.clear();
  await waitFor(() => expect(container.textContent).toBe(''));
});

it('say that a note has two texts, and lead to it', async () => {
  await database.notes.put(note({ conflict: { revision: 1, text: 'VIP, no refund.', at: 1 } }));
  await database.replicas.put(replica({ state: 'blocked', reason: 'conflict' }));
  render(beside(<PinnedNotes />));
  fireEvent.click(await screen.findByText('A note has two versions: choose one'));
  expect(screen.queryByText('A note has not arrived everywhere')).toBeNull();
  expect(useNotesView.getState().wanted).toBe('n1');
});

it('of a colleague whose clock is hours ahead were written just now', async () => {
  const at = Date.now() + 5 * 60 * 60_000;
  await database.notes.put(note({ pinned: true, at, createdAt: at }));
  render(beside(<PinnedNotes />));
  expect((await screen.findByRole('button', { name: /VIP/ })).textContent).toContain('just now');
});

it('are not those of another person', async () => {
  await database.notes.bulkPut([
    note({ id: 'a', pinned: true, text: 'of another', contacts: [ref('cw/2')] }),
    note({ id: 'b', pinned: true, text: 'of this one' }),
  ]);
  render(beside(<PinnedNotes />));
  expect(await screen.findByText('of this one')).toBeTruthy();
  expect(screen.queryByText('of another')).toBeNull();
});
