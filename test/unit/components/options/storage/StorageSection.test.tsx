// @vitest-environment happy-dom
import { optionsCommands } from '../../../../../lib/messaging/options-commands';
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StorageSection } from '../../../../../components/options/storage/StorageSection';
import { CommandError, send } from '../../../../../lib/messaging/send';
import { database } from '../../../../../lib/storage/database';
import { changeSettings } from '../../../../../lib/storage/settings';
import { conversation, message } from '../../../timeline/samples';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const choice = () => screen.findByRole<HTMLSelectElement>('combobox');

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(send).mockReset().mockResolvedValue(undefined);
});

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

describe('StorageSection', () => {
  it('shows thirty days at first, and what was chosen as soon as it is', async () => {
    render(<StorageSection />);
    await waitFor(async () => expect((await choice()).value).toBe('30'));
    expect([...(await choice()).options].map((each) => each.value)).toEqual([
      '7',
      '30',
      '90',
      '365',
    ]);
    await changeSettings({ retentionDays: 90 });
    await waitFor(async () => expect((await choice()).value).toBe('90'));
  });

  it('keeps a number of days that is not in the list', async () => {
    await changeSettings({ retentionDays: 14 });
    render(<StorageSection />);
    await waitFor(async () => expect((await choice()).value).toBe('14'));
  });

  it.each([
    ['no-answer', /isn’t responding/],
    ['storage-full', /no storage left/],
  ] as const)(
    'tells the worker the choice, and says so when it did not take it: %s',
    async (reason, words) => {
      render(<StorageSection />);
      await waitFor(async () => expect((await choice()).disabled).toBe(false));
      vi.mocked(send).mockRejectedValueOnce(new CommandError(reason));
      fireEvent.change(await choice(), { target: { value: '7' } });
      expect(send).toHaveBeenCalledWith(optionsCommands, 'options.retention', { days: 7 });
      expect(await screen.findByText(words)).toBeTruthy();
    },
  );

  it('has nothing to delete while nothing is stored', async () => {
    render(<StorageSection />);
    expect(await screen.findByText(/No history is stored/)).toBeTruthy();
    const button = screen.getByRole<HTMLButtonElement>('button', { name: /Delete stored/ });
    expect(button.disabled).toBe(true);
  });

  it('says how much is stored, and deletes it only after a second yes', async () => {
    await database.conversations.put(conversation({}));
    await database.messages.bulkPut([message({ id: 'm1' }), message({ id: 'm2' })]);
    render(<StorageSection />);
    expect(await screen.findByText(/2 messages in 1 conversation\./)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete stored histories now' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('is gone until that conversation is opened there again');
    expect(dialog.textContent).toContain('have not saved or inserted');
    expect(send).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(send).toHaveBeenCalledWith(optionsCommands, 'options.forget', {});
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });
});
