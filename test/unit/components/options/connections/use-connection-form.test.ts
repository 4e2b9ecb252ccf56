// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useMembraneAccount } from '../../../../../components/hooks/use-membrane-account';
import { useConnectionForm } from '../../../../../components/options/connections/use-connection-form';
import { send } from '../../../../../lib/messaging/send';
import { MEMBRANE_BASE } from '../../../../../lib/model/membrane-account';
import { writeMembraneAccount } from '../../../../../lib/storage/membrane-account';
import { parrot } from '../examples';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => ({ kind: 'target', permissions: [], label: 'Parrot' })),
}));

const { testOrSave } = vi.hoisted(() => ({ testOrSave: vi.fn() }));
vi.mock('../../../../../components/options/connections/test-or-save', async (original) => ({
  ...(await original<
    typeof import('../../../../../components/options/connections/test-or-save')
  >()),
  testOrSave,
}));

afterEach(async () => {
  cleanup();
  await writeMembraneAccount(undefined);
});

/** A form that can be sent, and what answers it when it was. */
async function filledForm() {
  let answer: (outcome: unknown) => void = () => undefined;
  testOrSave.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const { result } = renderHook(() => useConnectionForm({ platform: parrot, onSaved: vi.fn() }));
  for (const { name } of parrot.form) act(() => result.current.setSecret(name, 'a-key-1'));
  await waitFor(() => expect(result.current.isReady).toBe(true));
  return { result, answer };
}

test('whoever is signed in to Membrane waits once for a connection without it, and for one with it after signing in', async () => {
  const account = { base: MEMBRANE_BASE, tenantId: 't', isPersonal: false, isSignedOut: false };
  await writeMembraneAccount(account);
  const { result } = renderHook(() => ({
    account: useMembraneAccount(),
    form: useConnectionForm({ platform: parrot, onSaved: vi.fn() }),
  }));
  await waitFor(() => expect(result.current.account).toMatchObject(account));
  await waitFor(() => expect(result.current.form.isReady).toBe(true));
  expect(send).toHaveBeenCalledTimes(1);

  act(() => result.current.form.chooseWay(true));
  await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
  await act(() => writeMembraneAccount({ ...account, base: 'https://membrane.example' }));
  await waitFor(() => expect(send).toHaveBeenCalledTimes(3));
});

test('what was found out about other answers than those that stand there now is not shown', async () => {
  const { result, answer } = await filledForm();
  act(() => void result.current.run('options.test'));
  expect(result.current.busy).toBe('options.test');
  act(() => result.current.setSecret(parrot.form[0]?.name ?? '', 'a-key-2'));
  await act(async () => answer({ kind: 'ok', warnings: [] }));
  expect(result.current.busy).toBeUndefined();
  expect(result.current.outcome).toBeUndefined();
});

test('no answer is changed while it is being saved, and each can be again when that failed', async () => {
  const { result, answer } = await filledForm();
  const name = parrot.form[0]?.name ?? '';
  const change = () =>
    act(() => {
      result.current.setLabel('Night shift');
      result.current.setValue(name, 'https://elsewhere.example');
      result.current.setSecret(name, 'a-key-2');
      result.current.chooseAccount('4');
      result.current.chooseWay(true);
      result.current.chooseMembrane('c1');
    });
  const answers = () => {
    const { label, fields, secrets, isThroughMembrane, membraneId } = result.current;
    return { label, fields, secrets, isThroughMembrane, membraneId };
  };
  act(() => void result.current.run('options.save'));
  const sent = answers();
  change();
  expect(result.current.isLocked).toBe(true);
  expect(answers()).toEqual(sent);
  await act(async () => answer({ kind: 'failed', message: 'No answer.' }));
  change();
  expect(answers()).toMatchObject({ label: 'Night shift', isThroughMembrane: true });
});
