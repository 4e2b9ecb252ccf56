// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ConfirmDialog } from '../../../../components/ui/ConfirmDialog';
import { CommandError } from '../../../../lib/messaging/send';

afterEach(cleanup);

const dialog = (onConfirm: (signal: AbortSignal) => Promise<void>, opener = 'Open') => (
  <ConfirmDialog
    title="Sure?"
    text="All of it."
    action={{ label: 'Do it', busy: 'Doing it…' }}
    onConfirm={onConfirm}
  >
    <button type="button">{opener}</button>
  </ConfirmDialog>
);

test('whoever closes it while something is done stops what is left of it', async () => {
  const signals: AbortSignal[] = [];
  let end: () => void = () => undefined;
  const onConfirm = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  };
  render(dialog(onConfirm));
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

test('closes when the address leads to another part of the page', async () => {
  render(dialog(async () => undefined));
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  await screen.findByRole('alertdialog');
  fireEvent(window, new Event('hashchange'));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
});

test.each([
  ['storage-full', /no storage left/],
  ['RangeError', /isn’t responding/],
])('says why nothing was done: %s', async (name, words) => {
  render(dialog(() => Promise.reject(new CommandError(name))));
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Do it' }));
  expect(await screen.findByText(words)).toBeTruthy();
});

test.each([
  ['before it closes', true],
  ['after it closed', false],
])('passes the focus on when its row goes with it, %s', async (_when, isAtOnce) => {
  const remove = (name: string) =>
    view.rerender(page(['A', 'B', 'C'].filter((each) => each !== name)));
  const page = (names: string[]) => (
    <section>
      <button type="button">Add</button>
      <ul>
        {names.map((name) => (
          <li key={name}>
            {dialog(async () => {
              if (isAtOnce) remove(name);
            }, name)}
          </li>
        ))}
      </ul>
    </section>
  );
  const view = render(page(['A', 'B', 'C']));
  const opener = screen.getByRole('button', { name: 'B' });
  opener.focus();
  fireEvent.click(opener);
  const confirm = await screen.findByRole('button', { name: 'Do it' });
  confirm.focus();
  fireEvent.click(confirm);
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  if (!isAtOnce) {
    await waitFor(() => expect(document.activeElement).toBe(opener));
    remove('B');
  }
  await waitFor(() => expect(document.activeElement?.textContent).toBe('C'));
});
