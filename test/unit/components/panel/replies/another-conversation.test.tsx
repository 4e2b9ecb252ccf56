// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { RepliesTab } from '../../../../../components/panel/replies/RepliesTab';
import { useReplyDrafts } from '../../../../../components/panel/replies/reply-drafts';
import { mergePerson } from '../../../../../lib/identity/person';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';
import { contact, panelSnapshot, screenRow } from '../snapshots';
import { reply } from './samples';

const { write } = vi.hoisted(() => ({ write: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) =>
    type.startsWith('panel.') ? write(type, payload) : undefined,
  ),
}));

const inserted = { kind: 'inserted', mode: 'reply', length: 9, canUndo: true, pickerOpened: false };

/** What a tab shows of one contact, whose address names them as well as the conversation. */
function panel({ conversationId, tabId = 7 }: { conversationId?: string; tabId?: number }) {
  const { context } = screenRow();
  const row = screenRow({ tabId, context: { ...context, contactId: '1', conversationId } });
  return (
    <PanelProvider windowId={1} anchor={ref('cw/1')} snapshot={panelSnapshot({ screen: row })}>
      <RepliesTab person={mergePerson([contact()])} />
    </PanelProvider>
  );
}

beforeEach(async () => {
  write.mockResolvedValue(inserted);
  const about = { title: 'About', shortcut: 'about', body: 'About {{conversation.id}}' };
  await database.replies.bulkPut([
    reply({ ...about }),
    reply({ id: '2', title: 'Order', shortcut: 'order', body: 'Order {{ask.number}}' }),
    reply({ ...about, id: '3', title: 'Handover', shortcut: 'hand', audience: 'internal' }),
  ]);
});

afterEach(async () => {
  cleanup();
  write.mockReset();
  useReplyDrafts.setState({ fills: new Map() });
  await Promise.all(database.tables.map((table) => table.clear()));
});

const search = () => screen.findByRole<HTMLInputElement>('combobox', { name: /Find a canned/ });
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to insert' });
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const press = (field: HTMLElement, key: string, given = {}) =>
  act(async () => fireEvent.keyDown(field, { key, ...given }));

async function choose(shortcut: string, given = {}) {
  const field = await search();
  type(field, shortcut);
  await press(field, 'Enter', given);
}

it('a text that is being written for one conversation does not go into another one', async () => {
  const { rerender } = render(panel({ conversationId: '41' }));
  await choose('about', { ctrlKey: true });
  expect(box().value).toBe('About 41');
  type(box(), 'Once more about 41');
  rerender(panel({ conversationId: '42' }));
  await choose('about', { ctrlKey: true });
  expect(box().value).toBe('About 42');
  await press(box(), 'Enter', { ctrlKey: true });
  expect(write).toHaveBeenCalledTimes(1);
  expect(write.mock.lastCall?.[1]).toMatchObject({ tabId: 7, conversationId: '42' });
  expect(JSON.stringify(write.mock.lastCall)).toContain('About 42');
  // It is still there where it was begun.
  rerender(panel({ conversationId: '41' }));
  await choose('about', { ctrlKey: true });
  expect(box().value).toBe('Once more about 41');
});

it('a question about one conversation is not answered in another one', async () => {
  const { rerender } = render(panel({ conversationId: '41' }));
  await choose('hand');
  expect(screen.getByRole('alertdialog')).toBeTruthy();
  rerender(panel({ conversationId: '42' }));
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

it('what is typed stays while the page only tells later which conversation it shows', async () => {
  const { rerender } = render(panel({}));
  type(await search(), 'order');
  rerender(panel({ conversationId: '41' }));
  expect((await search()).value).toBe('order');
  cleanup();
  const again = render(panel({}));
  await choose('order');
  const question = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Number' });
  type(question(), '4711');
  again.rerender(panel({ conversationId: '41' }));
  expect(question().value).toBe('4711');
  cleanup();
  // What was half filled in belongs to that conversation now, and to no other.
  const later = render(panel({ conversationId: '42' }));
  await choose('order');
  expect(question().value).toBe('');
  later.rerender(panel({ conversationId: '41' }));
  await choose('order');
  expect(question().value).toBe('4711');
});

it('a text that was inserted is not kept under the name the conversation got meanwhile', async () => {
  const fills = () => [...useReplyDrafts.getState().fills.values()];
  let answer: (outcome: unknown) => void = () => undefined;
  write.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const { rerender } = render(panel({}));
  await choose('about', { ctrlKey: true });
  type(box(), 'Changed by hand');
  await press(box(), 'Enter', { ctrlKey: true });
  rerender(panel({ conversationId: '41' }));
  expect(fills()).toMatchObject([{ body: 'Changed by hand' }]);
  await act(async () => answer(inserted));
  expect(fills()).toEqual([]);
});

it('an insertion is taken back only beside the tab it went to', async () => {
  const { rerender } = render(panel({ conversationId: '41', tabId: 8 }));
  await choose('about');
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
  rerender(panel({ conversationId: '41', tabId: 7 }));
  await search();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
