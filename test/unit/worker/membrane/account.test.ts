import { expect, test } from 'vitest';
import { path } from '../../../../lib/http/encode-path';
import type { MembraneAccountState } from '../../../../lib/model/membrane-account';
import {
  MembraneAccount,
  type MembraneAccountPorts,
} from '../../../../lib/worker/membrane/account';

const expired: MembraneAccountState = {
  base: 'https://api.membrane.example',
  tenantId: 'desk',
  name: undefined,
  workspace: undefined,
  isPersonal: false,
  expiresAt: 0,
  isSignedOut: false,
};

test('a call that finds its sign-in over does not bring back the account of somebody who signs out', async () => {
  let stored: MembraneAccountState | undefined = expired;
  let reads = 0;
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const ports: MembraneAccountPorts = {
    readAccount: async () => {
      const state = stored;
      reads += 1;
      // For the line, its token and a newer one; the fourth is for what the call found out.
      if (reads === 4) await gate;
      return state;
    },
    writeAccount: async (account) => {
      stored = account;
    },
    readSecrets: async () => ({ token: 'over' }),
    writeSecrets: async () => undefined,
    forgetSecrets: async () => undefined,
    readDraftSecrets: async () => ({}),
    forgetDraft: async () => undefined,
    permitted: async () => true,
    now: () => 1,
  };
  const account = new MembraneAccount(ports);
  const line = await account.line();
  const { signal } = new AbortController();
  const call = line.send({ method: 'GET', path: path`/self`, signal });
  const refused = expect(call).rejects.toMatchObject({ failure: 'relay-signed-out' });
  await expect.poll(() => reads).toBe(4);
  const signingOut = account.signOut();
  await new Promise(setImmediate);
  release();
  expect(await signingOut).toEqual({ kind: 'ok' });
  await refused;
  expect(stored).toBeUndefined();
});
