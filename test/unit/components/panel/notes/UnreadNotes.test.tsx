// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Coverage } from '../../../../../lib/model/coverage';
import type { NotesFailure, SourceRow } from '../../../../../lib/model/screen';
import { database } from '../../../../../lib/storage/database';
import { changeSettings } from '../../../../../lib/storage/settings';
import { note } from '../../../notes/note-rows';
import { ref } from '../../../refs';
import { noteSnapshot, renderTab } from './scene';

const { tell } = vi.hoisted(() => ({ tell: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) => tell(type, payload)),
}));

const failed = (more: Partial<Coverage>): Coverage => ({
  ...{ state: 'unreachable', dropped: 0, checkedAt: 1 },
  ...more,
});

function withSource(unreadNotes: NotesFailure[], contactIds = ['1']) {
  const key = { anchor: ref('cw/1'), connectionId: 'cw', contactIds };
  const source: SourceRow = { ...key, phase: 'settled', updatedAt: 1, unreadNotes };
  return { ...noteSnapshot, sources: [source] };
}

beforeEach(() => {
  fakeBrowser.reset();
  tell.mockReset().mockResolvedValue(undefined);
});

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

describe('notes that could not be read', () => {
  it('say which helpdesk, why and what to do, and are asked for again by a button', async () => {
    const failure = failed({ reason: 'server-error', httpStatus: 500 });
    renderTab(withSource([{ contactId: '1', failure }]));
    const status = await screen.findByText(/The notes in Chatwoot could not be read\./);
    expect(status.textContent).toContain('server reported an error (500). The problem is on');
    tell.mockClear();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(tell).toHaveBeenCalledWith('notes.refresh', { anchor: 'cw/1' });
  });

  it('lead to the settings where a key is the trouble', async () => {
    const failure = failed({ state: 'unauthorised', reason: 'wrong-key' });
    renderTab(withSource([{ contactId: '1', failure }]));
    expect(await screen.findByText(/Chatwoot refused the key\./)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Open settings' }));
    expect(tell).toHaveBeenCalledWith('panel.open-settings', { platform: 'chatwoot' });
  });

  it('of somebody else by now are not spoken of', async () => {
    renderTab(withSource([{ contactId: 'gone', failure: 'no-handle' }]));
    await screen.findByText(/No notes about this person are known here yet/);
    expect(screen.queryByText(/could not be read/)).toBeNull();
  });
});

describe('what is said where there is no note', () => {
  it('claims no more than what is known, and where a new one goes', async () => {
    renderTab();
    const empty = await screen.findByText(/No notes about this person are known here yet\./);
    expect(empty.textContent).toContain('kept in the helpdesks chosen for it');
  });

  it('is not that there is none beside notes of the helpdesk’s own', async () => {
    const key = { connectionId: 'cw', contactId: '1', id: '9', kind: 'note' as const };
    await database.nativeNotes.put({ ...key, text: 'VIP', fetchedAt: 1 });
    renderTab();
    expect(await screen.findByText('VIP')).toBeTruthy();
    expect(screen.queryByText(/No notes about this person/)).toBeNull();
  });

  it('speaks of this browser where new notes stay there', async () => {
    await changeSettings({ noteScope: 'browser' });
    renderTab();
    expect(await screen.findByText(/What you write here stays in this browser/)).toBeTruthy();
    expect(screen.queryByText(/in the helpdesks chosen/)).toBeNull();
  });

  it('is nothing beside a note', async () => {
    await database.notes.put(note());
    renderTab();
    expect(await screen.findByRole('article')).toBeTruthy();
    expect(screen.queryByText(/What you write here/)).toBeNull();
  });
});
