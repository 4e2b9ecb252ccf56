// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RepliesSection } from '../../../../../../components/options/replies/RepliesSection';
import { database } from '../../../../../../lib/storage/database';
import { reply } from '../../../panel/replies/samples';
import { connection, platform } from '../../../panel/snapshots';

const { sent } = vi.hoisted(() => ({ sent: vi.fn() }));
vi.mock('../../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) =>
    type.startsWith('bulk.') ? sent(type, payload) : undefined,
  ),
}));

const complete = { state: 'complete', dropped: 0, checkedAt: 0 } as const;
const names = ['Ask', 'Bye', 'Call', 'Done'];

beforeEach(async () => {
  sent.mockResolvedValue({ kind: 'ok', id: 'run' });
  await database.replySources.put({
    ...{ source: 'cw', writable: true, dropped: [], coverage: complete },
  });
  await database.replies.bulkPut(
    names.map((title) => reply({ id: title, title, shortcut: title, body: title })),
  );
});

afterEach(async () => {
  cleanup();
  sent.mockReset();
  await Promise.all(database.tables.map((table) => table.clear()));
});

async function show() {
  render(
    <RepliesSection
      platforms={[platform('chatwoot', 'Chatwoot')]}
      connections={[connection('cw', 'chatwoot', 'Support')]}
    />,
  );
  const list = await screen.findByRole('list', { name: 'Responses' });
  const box = (name: string) =>
    within(list).getByRole<HTMLInputElement>('checkbox', { name: `Select: ${name}` });
  const chosen = () => names.filter((name) => box(name).checked);
  return { box, chosen };
}

const press = (name: RegExp) =>
  act(async () => fireEvent.click(await screen.findByRole('button', { name })));

it('selects by mouse, with Shift a range, and by keyboard', async () => {
  const { box, chosen } = await show();
  fireEvent.click(box('Ask'));
  expect(chosen()).toEqual(['Ask']);
  fireEvent.click(box('Call'), { shiftKey: true });
  expect(chosen()).toEqual(['Ask', 'Bye', 'Call']);
  expect(await screen.findByText('3 selected')).toBeTruthy();
  fireEvent.keyDown(box('Bye'), { key: 'Escape' });
  expect(chosen()).toEqual([]);
  fireEvent.keyDown(box('Bye'), { key: 'a', ctrlKey: true });
  expect(chosen()).toEqual(names);
});

it('asks for a preview of what was chosen, and changes nothing itself', async () => {
  const { box, chosen } = await show();
  fireEvent.click(box('Ask'));
  fireEvent.click(box('Done'));
  await press(/^Publish/);
  const replies = ['Ask', 'Done'].map((id) => ({ source: 'own', id }));
  expect(sent.mock.calls[0]).toEqual([
    'bulk.plan',
    expect.objectContaining({ kind: 'publish', target: 'cw', replies }),
  ]);
  expect(chosen()).toEqual([]);

  await press(/^Select all 4/);
  fireEvent.change(await screen.findByRole('textbox', { name: /^Tags to add/ }), {
    target: { value: 'vip，- old ,new；－旧' },
  });
  await press(/^Change tags/);
  expect(sent.mock.calls[1]?.[1]).toMatchObject({
    kind: 'tag',
    tags: { add: ['vip', 'new'], remove: ['old', '旧'] },
  });
  fireEvent.click(box('Ask'));
  await press(/^Delete…/);
  expect(sent.mock.calls[2]?.[1]).toMatchObject({ kind: 'remove' });
  expect(sent.mock.calls[2]?.[1]).not.toHaveProperty('target');
});

it('says why nothing could be previewed, and keeps the selection', async () => {
  sent.mockResolvedValue({ kind: 'failed', message: 'Chatwoot cannot be reached.' });
  const { box, chosen } = await show();
  fireEvent.click(box('Ask'));
  await press(/^Move…/);
  expect(screen.getByText('Chatwoot cannot be reached.')).toBeTruthy();
  expect(chosen()).toEqual(['Ask']);
});

it('names no target whose connection is gone', async () => {
  const { box } = await show();
  fireEvent.click(box('Ask'));
  const target = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Where to' });
  expect(target.value).toBe('cw');
  await act(async () => {
    await database.replySources.delete('cw');
  });
  await waitFor(() => expect(within(target).getAllByRole('option')).toHaveLength(1));
  await press(/^Publish/);
  expect(sent.mock.calls[0]?.[1]).toMatchObject({ kind: 'publish', target: 'own' });
});
