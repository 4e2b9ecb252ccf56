// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { KeysSection } from '../../../../../components/options/connections/KeysSection';
import { keyStore } from '../../../../../lib/storage/key-store';

const { answers, sent } = vi.hoisted(() => ({
  answers: {
    state: { hasPassphrase: false, isLocked: false } as Record<string, unknown>,
    outcome: 'ok',
  },
  sent: vi.fn(),
}));
vi.mock('../../../../../lib/messaging/send', () => ({
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) => {
    if (type === 'options.key-state') return answers.state;
    sent(payload);
    return answers.outcome;
  }),
}));

afterEach(() => {
  cleanup();
  sent.mockClear();
});

it('sets a passphrase without any message that carries it', async () => {
  render(<KeysSection />);
  fireEvent.change(await screen.findByLabelText('Passphrase'), {
    target: { value: 'correct horse' },
  });
  fireEvent.change(screen.getByLabelText('Lock again'), { target: { value: '60' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set passphrase' }));
  await waitFor(() => expect(sent).toHaveBeenCalled());
  const payload = sent.mock.lastCall?.[0];
  expect(payload).toMatchObject({ action: 'set', minutes: 60 });
  expect(JSON.stringify(payload)).not.toContain('horse');
  expect(await keyStore.drafts.get(payload.draftId)).toMatchObject({
    secrets: { passphrase: 'correct horse' },
  });
});

it('asks for the passphrase while the keys are locked, and offers the way out', async () => {
  Object.assign(answers, { state: { hasPassphrase: true, isLocked: true }, outcome: 'wrong' });
  render(<KeysSection />);
  fireEvent.change(await screen.findByLabelText('Passphrase'), { target: { value: 'x' } });
  fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(await screen.findByText('This is not the passphrase.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'I forgot it…' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Forget the keys' }));
  await waitFor(() => expect(sent.mock.lastCall?.[0]).toMatchObject({ action: 'forget' }));
});

it('shows when the keys lock as it is kept, and a changed passphrase keeps it', async () => {
  const state = { hasPassphrase: true, isLocked: false, minutes: 240 };
  Object.assign(answers, { state, outcome: 'ok' });
  render(<KeysSection />);
  const passphrase = await screen.findByLabelText<HTMLInputElement>('New passphrase');
  const length = screen.getByLabelText<HTMLSelectElement>('Lock again');
  expect(length.value).toBe('240');
  fireEvent.change(passphrase, { target: { value: 'battery staple' } });
  fireEvent.click(screen.getByRole('button', { name: 'Change passphrase' }));
  await waitFor(() =>
    expect(sent.mock.lastCall?.[0]).toMatchObject({ action: 'set', minutes: 240 }),
  );
  await waitFor(() => expect(passphrase.value).toBe(''));
  expect(length.value).toBe('240');
});

it('keeps the time that was chosen while a passphrase is not taken', async () => {
  Object.assign(answers, {
    state: { hasPassphrase: false, isLocked: false },
    outcome: 'too-short',
  });
  render(<KeysSection />);
  fireEvent.change(await screen.findByLabelText('Passphrase'), { target: { value: 'short' } });
  const length = screen.getByLabelText<HTMLSelectElement>('Lock again');
  fireEvent.change(length, { target: { value: '60' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set passphrase' }));
  expect(await screen.findByText(/at least eight characters/)).toBeTruthy();
  expect(length.value).toBe('60');
});

it('notices that the keys locked after their time', async () => {
  Object.assign(answers, { state: { hasPassphrase: true, isLocked: false, minutes: 60 } });
  render(<KeysSection />);
  expect(await screen.findByRole('button', { name: 'Lock now' })).toBeTruthy();
  Object.assign(answers, { state: { hasPassphrase: true, isLocked: true, minutes: 60 } });
  await waitFor(() => {
    document.dispatchEvent(new Event('visibilitychange'));
    expect(screen.getByRole('button', { name: 'Unlock' })).toBeTruthy();
  });
});

it('leaves the keyboard in the form when the button that locks the keys is gone', async () => {
  Object.assign(answers, { state: { hasPassphrase: true, isLocked: false }, outcome: 'ok' });
  render(<KeysSection />);
  const lock = await screen.findByRole('button', { name: 'Lock now' });
  lock.focus();
  Object.assign(answers, { state: { hasPassphrase: true, isLocked: true } });
  fireEvent.click(lock);
  await screen.findByRole('button', { name: 'Unlock' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Passphrase')));
});
