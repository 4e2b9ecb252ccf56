// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RepliesSection } from '../../../../../components/options/replies/RepliesSection';
import type { Reply } from '../../../../../lib/model/reply';
import { database } from '../../../../../lib/storage/database';
import { reply } from '../../panel/replies/samples';
import { connection, platform } from '../../panel/snapshots';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => ({ kind: 'ok' })),
}));

const named = (title: string, more: Partial<Reply> = {}) =>
  reply({ source: 'cw', id: title, title, shortcut: title, body: `Refund ${title}`, ...more });

beforeEach(async () => {
  await database.replySources.bulkPut(
    ['cw', 'ku'].map((source) => ({
      ...{ source, writable: true, dropped: [] },
      coverage: { state: 'complete', dropped: 0, checkedAt: 0 } as const,
    })),
  );
  await database.replies.bulkPut([
    ...['a', 'b', 'c'].map((title) => named(title)),
    named('other', { body: 'Greeting' }),
    named('k', { source: 'ku' }),
  ]);
});

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

async function show() {
  render(
    <RepliesSection
      platforms={[platform('chatwoot', 'Chatwoot'), platform('kustomer', 'Kustomer')]}
      connections={[connection('cw', 'chatwoot', 'Support'), connection('ku', 'kustomer', 'Shop')]}
    />,
  );
  const list = await screen.findByRole('list', { name: 'Responses' });
  const names = () =>
    within(list)
      .getAllByRole<HTMLInputElement>('checkbox')
      .map((box) => `${box.getAttribute('aria-label')?.slice(-1)}${box.checked ? ' chosen' : ''}`)
      .sort();
  const search = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search the responses' });
  const source = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Only this source' });
  return { list, names, search, source };
}

/** What reading a source again stores. */
const colleague = (work: () => Promise<unknown>) =>
  act(async () => {
    await work();
  });

it('keeps search, source and selection while colleagues change what is listed', async () => {
  const { list, names, search, source } = await show();
  fireEvent.change(search, { target: { value: 'refund' } });
  fireEvent.change(source, { target: { value: 'cw' } });
  for (const name of ['a', 'b']) {
    fireEvent.click(within(list).getByRole('checkbox', { name: `Select: ${name}` }));
  }
  expect(names()).toEqual(['a chosen', 'b chosen', 'c']);
  await colleague(() =>
    database.transaction('rw', database.replies, async () => {
      await database.replies.put(named('a', { body: 'Refund, rewritten' }));
      await database.replies.delete(['cw', 'c']);
      await database.replies.bulkPut([named('n'), named('m', { body: 'Greeting, too' })]);
    }),
  );
  await waitFor(() => expect(names()).toEqual(['a chosen', 'b chosen', 'n']));
  expect(within(list).getByText(/rewritten/)).toBeTruthy();
  expect([search.value, source.value]).toEqual(['refund', 'cw']);
  expect(await screen.findByText('2 selected')).toBeTruthy();
  // One that does not match any more stays selected; one that is gone does not.
  await colleague(() => database.replies.put(named('a', { body: 'Else' })));
  await waitFor(() => expect(names()).toEqual(['b chosen', 'n']));
  expect(screen.getByText('2 selected')).toBeTruthy();
  await colleague(() => database.replies.delete(['cw', 'b']));
  await waitFor(() => expect(screen.getByText('1 selected')).toBeTruthy());
  fireEvent.change(search, { target: { value: '' } });
  expect(names()).toEqual(['a chosen', 'm', 'n', 'r']);
});

it('keeps an edit that is not saved, and what is selected beside it', async () => {
  const { list, names } = await show();
  fireEvent.click(within(list).getByRole('checkbox', { name: 'Select: b' }));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Edit: a' })));
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
  fireEvent.change(field, { target: { value: 'Mine' } });
  await colleague(() => database.replies.bulkPut([named('a', { body: 'Theirs' }), named('n')]));
  await waitFor(() => expect(names()).toContain('n'));
  expect(field.value).toBe('Mine');
  expect(names()).toContain('b chosen');
});

it('lists all again when the source that was chosen has nothing left', async () => {
  const { names, source } = await show();
  fireEvent.change(source, { target: { value: 'ku' } });
  expect(names()).toEqual(['k']);
  await colleague(() => database.replies.delete(['ku', 'k']));
  await waitFor(() => expect(names()).toEqual(['a', 'b', 'c', 'r']));
  expect(source.value).toBe('');
});
