// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RepliesSection } from '../../../../../components/options/replies/RepliesSection';
import { OWN_SOURCE } from '../../../../../lib/model/reply';
import { database } from '../../../../../lib/storage/database';
import { reply } from '../../panel/replies/samples';
import { connection, platform } from '../../panel/snapshots';

const { write } = vi.hoisted(() => ({ write: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) =>
    type === 'replies.refresh' ? undefined : write(type, payload),
  ),
}));

const complete = { state: 'complete', dropped: 0, checkedAt: 0 } as const;

beforeEach(async () => {
  write.mockResolvedValue({ kind: 'ok' });
  await database.replies.put(reply());
  await database.replySources.put({
    source: 'cw',
    writable: true,
    dropped: [],
    coverage: complete,
  });
});

afterEach(async () => {
  cleanup();
  write.mockReset();
  await Promise.all(database.tables.map((table) => table.clear()));
});

async function press(name: string | RegExp) {
  await act(async () => fireEvent.click(await screen.findByRole('button', { name })));
}

async function choose(name: string, table = `shortcut,body\n${name},Text of ${name}\n`) {
  const file = new File([table], `${name}.csv`);
  const field = screen.getByLabelText(/A JSON or CSV file into My library/);
  await act(async () => {
    fireEvent.change(field, { target: { files: [file] } });
  });
  await screen.findByText(new RegExp(`${name}\\.csv`));
}

async function show() {
  render(
    <RepliesSection
      platforms={[platform('chatwoot', 'Chatwoot')]}
      connections={[connection('cw', 'chatwoot', 'Support')]}
    />,
  );
  await screen.findByRole('list', { name: 'Responses' });
  await press('Import and export');
}

const target = () => screen.findByRole<HTMLSelectElement>('combobox', { name: 'Import into' });

/** A file was chosen, and an account to import it into. */
async function showFirst() {
  await show();
  await choose('first');
  fireEvent.change(await target(), { target: { value: 'cw' } });
}

async function plan() {
  await press(/^Preview for/);
  await waitFor(() => expect(write).toHaveBeenCalledWith('bulk.plan', expect.anything()));
}

it('imports into My library once the account that was chosen is disconnected', async () => {
  await showFirst();
  expect(screen.queryByText(/first\.csv/)).toBeNull();
  await act(async () => database.replySources.delete('cw'));
  expect(await screen.findByText(/first\.csv/)).toBeTruthy();
  await press('Import');
  await waitFor(() => expect(write).toHaveBeenCalledWith('replies.import', expect.anything()));
});

describe('a file that was looked at and not imported yet', () => {
  const isAskedAbout = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it.each(['Import', 'Cancel'])(
    'is asked about before the page closes, until “%s”',
    async (name) => {
      await show();
      expect(isAskedAbout()).toBe(false);
      await choose('first');
      expect(isAskedAbout()).toBe(true);
      await press(name);
      await waitFor(() => expect(screen.queryByText(/first\.csv/)).toBeNull());
      expect(isAskedAbout()).toBe(false);
    },
  );

  it('is not asked about where there is nothing to import', async () => {
    await show();
    await choose('first', 'shortcut,body\nfirst,\n');
    expect(isAskedAbout()).toBe(false);
  });

  it('is compared again with the responses that there are by now', async () => {
    await show();
    await choose('first');
    const row = async () => (await screen.findByText(/first\.csv/)).closest('p')?.textContent;
    expect(await row()).toBe('first.csv: 1 to add, 0 to change, 0 left out.');
    await act(async () =>
      database.replies.put(
        reply({ source: OWN_SOURCE, id: 'o', shortcut: 'first', title: 'first' }),
      ),
    );
    await waitFor(async () =>
      expect(await row()).toBe('first.csv: 0 to add, 1 to change, 0 left out.'),
    );
  });

  it('is there again after another part of the section was looked at', async () => {
    await showFirst();
    await press('Duplicates');
    expect(screen.queryByRole('combobox', { name: 'Import into' })).toBeNull();
    expect(isAskedAbout()).toBe(true);
    await press('Import and export');
    expect((await target()).value).toBe('cw');
    await plan();
  });
});

describe('a file chosen while something is done with the one before', () => {
  let answer: (outcome: unknown) => void = () => undefined;
  beforeEach(() => {
    write.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
  });

  it('stays on screen when the plan for the one before arrives', async () => {
    await showFirst();
    await plan();
    fireEvent.change(await target(), { target: { value: 'own' } });
    await choose('second');
    await act(async () => answer({ kind: 'ok', id: 'run' }));
    expect(screen.getByText(/second\.csv/)).toBeTruthy();
  });

  it('is the same file where only how it is to be inserted was changed', async () => {
    await showFirst();
    await plan();
    fireEvent.change(await target(), { target: { value: 'own' } });
    const asWritten = await screen.findByRole<HTMLInputElement>('checkbox', {
      name: /exactly as written/,
    });
    fireEvent.click(asWritten);
    await waitFor(() => expect(asWritten.checked).toBe(true));
    await act(async () => answer({ kind: 'ok', id: 'run' }));
    expect(screen.queryByText(/first\.csv/)).toBeNull();
  });

  it.each([
    ['is imported', { kind: 'ok' }, '1 response imported.'],
    ['is not', { kind: 'failed', message: 'No storage left.' }, 'No storage left.'],
  ])('stays on screen when the one before %s, which is told', async (_case, outcome, words) => {
    await show();
    await choose('first');
    await press('Import');
    await choose('second');
    await act(async () => answer(outcome));
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/second\.csv/)).toBeTruthy();
  });
});
