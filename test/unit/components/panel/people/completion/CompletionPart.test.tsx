// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CompletionPart } from '../../../../../../components/panel/people/completion/CompletionPart';
import type { CompletionOutcome } from '../../../../../../lib/messaging/completion-commands';
import { send } from '../../../../../../lib/messaging/send';
import { database } from '../../../../../../lib/storage/database';
import { forget, inKustomer, onScreen, show, twoRecords } from '../person';

vi.mock('../../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../../lib/messaging/send')>()),
  send: vi.fn(),
}));

const keyOf = ({ connectionId, id }: typeof onScreen) => ({ connectionId, id });
const offer = {
  ...{ field: 'email', source: keyOf(inKustomer), target: keyOf(onScreen), isByHand: false },
};
const one = { ...offer, value: 'ana@example.com' };
const other = { ...offer, value: 'ana.lind@example.com' };

/** What the worker answers to each command, and what it was asked to write. */
function answering(offers: unknown[], ...outcomes: CompletionOutcome[]) {
  const written: unknown[] = [];
  vi.mocked(send).mockImplementation(async (_table, type, payload) => {
    if (type === 'completion.offers') return offers;
    written.push(payload);
    return outcomes.shift() ?? { kind: 'done' };
  });
  return written;
}

beforeEach(() => {
  vi.mocked(send).mockReset();
});

afterEach(async () => {
  cleanup();
  await database.contactWrites.clear();
  await forget();
});

const open = () => show(twoRecords(), <CompletionPart contacts={[onScreen, inKustomer]} />);
const write = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Write the value…' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Write' }));
};

it('chooses nothing by itself, one value for a field, and sends nothing before the confirmation', async () => {
  const written = answering([one, other]);
  open();
  const boxes = await screen.findAllByRole<HTMLInputElement>('checkbox');
  // Where a value goes has to be read whole.
  expect(document.querySelector('legend .truncate')).toBeNull();
  expect(boxes.map(({ checked }) => checked)).toEqual([false, false]);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Write/ }).disabled).toBe(true);
  for (const box of boxes) fireEvent.click(box);
  expect(boxes.map(({ checked }) => checked)).toEqual([false, true]);
  fireEvent.click(screen.getByRole('button', { name: 'Write the value…' }));
  expect((await screen.findByRole('alertdialog')).textContent).toContain('ana.lind@example.com');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(written).toEqual([]);
});

it('shows both values where something else stands there, and replaces it only on a word', async () => {
  const conflict = { kind: 'conflict', current: 'theirs@example.com', canReplace: true } as const;
  const written = answering([one], conflict, { kind: 'done' });
  open();
  fireEvent.click(await screen.findByRole('checkbox'));
  await write();
  const both = await screen.findByText('“theirs@example.com”');
  expect(both.parentElement?.textContent).toContain('“ana@example.com”');
  expect(written).toHaveLength(1);
  expect(written[0]).not.toHaveProperty('shown');
  fireEvent.click(screen.getByRole('button', { name: 'Replace with yours' }));
  await screen.findByText('E-mail: Written into Chatwoot.');
  expect(written[1]).toMatchObject({ value: 'ana@example.com', shown: 'theirs@example.com' });
});

it('leaves theirs, and offers no replacing where that is not ours to change', async () => {
  const written = answering([one], { kind: 'conflict', current: 'x@y.example', canReplace: false });
  open();
  fireEvent.click(await screen.findByRole('checkbox'));
  await write();
  fireEvent.click(await screen.findByRole('button', { name: 'Keep theirs' }));
  await waitFor(() => expect(screen.queryByText('“x@y.example”')).toBeNull());
  expect(screen.queryByRole('button', { name: 'Replace with yours' })).toBeNull();
  expect(written).toHaveLength(1);
});

it('says why a value cannot be written, and does not let it be chosen', async () => {
  answering([{ ...one, obstacle: 'The key lacks the right “customer.update”.' }]);
  open();
  expect((await screen.findByRole<HTMLInputElement>('checkbox')).disabled).toBe(true);
  screen.getByText('The key lacks the right “customer.update”.');
  expect(screen.queryByRole('button', { name: /^Write/ })).toBeNull();
});
