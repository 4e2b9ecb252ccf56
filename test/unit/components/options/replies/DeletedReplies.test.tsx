// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { DeletedReplies } from '../../../../../components/options/replies/DeletedReplies';
import type { ManagedLibrary } from '../../../../../components/options/replies/use-managed-library';
import { database } from '../../../../../lib/storage/database';
import { reply } from '../../panel/replies/samples';
import { connection, platform } from '../../panel/snapshots';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: answer,
}));

afterEach(async () => {
  cleanup();
  answer.mockReset();
  await database.replies.clear();
});

const kustomer = platform('kustomer', 'Kustomer');
const partial = {
  ...kustomer,
  capabilities: { ...kustomer.capabilities, notMadeAgain: ['attachments'] },
};
const said: string[] = [];
const library: ManagedLibrary = {
  replies: [],
  sources: [],
  platforms: new Map([
    ['chatwoot', platform('chatwoot', 'Chatwoot')],
    ['kustomer', partial],
  ]),
  connections: new Map([
    ['cw', connection('cw', 'chatwoot', 'Support')],
    ['k', connection('k', 'kustomer', 'acme')],
  ]),
  notice: { words: '' },
  say: (words) => said.push(words),
  isWritable: () => true,
  usesOf: () => 0,
  deletionText: () => '',
};

it('brings back what was deleted from here, the last deleted first, and says what became of it', async () => {
  await database.replies.bulkPut([
    reply({ id: '1', title: 'Mine', deletedAt: 5 }),
    reply({ source: 'cw', id: '2', title: 'Theirs', deletedAt: 9 }),
    reply({ id: '3', title: 'Kept' }),
  ]);
  const { container } = render(<DeletedReplies library={library} />);
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('Theirs'),
    expect.stringContaining('Mine'),
  ]);
  expect(container.textContent).not.toContain('come back without');
  const press = (name: string) =>
    act(async () => fireEvent.click(screen.getByRole('button', { name })));
  answer.mockResolvedValue({ kind: 'ok', id: '8' });
  await press('Bring back: Theirs');
  await press('Bring back: Mine');
  answer.mockResolvedValue({ kind: 'failed', message: 'Chatwoot cannot be reached.' });
  await press('Bring back: Theirs');
  expect(said).toEqual([
    '“Theirs” is in Chatwoot (Support) again, as a new response with the same shortcut and text.',
    '“Mine” is back.',
    'Chatwoot cannot be reached.',
  ]);
});

it('says before it is brought back, and afterwards, what does not come back', async () => {
  await database.replies.put(reply({ source: 'k', id: '1', title: 'Parcel', deletedAt: 5 }));
  render(<DeletedReplies library={library} />);
  const loss = 'Responses restored in Kustomer come back without attachments.';
  expect(await screen.findByText(loss)).toBeTruthy();
  answer.mockResolvedValue({ kind: 'ok', id: '8' });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /Parcel/ })));
  expect(said.at(-1)).toContain(loss);
});

it('brings back once what is pressed twice: the second answer would deny the first', async () => {
  await database.replies.put(reply({ source: 'cw', id: '2', title: 'Theirs', deletedAt: 9 }));
  render(<DeletedReplies library={library} />);
  answer.mockReturnValue(new Promise(() => undefined));
  const button = await screen.findByRole('button', { name: 'Bring back: Theirs' });
  fireEvent.click(button);
  fireEvent.click(button);
  expect(answer).toHaveBeenCalledTimes(1);
});

it('passes the focus on to the next one when one is brought back', async () => {
  await database.replies.bulkPut([
    reply({ id: '1', title: 'Mine', deletedAt: 5 }),
    reply({ id: '2', title: 'Other', deletedAt: 9 }),
  ]);
  render(<DeletedReplies library={library} />);
  answer.mockResolvedValue({ kind: 'ok', id: '2' });
  const button = await screen.findByRole('button', { name: 'Bring back: Other' });
  button.focus();
  await act(async () => fireEvent.click(button));
  await act(() => database.replies.put(reply({ id: '2', title: 'Other' })));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Bring back: Mine' })),
  );
});
