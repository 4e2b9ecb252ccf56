// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useNotesView } from '../../../../../components/panel/notes/notes-store';
import { usePanelView } from '../../../../../components/panel/view-store';
import { database } from '../../../../../lib/storage/database';
import { note } from '../../../notes/note-rows';
import { ref } from '../../../refs';
import { renderTab } from './scene';

/** What is written, answered when a test says so, and what is only told. */
const { write, tell } = vi.hoisted(() => ({ write: vi.fn(), tell: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) =>
    type !== 'notes.save' && type !== 'notes.resolve' ? tell(type, payload) : write(type, payload),
  ),
}));

let answer: (outcome: unknown) => void = () => undefined;

beforeEach(() => {
  tell.mockReset().mockResolvedValue(undefined);
  write.mockReset().mockImplementation(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  useNotesView.setState(useNotesView.getInitialState());
});

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

const forgotten = { anchor: 'cw/1', noteId: 'n1', text: '' };

/** Opens the note's editor, types this, and saves it; the answer is still to come. */
async function saveChanged(value: string) {
  await database.notes.put(note({ id: 'n1', text: 'one' }));
  renderTab();
  fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const text = await screen.findByRole('textbox', { name: 'Text of the note' });
  fireEvent.change(text, { target: { value } });
  fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true });
  return text;
}

it('a note that is being saved takes no other marks, formats or place, and is not discarded', async () => {
  renderTab();
  const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'New note' });
  fireEvent.change(text, { target: { value: 'VIP' } });
  const locked = () => [
    ...[/^Pin/, /^Bold/, /^List/, 'Discard draft'].map((name) =>
      screen.getByRole<HTMLButtonElement>('button', { name }),
    ),
    ...['Urgency', 'Where it goes'].map((name) => screen.getByLabelText<HTMLSelectElement>(name)),
  ];
  expect(locked().filter((each) => each.disabled)).toEqual([]);
  fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(text.readOnly).toBe(true));
  expect(locked().filter((each) => !each.disabled)).toEqual([]);
  fireEvent.keyDown(text, { key: 'b', ctrlKey: true });
  fireEvent.keyDown(text, { key: 'P', ctrlKey: true, shiftKey: true });
  await act(async () => answer({ kind: 'failed', message: 'Not saved: no.' }));
  expect(text.value).toBe('VIP');
  expect(screen.getByRole('button', { name: /^Pin/ }).getAttribute('aria-pressed')).toBe('true');
  expect(locked().filter((each) => each.disabled)).toEqual([]);
});

it('what is typed in a note that was left while it was saved and opened again is not forgotten', async () => {
  fireEvent.keyDown(await saveChanged('two'), { key: 'Escape' });
  await database.noteDrafts.put({ anchor: ref('cw/1'), noteId: 'n1', text: 'two', updatedAt: 1 });
  fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const again = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Text of/ });
  fireEvent.change(again, { target: { value: 'two and three' } });
  await database.noteDrafts.update([ref('cw/1'), 'n1'], { text: 'two and three', updatedAt: 2 });
  await act(async () => answer({ kind: 'ok', noteId: 'n1' }));
  expect(useNotesView.getState().editing).toBe('n1');
  expect(again.isConnected).toBe(true);
  expect(again.value).toBe('two and three');
  expect(tell).not.toHaveBeenCalledWith('notes.draft', forgotten);
  expect(tell).toHaveBeenCalledWith('notes.draft', { ...forgotten, ifText: 'two' });
});

it('the draft of a note that was left while it was saved goes once it is saved', async () => {
  fireEvent.keyDown(await saveChanged('two'), { key: 'Escape' });
  await act(async () => answer({ kind: 'ok', noteId: 'n1' }));
  // Nothing is stored yet: the worker has the draft in hand that was kept when the editor was left.
  const drafts = tell.mock.calls.filter(([type]) => type === 'notes.draft');
  expect(drafts.map(([, draft]) => draft).slice(-2)).toEqual([
    { ...forgotten, text: 'two' },
    { ...forgotten, ifText: 'two' },
  ]);
});

it('a note that could not be saved after its editor was left says so, and keeps its draft', async () => {
  fireEvent.keyDown(await saveChanged('two'), { key: 'Escape' });
  await act(async () => answer({ kind: 'failed', message: 'This browser has no storage left.' }));
  expect(usePanelView.getState().notice.text).toBe('This browser has no storage left.');
  expect(tell).not.toHaveBeenCalledWith('notes.draft', forgotten);
});

describe('a choice between two versions of a note that is being saved', () => {
  const other = { revision: 2, text: 'VIP, no refund.', author: 'Jo', at: 2_000 };
  beforeEach(async () => {
    await database.notes.put(note({ conflict: other }));
    renderTab();
    await screen.findByRole('region', { name: 'Two versions' });
  });

  const press = (name: string, index = 0) =>
    fireEvent.click(screen.getAllByRole('button', { name })[index] ?? document.body);

  it('takes no second one, until it is known that the first was not saved', async () => {
    press('Keep this');
    press('Keep this', 1);
    press('Merge both');
    expect(write).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('textbox', { name: 'Merged text' })).toBeNull();
    await act(async () => answer({ kind: 'failed', message: 'Not saved: no.' }));
    press('Keep this', 1);
    expect(write).toHaveBeenCalledTimes(2);
    expect(write.mock.lastCall?.[1]).toMatchObject({ text: other.text });
  });

  it('takes nothing more into the merged text', async () => {
    press('Merge both');
    const merged = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Merged text' });
    fireEvent.change(merged, { target: { value: 'VIP' } });
    press('Save merged text');
    fireEvent.change(merged, { target: { value: 'VIP, and more' } });
    press('Back');
    press('Save merged text');
    expect(write).toHaveBeenCalledTimes(1);
    expect([merged.value, merged.readOnly, merged.isConnected]).toEqual(['VIP', true, true]);
    await act(async () => answer({ kind: 'failed', message: 'Too long for Kustomer.' }));
    expect(merged.readOnly).toBe(false);
  });

  it('leaves a merged text alone that was typed on after a look elsewhere', async () => {
    press('Merge both');
    press('Save merged text');
    cleanup();
    const draft = { anchor: ref('cw/1'), noteId: 'n1.2', text: 'VIP, and more', updatedAt: 5 };
    await database.noteDrafts.put(draft);
    await act(async () => answer({ kind: 'ok', noteId: 'n1' }));
    await waitFor(async () => expect(await database.noteDrafts.count()).toBe(1));
    expect(tell).not.toHaveBeenCalledWith('notes.draft', { ...forgotten, noteId: 'n1.2' });
  });
});
