// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useNotesView } from '../../../../../components/panel/notes/notes-store';
import { PersonScreen } from '../../../../../components/panel/PersonScreen';
import { PeoplePart } from '../../../../../components/panel/people/PeoplePart';
import { usePanelView } from '../../../../../components/panel/view-store';
import { database } from '../../../../../lib/storage/database';
import { note } from '../../../notes/note-rows';
import { ref } from '../../../refs';
import { atKeyboard } from '../../keyboard';
import { beside, noteSnapshot } from './scene';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) => answer(type, payload)),
}));

/** The worker, as far as notes go. */
async function keep(type: string, payload: { noteId?: string; text?: string; pinned?: boolean }) {
  const { noteId = 'new' } = payload;
  if (type === 'notes.save') {
    const before = await database.notes.get(noteId);
    await database.notes.put(note({ ...before, ...payload, id: noteId, contacts: [ref('cw/1')] }));
    return { kind: 'ok', noteId };
  }
  if (type === 'notes.delete') await database.notes.update(noteId, { deletedAt: Date.now() });
  if (type === 'notes.restore') await database.notes.update(noteId, { deletedAt: undefined });
  return undefined;
}

beforeEach(() => {
  answer.mockReset().mockImplementation(keep);
  usePanelView.setState({ tab: 'history' });
  useNotesView.setState(useNotesView.getInitialState());
});

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it('a note is written, pinned, changed, deleted and brought back by the keyboard alone', async () => {
  const person = atKeyboard();
  render(beside(<PersonScreen />, noteSnapshot));
  await person.press('n');
  await person.has('textbox', 'New note');
  await person.press('VIP{Control>}{Shift>}p{/Shift}{Enter}{/Control}');
  await person.has('form', 'New note');
  await screen.findByRole('button', { name: 'Pin (Ctrl+Shift+P)' });
  await person.reach('button', 'Pin (Ctrl+Shift+P)');
  await person.press('{Enter}');
  await person.has('button', 'Unpin (Ctrl+Shift+P)');
  await person.reach('button', 'Edit');
  await person.press('{Enter}');
  await person.has('textbox', 'Text of the note');
  await person.press(', no refund');
  await person.reach('button', 'Save');
  await person.press('{Enter}');
  await person.has('article', /^Note by/);
  expect(await screen.findByText(/no refund/)).toBeTruthy();
  await person.reach('button', 'Edit');
  await person.press('{Enter}');
  await person.has('textbox', 'Text of the note');
  await person.press('{Escape}');
  await person.has('article', /^Note by/);
  await person.press('{Control>}{Shift>}p{/Shift}{/Control}');
  await screen.findByRole('button', { name: 'Pin (Ctrl+Shift+P)' });
  await person.has('article', /^Note by/);
  await person.reach('button', 'Delete');
  await person.press('{Enter}');
  await person.has('button', 'Undo');
  await person.press('{Enter}');
  await person.has('article', /^Note by/);
  expect((await database.notes.toArray()).map(({ text }) => text)).toEqual(['VIP, no refund']);
});

it('a note that is left or could not be saved keeps the keyboard beside it', async () => {
  const person = atKeyboard();
  render(beside(<PersonScreen />, noteSnapshot));
  await person.press('n');
  await person.has('textbox', 'New note');
  await person.press('{Escape}');
  await person.has('form', 'New note');
  await person.press('n');
  await person.has('textbox', 'New note');
  answer.mockResolvedValue({ kind: 'failed', message: 'No room.' });
  await person.press('VIP');
  await person.reach('button', 'Save');
  await person.press('{Enter}');
  await screen.findByText('No room.');
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  await person.reach('button', 'Later');
  await person.press('{Enter}');
  await person.has('form', 'New note');
});

it('the keyboard stays at a note whose buttons disappear because of what they did', async () => {
  const person = atKeyboard();
  await database.notes.put(
    note({
      id: 'n1',
      text: 'mine',
      contacts: [ref('cw/1')],
      conflict: { text: 'theirs', author: 'Kim', at: 5, revision: 2 },
    }),
  );
  usePanelView.setState({ tab: 'notes' });
  render(beside(<PersonScreen />, noteSnapshot));
  render(beside(<PeoplePart part="commands" />, noteSnapshot));
  await screen.findByRole('button', { name: 'Merge both' });
  await person.reach('button', 'Merge both');
  await person.press('{Enter}');
  await person.has('textbox', 'Merged text');
  await person.reach('button', 'Back');
  await person.press('{Enter}');
  await person.has('region', 'Two versions');
  await person.reach('button', 'Merge both');
  await database.notes.update('n1', { conflict: undefined });
  await person.has('article', /^Note by/);
});
