// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PlatformSection } from '../../../../../components/options/connections/PlatformSection';
import type { Connection } from '../../../../../lib/model/connection';
import { parrot, parrotConnection } from '../examples';

vi.mock('../../../../../components/options/connections/ConnectionFormCard', () => ({
  ConnectionFormCard: ({ onSaved }: { onSaved(report: unknown): void }) => (
    <button type="button" onClick={() => onSaved({ kind: 'ok', connectionId: 'parrot-1' })}>
      Save
    </button>
  ),
}));
vi.mock('../../../../../components/options/connections/SavedNotice', () => ({
  SavedNotice: ({ onDismiss }: { onDismiss(): void }) => (
    <button type="button" onClick={onDismiss}>
      Dismiss
    </button>
  ),
}));

afterEach(cleanup);

const section = (connections: readonly Connection[]) => (
  <PlatformSection
    platform={parrot}
    connections={connections}
    missingPatterns={new Set()}
    requested={undefined}
  />
);

test('the focus is not lost with what is dismissed, though a connection arrives at that moment', async () => {
  const { rerender } = render(section([parrotConnection()]));
  const add = screen.getByRole('button', { name: 'Add connection: Parrot' });
  fireEvent.click(add);
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
  const dismiss = await screen.findByRole('button', { name: 'Dismiss' });
  dismiss.focus();
  act(() => {
    fireEvent.click(dismiss);
    rerender(section([parrotConnection(), parrotConnection({ id: 'parrot-2' })]));
  });
  expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  expect(document.activeElement).toBe(add);
});

test('no other form is opened over the one in which something may be typed', async () => {
  const other = parrotConnection({ id: 'parrot-2', label: 'Night shift' });
  const { rerender } = render(section([parrotConnection(), other]));
  const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
  fireEvent.click(button('Edit Acme Support'));
  await screen.findByRole('button', { name: 'Save' });
  expect(button('Edit Night shift').disabled).toBe(true);
  expect(button('Add connection: Parrot').disabled).toBe(true);
  // The account is removed while its form is open.
  rerender(section([other]));
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(button('Edit Night shift').disabled).toBe(false);
  expect(button('Add connection: Parrot').disabled).toBe(false);
});
