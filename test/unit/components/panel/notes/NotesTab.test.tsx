// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useNotesView } from '../../../../../components/panel/notes/notes-store';
import { usePanelView } from '../../../../../components/panel/view-store';
import type { NoteRow } from '../../../../../lib/model/note';
import { database } from '../../../../../lib/storage/database';
import { note, replica } from '../../../notes/note-rows';
import { ref } from '../../../refs';
import { message } from '../../../timeline/samples';
import { contact } from '../snapshots';
import { noteSnapshot, renderTab } from './scene';

/** What is written and answered with what came of it, and what is only told. */
const { write, tell } = vi.hoisted(() => ({ write: vi.fn(), tell: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) =>
    type !== 'notes.save' && type !== 'notes.resolve' ? tell(type, payload) : write(type, payload),
  ),
}));

/** The person is known in both accounts. */
const knownInBoth = {
  ...noteSnapshot,
  contacts: [contact(), contact({ connectionId: 'ku', id: '7', platform: 'kustomer' })],
};

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

describe('the list of notes', () => {
  it('has the pinned ones first, and asks the worker to read again', async () => {
    await database.notes.bulkPut([
      note({ id: 'a', text: 'newest', createdAt: 9 }),
      note({ id: 'b', text: 'pinned', pinned: true, createdAt: 1 }),
    ]);
    renderTab();
    const list = await screen.findByRole('list', { name: 'Notes' });
    expect(
      within(list)
        .getAllByRole('article')
        .map((card) => card.textContent),
    ).toEqual([expect.stringContaining('pinned'), expect.stringContaining('newest')]);
    expect(tell).toHaveBeenCalledWith('notes.refresh', { anchor: 'cw/1' });
  });

  it('asks for nothing anew before what is held is shown: the worker would be in the way', async () => {
    await database.notes.put(note());
    const shown: boolean[] = [];
    tell.mockImplementation(async (type: string) => {
      if (type === 'notes.refresh') shown.push(document.querySelector('article') !== null);
    });
    renderTab();
    await screen.findByRole('article');
    await waitFor(() => expect(shown).toEqual([true]));
  });

  it('has hundreds in pieces, down to the one that is wanted', async () => {
    const indices = Array.from({ length: 120 }, (_, index) => index);
    await database.notes.bulkPut(
      indices.map((index) => note({ id: `n${index}`, text: `text ${index}`, createdAt: -index })),
    );
    useNotesView.getState().want('n70');
    renderTab();
    // Looking for an element at each change of the list would take longer than the list.
    const text = () => document.body.textContent;
    await waitFor(() => expect(text()?.includes('text 70')).toBe(true), { timeout: 15_000 });
    expect(screen.getByText('text 70')).toBeTruthy();
    expect(screen.queryByText('text 80')).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Show more (49 left)' }));
    expect(await screen.findByText('text 110')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Show more (9 left)' }));
    expect(await screen.findByText('text 119')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Show more/ })).toBeNull();
  });

  it('shows markup and script of a note as text', async () => {
    await database.notes.put(note({ text: '<script>alert(1)</script>' }));
    const { container } = renderTab();
    expect(await screen.findByText('<script>alert(1)</script>')).toBeTruthy();
    expect(container.querySelector('script')).toBeNull();
  });

  it('pins, and takes an earlier text again, without touching the rest', async () => {
    const earlier = { revision: 1, text: 'first words', author: 'Jo', at: 5 };
    await database.notes.put(note({ urgency: 'urgent', revision: 2, versions: [earlier] }));
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: /^Pin \(/ }));
    const rest = {
      anchor: 'cw/1',
      noteId: 'n1',
      urgency: 'urgent',
      scope: { kind: 'everywhere' },
    };
    const pinned = { ...rest, pinned: true, text: 'VIP, refund promised.' };
    expect(write).toHaveBeenCalledWith('notes.save', pinned);
    fireEvent.click(screen.getByRole('button', { name: '1 earlier version' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Restore this version' }));
    const again = { ...rest, pinned: false, text: 'first words' };
    expect(write).toHaveBeenCalledWith('notes.save', again);
  });

  it('deletes with a way back', async () => {
    await database.notes.put(note());
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(tell).toHaveBeenCalledWith('notes.delete', { noteId: 'n1' });
    await database.notes.update('n1', { deletedAt: 5 });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(tell).toHaveBeenCalledWith('notes.restore', {
      noteId: 'n1',
      anchor: 'cw/1',
    });
  });

  it('finds words in notes and in what the helpdesks hold', async () => {
    await database.notes.bulkPut(['one', 'two', 'three'].map((text) => note({ id: text, text })));
    await database.messages.put(
      message({ connectionId: 'cw', contactId: '1', id: 'm', kind: 'note', text: 'four' }),
    );
    renderTab();
    const search = await screen.findByRole('searchbox', { name: 'Search the notes' });
    fireEvent.change(search, { target: { value: 'two' } });
    await waitFor(() => expect(screen.queryByText('one')).toBeNull());
    expect(screen.getByText('two').tagName).toBe('MARK');
    expect(screen.queryByText('four')).toBeNull();
  });
});

describe('the copies of a note', () => {
  it('tell where it is, and offer to try again or to give up', async () => {
    await database.notes.put(note());
    await database.replicas.bulkPut([
      replica(),
      replica({
        connectionId: 'ku',
        contact: ref('ku/5'),
        state: 'blocked',
        reason: 'missing-right',
      }),
    ]);
    renderTab();
    expect(await screen.findByText('In Chatwoot')).toBeTruthy();
    expect(screen.getByText(/may not write notes there/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    const key = { noteId: 'n1', contact: 'ku/5' };
    expect(tell).toHaveBeenCalledWith('notes.retry', { ...key, anchor: 'cw/1' });
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(tell).toHaveBeenCalledWith('notes.discard', key);
  });

  it('can be wanted again where somebody gave one up', async () => {
    await database.notes.put(note({ declined: [ref('ku/5')] }));
    await database.replicas.put(replica());
    renderTab();
    expect(await screen.findByText('Kustomer: no longer written there, by choice.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Write it there anyway' }));
    const wish = { noteId: 'n1', anchor: 'cw/1', contact: 'ku/5' };
    expect(tell).toHaveBeenCalledWith('notes.retry', wish);
  });

  it('tell that a contact with a copy is no longer this person', async () => {
    await database.notes.put(note());
    await database.replicas.bulkPut([
      replica(),
      replica({ connectionId: 'ku', contact: ref('ku/5') }),
    ]);
    renderTab();
    expect(await screen.findByText(/contact in Kustomer is no longer linked/)).toBeTruthy();
  });
});

describe('copies of a note that has no place there any more', () => {
  const failed = replica({ state: 'failed', reason: 'refused' });
  it.each<[string, Partial<NoteRow>]>([
    ['for this browser alone', { scope: { kind: 'browser' } }],
    ['for another account', { scope: { kind: 'connection', connectionId: 'ku' } }],
    ['of somebody else', { contacts: [ref('cw/1'), ref('ku/5')], parted: [ref('cw/1')] }],
  ])('%s: are not removed yet, and cannot be given up', async (_which, given) => {
    await database.notes.put(note(given));
    await database.replicas.put(failed);
    renderTab();
    expect(await screen.findByText(/^Not removed from Chatwoot/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
  });

  it('deleted: are not removed yet, and can be given up', async () => {
    await database.notes.put(note({ deletedAt: 5 }));
    await database.replicas.put(failed);
    renderTab();
    expect(await screen.findByText(/^Not removed from Chatwoot/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Discard' })).toBeTruthy();
  });
});

describe('two texts for one note', () => {
  const other = { revision: 2, text: 'VIP, no refund.', author: 'Jo', at: 2_000 };

  it('are both shown, and one can be kept', async () => {
    await database.notes.put(note({ conflict: other }));
    renderTab();
    const question = await screen.findByRole('region', { name: 'Two versions' });
    expect(question.textContent).toContain('VIP, refund promised.');
    expect(question.textContent).toContain('VIP, no refund.');
    fireEvent.click(within(question).getAllByRole('button', { name: 'Keep this' })[1] ?? question);
    expect(write).toHaveBeenCalledWith('notes.resolve', {
      noteId: 'n1',
      anchor: 'cw/1',
      text: other.text,
    });
  });

  it('can be merged by hand', async () => {
    await database.notes.put(note({ conflict: other }));
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Merge both' }));
    const merged = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Merged text' });
    expect(merged.value).toBe('VIP, refund promised.\n\nVIP, no refund.');
    write.mockResolvedValueOnce({ kind: 'failed', message: 'Too long for Kustomer.' });
    fireEvent.click(screen.getByRole('button', { name: 'Save merged text' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Too long for Kustomer.');
    fireEvent.change(merged, { target: { value: 'VIP' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save merged text' }));
    expect(write).toHaveBeenCalledWith('notes.resolve', {
      noteId: 'n1',
      anchor: 'cw/1',
      text: 'VIP',
    });
  });

  it('are still half merged after a look at the history', async () => {
    const draft = { anchor: ref('ku/7'), noteId: 'n1.2', text: 'VIP, but', updatedAt: 5 };
    await database.notes.put(note({ conflict: other }));
    await database.noteDrafts.put(draft);
    renderTab(knownInBoth);
    const merged = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Merged text' });
    expect(merged.value).toBe('VIP, but');
    fireEvent.change(merged, { target: { value: '' } });
    expect(merged.isConnected).toBe(true);
    fireEvent.change(merged, { target: { value: 'VIP, but no refund' } });
    cleanup();
    const typed = { anchor: 'cw/1', noteId: 'n1.2', text: 'VIP, but no refund' };
    expect(tell).toHaveBeenCalledWith('notes.draft', typed);
    tell.mockClear();
    renderTab(knownInBoth);
    fireEvent.click(await screen.findByRole('button', { name: 'Save merged text' }));
    await waitFor(() => {
      for (const anchor of ['cw/1', 'ku/7'])
        expect(tell).toHaveBeenCalledWith('notes.draft', { anchor, noteId: 'n1.2', text: '' });
    });
  });

  it('are both asked about again when the merging is left', async () => {
    await database.notes.put(note({ conflict: other }));
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Merge both' }));
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(tell).toHaveBeenLastCalledWith('notes.draft', {
      anchor: 'cw/1',
      noteId: 'n1.2',
      text: '',
    });
    expect(screen.queryByRole('textbox', { name: 'Merged text' })).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Keep this' })).toHaveLength(2);
  });

  it('keep what was made of them when the merging is left', async () => {
    await database.notes.put(note({ conflict: other }));
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Merge both' }));
    const merged = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Merged text' });
    fireEvent.change(merged(), { target: { value: 'VIP, refund to be asked' } });
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getAllByRole('button', { name: 'Keep this' })).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Merge both' }));
    expect(merged().value).toBe('VIP, refund to be asked');
  });
});

describe('notes in the helpdesks', () => {
  it('are shown with author and source, and become a pinned note', async () => {
    await database.nativeNotes.put({
      connectionId: 'cw',
      contactId: '1',
      id: '4',
      kind: 'note',
      text: 'Call her first',
      author: 'Jo',
      createdAt: 5,
      fetchedAt: 9,
    });
    renderTab();
    expect(await screen.findByText('Call her first')).toBeTruthy();
    expect(screen.getByText('Jo').title).toBe('Jo');
    fireEvent.click(screen.getByRole('button', { name: 'Pin as note' }));
    expect(write).toHaveBeenCalledWith(
      'notes.save',
      expect.objectContaining({ text: 'Call her first\n\n(Jo, Chatwoot)', pinned: true }),
    );
  });

  it('become one note, however often that is pressed', async () => {
    await database.nativeNotes.put({
      ...{ connectionId: 'cw', contactId: '1', id: '4', kind: 'note', text: 'Call her first' },
      fetchedAt: 9,
    });
    renderTab();
    const pin = await screen.findByRole('button', { name: 'Pin as note' });
    fireEvent.click(pin);
    fireEvent.click(pin);
    expect(write).toHaveBeenCalledTimes(1);
    await database.notes.put(note({ id: 'n1', text: 'Call her first\n\n(Chatwoot)' }));
    const card = await screen.findByRole('article', { name: /^Note by/ });
    fireEvent.click(pin);
    expect(write).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(document.activeElement).toBe(card));
  });

  it('go into the composer, behind what is typed there, when they are too long to pin', async () => {
    const text = 'x'.repeat(900);
    await database.nativeNotes.put({
      ...{ connectionId: 'cw', contactId: '1', id: '4', kind: 'note', text, fetchedAt: 9 },
    });
    await database.noteDrafts.put({ anchor: ref('cw/1'), noteId: '', text: 'mine', updatedAt: 1 });
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: 'Pin as note' }));
    expect(write).not.toHaveBeenCalled();
    const draft = { anchor: 'cw/1', noteId: '', text: `mine\n\n${text}\n\n(Chatwoot)` };
    expect(tell).toHaveBeenCalledWith('notes.draft', draft);
    const composer = await screen.findByRole('textbox', { name: 'New note' });
    await waitFor(() => expect(document.activeElement).toBe(composer));
  });

  it('do not tell our own copies a second time', async () => {
    await database.notes.put(note());
    await database.replicas.put(replica({ remoteId: 'copy' }));
    await database.messages.bulkPut([
      message({ connectionId: 'cw', contactId: '1', id: 'copy', kind: 'note', text: 'a copy' }),
      message({ connectionId: 'cw', contactId: '1', id: 'else', kind: 'note', text: 'of theirs' }),
    ]);
    renderTab();
    expect(await screen.findByText('of theirs')).toBeTruthy();
    expect(screen.queryByText('a copy')).toBeNull();
  });
});

describe('what a note knows of before', () => {
  it('says how many texts between the first and the last were not kept', async () => {
    const versions = Array.from({ length: 50 }, (_, index) => ({
      revision: 300 - index,
      text: `text ${300 - index}`,
      at: 300 - index,
    }));
    await database.notes.put(note({ text: 'now', versions, droppedVersions: 249 }));
    renderTab();
    fireEvent.click(await screen.findByRole('button', { name: '50 earlier versions' }));
    expect(await screen.findByText('249 versions between these were not kept.')).toBeTruthy();
  });

  it('has what stood in a helpdesk’s field before, to be put back', async () => {
    const fieldTexts = [{ contact: ref('ku/7'), text: 'Paid by card', at: 5 }];
    await database.notes.put(note({ id: 'n1', text: 'now', fieldTexts }));
    renderTab(knownInBoth);
    fireEvent.click(await screen.findByRole('button', { name: 'What was there before' }));
    expect(await screen.findByText('Paid by card')).toBeTruthy();
    tell.mockResolvedValueOnce({ kind: 'failed', message: 'No room left.' });
    fireEvent.click(screen.getByRole('button', { name: 'Put it back into Kustomer' }));
    await waitFor(() => expect(usePanelView.getState().notice.text).toBe('No room left.'));
    expect(tell).toHaveBeenCalledWith('notes.putBack', { noteId: 'n1', contact: 'ku/7' });
  });

  it('has nothing of what stood in the field of somebody who is another person', async () => {
    const fieldTexts = [{ contact: ref('ku/8'), text: 'Owes us money', at: 5 }];
    await database.notes.put(note({ id: 'n1', text: 'now', fieldTexts }));
    renderTab(knownInBoth);
    expect(await screen.findByText('now')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'What was there before' })).toBeNull();
  });

  it('that lost its line in a list is one note, shown once, until its words differ there', async () => {
    await database.notes.put(note({ id: 'n1', text: 'one' }));
    await database.replicas.put(
      replica({ state: 'removed-there', reason: 'line-removed', remoteId: '9' }),
    );
    const native = { connectionId: 'cw', contactId: '1', id: '9', kind: 'note' as const };
    await database.nativeNotes.put({ ...native, text: 'one', fetchedAt: 1 });
    renderTab();
    expect(await screen.findByText(/Its last line was removed in Chatwoot/)).toBeTruthy();
    expect(screen.getAllByText('one')).toHaveLength(1);
    await database.nativeNotes.put({ ...native, text: 'quite another', fetchedAt: 2 });
    expect(await screen.findByText('quite another')).toBeTruthy();
  });

  it('that is a copy of another person’s is told as one, and shown once when it is taken over', async () => {
    const native = { connectionId: 'cw', contactId: '1', id: 'copy:x.7/9', kind: 'note' as const };
    await database.nativeNotes.put({ ...native, text: 'Refund granted', fetchedAt: 1 });
    renderTab();
    expect(await screen.findByText(/a copy of a note about another person/)).toBeTruthy();
    expect(screen.queryByText(/Since anyone can write there/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Take over as a note' })).toBeTruthy();
    await database.notes.put(note({ id: 'n1', text: 'Refund granted' }));
    await database.replicas.put(replica({ state: 'waiting', remoteId: '9' }));
    await waitFor(() => expect(screen.queryByText(/about another person/)).toBeNull());
    expect(screen.getAllByText('Refund granted')).toHaveLength(1);
  });

  it('that only claims to be one is nobody’s, and can be taken over', async () => {
    const native = { connectionId: 'cw', contactId: '1', id: 'copy:x.7', kind: 'note' as const };
    await database.nativeNotes.put({ ...native, text: 'Refund granted', fetchedAt: 1 });
    renderTab();
    expect(await screen.findByText(/Since anyone can write there/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take over as a note' }));
    await waitFor(() =>
      expect(tell).toHaveBeenCalledWith('notes.adopt', {
        anchor: 'cw/1',
        contact: 'cw/1',
        nativeId: 'copy:x.7',
      }),
    );
  });
});
