// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HealthSection } from '../../../../../components/options/health/HealthSection';
import type { Connection } from '../../../../../lib/model/connection';
import { contactRef } from '../../../../../lib/model/ids';
import { database } from '../../../../../lib/storage/database';
import { parrot, parrotConnection } from '../examples';
import { extension } from '../fake-extension';

vi.mock('wxt/browser', async () => {
  const { extension: fake } = await import('../fake-extension');
  return { browser: fake.browser };
});

const patterns = ['https://parrot.example/*', 'https://api.parrot.example/*'];
let isLocked = false;

function section(connection: Connection, missing: readonly string[] = []) {
  return (
    <HealthSection
      platforms={[parrot]}
      connections={[connection]}
      missingPatterns={new Set(missing)}
    />
  );
}

function show(connection: Connection, missing: readonly string[] = []) {
  return render(section(connection, missing));
}

beforeEach(async () => {
  extension.reset();
  extension.granted = new Set(patterns);
  isLocked = false;
  window.location.hash = '';
  extension.answer = (type) =>
    type === 'options.key-state'
      ? { ok: true, value: { hasPassphrase: isLocked, isLocked } }
      : { ok: true, value: { kind: 'ok', accountName: 'Acme', warnings: [] } };
  await database.replicas.clear();
});
afterEach(cleanup);

const repair = () => screen.findByRole('button', { name: 'Repair Acme Support' });

test('a permission that was taken away is asked for again, and the connection is tried', async () => {
  extension.granted = new Set();
  show(parrotConnection(), patterns);
  fireEvent.click(await repair());
  expect(extension.requested[0]).toEqual(patterns);
  await screen.findByText('Connected to account Acme.');
  expect(extension.sent.some(({ type }) => type === 'options.test')).toBe(true);
});

test('what the browser refuses is said, and nothing is sent', async () => {
  extension.granted = new Set();
  extension.willGrant = false;
  show(parrotConnection(), patterns);
  fireEvent.click(await repair());
  await screen.findByText(/did not allow Deskside to reach/);
  expect(extension.sent.some(({ type }) => type === 'options.test')).toBe(false);
});

test('what came of a try is not said any longer once the connection was saved anew', async () => {
  extension.answer = (type) =>
    type === 'options.test'
      ? { ok: true, value: { kind: 'failed', message: 'It is down.' } }
      : { ok: true, value: { hasPassphrase: false, isLocked: false } };
  const { rerender } = show(parrotConnection({ health: { state: 'failing', reason: 'timeout' } }));
  fireEvent.click(await repair());
  await screen.findByText('It is down.');
  rerender(section(parrotConnection({ health: { state: 'ok', checkedAt: Date.now() + 1 } })));
  expect(screen.queryByText('It is down.')).toBeNull();
});

test('an expired key leads to its form, locked keys to where they are unlocked', async () => {
  const health = { state: 'failing', reason: 'expired-key' } as const;
  show(parrotConnection({ health }));
  fireEvent.click(await repair());
  expect(window.location.hash).toBe('#edit/parrot-1');
  cleanup();
  isLocked = true;
  show(parrotConnection());
  await screen.findByText('Locked by your passphrase.');
  fireEvent.click(await repair());
  expect(window.location.hash).toBe('#keys');
});

test('notes that wait are counted for their own connection', async () => {
  await database.replicas.bulkPut(
    (['waiting', 'blocked', 'delivered'] as const).map((state) => ({
      noteId: `note-${state}`,
      contact: contactRef({ connectionId: 'parrot-1', id: '1' }),
      connectionId: 'parrot-1',
      state,
      updatedAt: 1,
    })),
  );
  show(parrotConnection());
  await waitFor(() => expect(screen.getByText(/Parrot keeps no notes/)).toBeTruthy());
  cleanup();
  const capabilities = { ...parrot.capabilities, notes: { kind: 'list', maxLength: 9 } } as const;
  render(
    <HealthSection
      platforms={[{ ...parrot, capabilities }]}
      connections={[parrotConnection()]}
      missingPatterns={new Set()}
    />,
  );
  await screen.findByText(/1 note is waiting and will be delivered.*1 note needs your/);
});
