// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RepliesSection } from '../../../../../../components/options/replies/RepliesSection';
import type { BulkItemRow, BulkRunRow } from '../../../../../../lib/model/bulk-run';
import { database } from '../../../../../../lib/storage/database';
import { eventually } from '../../../../eventually';
import { reply } from '../../../panel/replies/samples';
import { connection, platform } from '../../../panel/snapshots';

const { sent } = vi.hoisted(() => ({ sent: vi.fn() }));
vi.mock('../../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) =>
    type.startsWith('bulk.') ? sent(type, payload) : undefined,
  ),
}));

const none = { same: 0, refused: 0, open: 0, done: 0, left: 0, undone: 0, kept: 0 };
const planned: BulkRunRow = {
  id: 'run',
  kind: 'publish',
  target: 'cw',
  sources: ['cw'],
  state: 'planned',
  phase: 'do',
  counts: { ...none, open: 300, refused: 1 },
  acts: { add: 299, change: 1, remove: 0 },
  failures: 0,
  createdAt: 1,
};
const item: BulkItemRow = {
  run: 'run',
  position: 0,
  source: 'cw',
  act: 'change',
  state: 'open',
  name: 'Hours',
  content: reply({ body: 'We open at nine.' }),
  base: reply({ source: 'cw', body: 'We open at eight.' }),
  lost: ['tags'],
};

beforeEach(async () => {
  sent.mockResolvedValue({ kind: 'ok', id: 'run' });
  await database.bulkRuns.put(planned);
  await database.bulkItems.bulkPut([
    item,
    { ...item, position: 1, state: 'refused', name: 'hello', why: 'Differs in case only.' },
  ]);
});

afterEach(async () => {
  cleanup();
  sent.mockReset();
  await Promise.all(database.tables.map((table) => table.clear()));
});

async function show(run: Partial<BulkRunRow> = {}) {
  await database.bulkRuns.put({ ...planned, ...run });
  render(
    <RepliesSection
      platforms={[platform('chatwoot', 'Chatwoot')]}
      connections={[connection('cw', 'chatwoot', 'Support')]}
    />,
  );
  await screen.findByRole('heading', { name: /Publish to Chatwoot \(Support\)/ });
}

const press = (name: string) =>
  act(async () => fireEvent.click(await screen.findByRole('button', { name })));

it('shows what a run would do, and does it on one confirmation', async () => {
  await show();
  expect(screen.getByText('299 to add, 1 to change and 1 refused.')).toBeTruthy();
  expect(await screen.findByText('We open at eight.')).toBeTruthy();
  expect(screen.getByText(/Not kept: tags\. We open at nine\./)).toBeTruthy();
  expect(screen.getByText('Differs in case only.')).toBeTruthy();
  await press('Confirm');
  expect(sent).toHaveBeenCalledWith('bulk.act', { run: 'run', action: 'start' });
});

it('tells how far it is, and ends it when asked', async () => {
  await show({ state: 'running', counts: { ...none, open: 180, done: 119, left: 1 } });
  expect(screen.getByText('120 of 300')).toBeTruthy();
  await press('Cancel');
  expect(sent).toHaveBeenCalledWith('bulk.act', { run: 'run', action: 'stop' });
});

it('says why it stopped, goes on, and takes all of it back', async () => {
  const message = 'The key for Chatwoot does not allow this.';
  await show({ state: 'stopped', message, counts: { ...none, open: 180, done: 120 } });
  expect(screen.getByRole('alert').textContent).toBe(message);
  expect(screen.getByText('120 done and 180 not done.')).toBeTruthy();
  await press('Continue');
  await press('Undo everything');
  expect(sent.mock.calls.map(([, payload]) => payload)).toEqual([
    { run: 'run', action: 'go-on' },
    { run: 'run', action: 'undo' },
  ]);
});

it('says what does not come back where responses were deleted', async () => {
  const desk = platform('chatwoot', 'Chatwoot');
  const capabilities = { ...desk.capabilities, notMadeAgain: ['attachments'] };
  const loss = 'Responses restored in Chatwoot come back without attachments.';
  const shown = async (run: Partial<BulkRunRow>) => {
    cleanup();
    await database.bulkRuns.put({ ...planned, ...run });
    render(
      <RepliesSection
        platforms={[{ ...desk, capabilities }]}
        connections={[connection('cw', 'chatwoot', 'Support')]}
      />,
    );
    await screen.findByRole('button', { name: 'Copy summary' });
    return screen.queryByText(loss) !== null;
  };
  const ended = { state: 'ended', counts: { ...none, done: 300 } } as const;
  expect(await shown({ ...ended, kind: 'remove', target: undefined })).toBe(true);
  expect(await shown({ ...ended, kind: 'move', target: 'own', sources: ['own', 'cw'] })).toBe(true);
  expect(await shown({ ...ended, kind: 'move', sources: ['own', 'cw'] })).toBe(false);
  expect(await shown({ ...ended, kind: 'publish' })).toBe(false);
});

it('copies a summary with everything that needs somebody’s eye first', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await show({ state: 'ended', counts: { ...none, done: 1, refused: 1 } });
  await press('Copy summary');
  await eventually(() => expect(copied).toHaveBeenCalled());
  expect(copied.mock.calls[0]?.[0]).toBe(
    'Publish to Chatwoot (Support)\n1 done and 1 refused.\n\nRefused: hello – Differs in case only.\nChange: Hours\n',
  );
});

it.each([
  ['it worked', () => Promise.resolve(), 'Copied'],
  ['the browser refused', () => Promise.reject(new Error('not in front')), 'Copying failed'],
])('says beside “Copy summary” that %s', async (_case, outcome, words) => {
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(outcome);
  await show({ state: 'ended', counts: { ...none, done: 1 } });
  await press('Copy summary');
  expect(await screen.findByText(words)).toBeTruthy();
});

it('keeps the keyboard where its buttons change, and in the section when it is closed', async () => {
  await show();
  const pressByKey = async (name: string) => {
    (await screen.findByRole('button', { name })).focus();
    await press(name);
  };
  await pressByKey('Confirm');
  await act(async () => database.bulkRuns.put({ ...planned, state: 'running' }));
  await eventually(() =>
    expect(document.activeElement).toBe(
      screen.getByRole('region', { name: /^Publish to Chatwoot/ }),
    ),
  );
  await act(async () => database.bulkRuns.put({ ...planned, state: 'ended' }));
  await pressByKey('Close');
  await act(async () => database.bulkRuns.clear());
  await eventually(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'All' })),
  );
});
