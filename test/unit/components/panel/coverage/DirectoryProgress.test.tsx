// @vitest-environment happy-dom
import { historyCommands } from '../../../../../lib/messaging/history-commands';
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DirectoryProgress } from '../../../../../components/panel/coverage/DirectoryProgress';
import { send } from '../../../../../lib/messaging/send';
import type { DirectoryRow } from '../../../../../lib/model/reading-progress';
import { database } from '../../../../../lib/storage/database';

vi.mock('../../../../../lib/messaging/send', () => ({ send: vi.fn(async () => undefined) }));

afterEach(async () => {
  cleanup();
  await database.directories.clear();
  vi.mocked(send).mockClear();
});

async function show(job: DirectoryRow['job']) {
  await database.directories.put({
    connectionId: 'cp',
    reachedEnd: job === 'done',
    indexed: 2_400,
    dropped: 0,
    job,
  });
  render(<DirectoryProgress connectionId="cp" platformLabel="Visits" now={1_000} />);
  await screen.findByText(/2,400 visitors indexed/);
}

describe('DirectoryProgress', () => {
  it.each([
    ['running', ['Pause', 'Cancel']],
    ['paused', ['Continue', 'Cancel']],
    [undefined, ['Start']],
    ['done', []],
  ] as const)('offers, while %s: %s', async (job, names) => {
    await show(job);
    const buttons = screen.queryAllByRole('button').map((button) => button.textContent?.trim());
    expect(buttons).toEqual(names);
  });

  it.each([
    ['running', 'Pause', 'pause'],
    ['running', 'Cancel', 'cancel'],
    ['paused', 'Continue', 'start'],
    [undefined, 'Start', 'start'],
  ] as const)('sends, while %s, on %s', async (job, name, action) => {
    await show(job);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(send).toHaveBeenCalledWith(historyCommands, 'panel.directory', {
      connectionId: 'cp',
      action,
    });
  });

  it('says why it waits, and why it paused by itself', async () => {
    await show('running');
    await database.directories.update('cp', { problem: 'rate-limited', retryAt: 121_000 });
    expect(
      await screen.findByText(
        /Waiting to continue. Visits is receiving too many requests. The next try is in 2 min/,
      ),
    ).toBeTruthy();
    await database.directories.update('cp', { job: 'paused', problem: 'wrong-key' });
    expect(await screen.findByText(/Visits refused the key. Enter a current key/)).toBeTruthy();
  });

  it('follows the job', async () => {
    await show('running');
    await database.directories.update('cp', { indexed: 2_500, job: 'paused' });
    expect(await screen.findByText('2,500 visitors indexed. Paused.')).toBeTruthy();
  });
});
