// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ConfirmDialog } from '../../../../components/ui/ConfirmDialog';
import { CommandError } from '../../../../lib/messaging/send';

afterEach(cleanup);

test('whoever closes it while something is done stops what is left of it', async () => {
  const signals: AbortSignal[] = [];
  let end: () => void = () => undefined;
  const onConfirm = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  };
  render(
    <ConfirmDialog
      title="Sure?"
      text="All of it."
      action={{ label: 'Do it', busy: 'Doing it…' }}
      onConfirm={onConfirm}
    >
      <button type="button">Open</button>
    </ConfirmDialog>,
  );
  const open = () => fireEvent.click(screen.getByRole('button', { name: 'Open', hidden: true }));
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Do it' }));
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(signals[0]?.aborted).toBe(true);
  // Opened again, it stays open when what was stopped comes to its end.
  open();
  end();
  expect(await screen.findByRole('button', { name: 'Do it' })).toBeTruthy();
});

test.each([
  ['storage-full', /no storage left/],
  ['RangeError', /isn’t responding/],
])('says why nothing was done: %s', async (name, words) => {
  render(
    <ConfirmDialog
      title="Sure?"
      text="All of it."
      action={{ label: 'Do it', busy: 'Doing it…' }}
      onConfirm={() => Promise.reject(new CommandError(name))}
    >
      <button type="button">Open</button>
    </ConfirmDialog>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Do it' }));
  expect(await screen.findByText(words)).toBeTruthy();
});
