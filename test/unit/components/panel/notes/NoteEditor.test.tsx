// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useNotesView } from '../../../../../components/panel/notes/notes-store';
import { CommandError } from '../../../../../lib/messaging/send';
import { database } from '../../../../../lib/storage/database';
import { changeSettings } from '../../../../../lib/storage/settings';
import { note } from '../../../notes/note-rows';
import { ref } from '../../../refs';
import { renderTab } from './scene';

/** What is written and answered with what came of it, and what is only told. */
const { write, tell } = vi.hoisted(() => ({ write: vi.fn(), tell: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) =>
    type !== 'notes.save' && type !== 'notes.resolve' ? tell(type, payload) : write(type, payload),
  ),
}));

const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'New note' });

beforeEach(() => {
  fakeBrowser.reset();
  tell.mockReset().mockResolvedValue(undefined);
  write.mockReset().mockResolvedValue({ kind: 'ok', noteId: 'n1' });
  useNotesView.setState(useNotesView.getInitialState());
});

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

describe('a note that is deleted while somebody changes it', () => {
  it('says so at once, keeps what was typed, and asks before it is saved', async () => {
    await database.notes.put(note({ id: 'n1', text: 'one' }));
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const text = await screen.findByRole('textbox', { name: 'Text of the note' });
    fireEvent.change(text, { target: { value: 'two' } });
    await database.notes.update('n1', { deletedAt: 5, deletedThere: true });
    expect(
      await screen.findByText(/Someone deleted this note while you were writing/),
    ).toBeTruthy();
    expect(
      screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the note' }).value,
    ).toBe('two');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(write).not.toHaveBeenCalled();
    expect(await screen.findByText(/Restore it everywhere/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save anyway' }));
    await waitFor(() =>
      expect(write).toHaveBeenCalledWith(
        'notes.save',
        expect.objectContaining({ noteId: 'n1', text: 'two' }),
      ),
    );
  });
});

it('stays open although another note, saved before it was opened, is answered only now', async () => {
  await database.notes.bulkPut([note({ id: 'n1', text: 'one' }), note({ id: 'n2', text: 'two' })]);
  let answer: (outcome: unknown) => void = () => undefined;
  write.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  renderTab();
  await screen.findAllByRole('button', { name: 'Edit' });
  act(() => useNotesView.getState().edit('n1'));
  const text = await screen.findByRole('textbox', { name: 'Text of the note' });
  fireEvent.change(text, { target: { value: 'one more' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  act(() => useNotesView.getState().edit('n2'));
  await act(async () => answer({ kind: 'ok', noteId: 'n1' }));
  expect(useNotesView.getState().editing).toBe('n2');
});

describe('writing a note', () => {
  it('has the cursor when somebody asked to write, and only then', async () => {
    useNotesView.getState().write();
    renderTab();
    const composer = await field();
    await waitFor(() => expect(document.activeElement).toBe(composer));
    cleanup();
    renderTab();
    const later = await field();
    expect(document.activeElement).not.toBe(later);
  });

  it('says where it will be visible, and saves with Ctrl+Enter', async () => {
    renderTab();
    fireEvent.change(await field(), { target: { value: 'VIP' } });
    expect(screen.getByText(/Visible to colleagues in Chatwoot/)).toBeTruthy();
    expect(screen.getByText(/Waiting in Kustomer until this person is known there/)).toBeTruthy();
    fireEvent.keyDown(await field(), { key: 'Enter', ctrlKey: true });
    expect(write).toHaveBeenCalledWith('notes.save', {
      anchor: 'cw/1',
      text: 'VIP',
      pinned: true,
      urgency: 'normal',
      scope: { kind: 'everywhere' },
    });
    await waitFor(async () => expect((await field()).value).toBe(''));
    expect(tell).toHaveBeenCalledWith('notes.draft', {
      anchor: 'cw/1',
      noteId: '',
      text: '',
    });
  });

  it('takes the choices and Ctrl+Shift+P', async () => {
    renderTab();
    fireEvent.change(await field(), { target: { value: 'VIP' } });
    fireEvent.change(screen.getByLabelText('Urgency'), { target: { value: 'urgent' } });
    fireEvent.change(screen.getByLabelText('Where it goes'), {
      target: { value: 'connection:ku' },
    });
    expect(screen.queryByText(/Visible to colleagues/)).toBeNull();
    fireEvent.keyDown(await field(), { key: 'P', ctrlKey: true, shiftKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(write).toHaveBeenCalledWith(
      'notes.save',
      expect.objectContaining({
        pinned: false,
        urgency: 'urgent',
        scope: { kind: 'connection', connectionId: 'ku' },
      }),
    );
  });

  it('leaves to an input method what is meant for it', async () => {
    renderTab();
    const composer = await field();
    composer.focus();
    fireEvent.change(composer, { target: { value: 'VIP' } });
    fireEvent.keyDown(composer, { key: 'Escape', isComposing: true });
    fireEvent.keyDown(composer, { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(document.activeElement).toBe(composer);
    expect(write).not.toHaveBeenCalled();
  });

  it('saves no note of blanks only', async () => {
    renderTab();
    fireEvent.change(await field(), { target: { value: ' \n ' } });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    fireEvent.keyDown(await field(), { key: 'Enter', ctrlKey: true });
    expect(write).not.toHaveBeenCalled();
  });

  it('tells before saving which platform would not take so long a text', async () => {
    renderTab();
    fireEvent.change(await field(), { target: { value: 'x'.repeat(900) } });
    expect(screen.getByText('900 of 800 characters, the limit of Kustomer')).toBeTruthy();
    expect(screen.getByText(/Too long for Kustomer by 100 characters/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    // Read out when that begins; the number that changes with each key is the same words in their place.
    expect(screen.getByRole('alert').getAttribute('aria-relevant')).toBe('additions');
  });

  it('counts what is stored of a text, without the empty lines around it', async () => {
    renderTab();
    fireEvent.change(await field(), { target: { value: `\n\n${'x'.repeat(800)}\n \n` } });
    expect(screen.getByText('800 of 800 characters, the limit of Kustomer')).toBeTruthy();
    expect(screen.queryByText(/Too long/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(write).toHaveBeenCalledWith('notes.save', expect.anything()));
  });

  it('lets the marks of a text change that stands already, however long it is', async () => {
    await database.notes.put(note({ id: 'n1', text: 'x'.repeat(900) }));
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const text = await screen.findByRole('textbox', { name: 'Text of the note' });
    expect(screen.queryByText(/Too long/)).toBeNull();
    fireEvent.change(text, { target: { value: 'y'.repeat(900) } });
    expect(screen.getByText(/Too long for Kustomer by 100 characters/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    fireEvent.change(text, { target: { value: 'x'.repeat(900) } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Urgency' }), {
      target: { value: 'urgent' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    const urgent = expect.objectContaining({ noteId: 'n1', urgency: 'urgent' });
    await waitFor(() => expect(write).toHaveBeenCalledWith('notes.save', urgent));
  });

  it.each([
    ['the worker did not answer', () => Promise.reject(new CommandError('no-answer'))],
    ['the worker refused it', () => Promise.resolve({ kind: 'failed', message: 'Not saved: no.' })],
  ])('keeps the text and says so when %s', async (_case, answer) => {
    renderTab();
    fireEvent.change(await field(), { target: { value: 'VIP' } });
    write.mockImplementationOnce(answer);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved');
    expect((await field()).value).toBe('VIP');
    // After a pause the draft is kept, which it should be; it must not be forgotten.
    expect(tell).not.toHaveBeenCalledWith('notes.draft', expect.objectContaining({ text: '' }));
  });

  it('goes where the settings say', async () => {
    await changeSettings({ noteScope: 'browser' });
    renderTab();
    fireEvent.change(await field(), { target: { value: 'VIP' } });
    expect(await screen.findByText(/Only in this browser\. Colleagues/)).toBeTruthy();
  });
});

describe('a draft', () => {
  it('is kept on leaving the field', async () => {
    renderTab();
    fireEvent.change(await field(), { target: { value: 'half a tho' } });
    fireEvent.blur(await field());
    expect(tell).toHaveBeenCalledWith('notes.draft', {
      anchor: 'cw/1',
      noteId: '',
      text: 'half a tho',
    });
  });

  it('is kept when the panel goes away in the middle', async () => {
    renderTab();
    fireEvent.change(await field(), { target: { value: 'half a tho' } });
    cleanup();
    expect(tell).toHaveBeenCalledWith(
      'notes.draft',
      expect.objectContaining({ text: 'half a tho' }),
    );
  });

  it('comes back, also when it was begun beside another contact of the person', async () => {
    await database.noteDrafts.put({ anchor: ref('cw/1'), noteId: '', text: 'old', updatedAt: 1 });
    renderTab();
    expect((await field()).value).toBe('old');
    expect(screen.getByRole('button', { name: 'Discard restored draft' })).toBeTruthy();
  });

  it('of an edit stays when the edit is left with Esc', async () => {
    await database.notes.put(note());
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const text = await screen.findByRole('textbox', { name: 'Text of the note' });
    fireEvent.change(text, { target: { value: 'VIP, gold' } });
    fireEvent.keyDown(text, { key: 'Escape' });
    expect(tell).toHaveBeenCalledWith('notes.draft', {
      anchor: 'cw/1',
      noteId: 'n1',
      text: 'VIP, gold',
    });
    expect(screen.queryByRole('textbox', { name: 'Text of the note' })).toBeNull();
    expect(write).not.toHaveBeenCalled();
  });

  it.each([
    ['another text', 'VIP, refund refused.', true],
    ['other marks', note().text, false],
  ])('of a note that has got %s since tells so', async (_what, text, isTold) => {
    const begun = { anchor: ref('cw/1'), noteId: 'n1', over: note().text, updatedAt: 1 };
    await database.noteDrafts.put({ ...begun, text: 'VIP, gold' });
    await database.notes.put(note({ revision: 2, text, author: 'Jo', urgency: 'urgent' }));
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const typed = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Text of/ });
    expect(typed.value).toBe('VIP, gold');
    expect(screen.queryByText(/^Jo changed this note in the meantime/) !== null).toBe(isTold);
  });
});
