import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { type MembraneAccountState, membraneAccountSchema } from '../model/membrane-account';

/** Apart from the settings: only the part about Membrane, which is loaded when wanted, reads it. */
const item = storage.defineItem<unknown>('local:membrane-account');

/** Who is signed in to Membrane; `undefined` when nobody is, or nothing readable is stored. */
export async function readMembraneAccount(): Promise<MembraneAccountState | undefined> {
  return parse(await item.getValue());
}

/** Stores who is signed in; `undefined` forgets it. Worker only: nobody else writes it. */
export async function writeMembraneAccount(
  account: MembraneAccountState | undefined,
): Promise<void> {
  if (account === undefined) await item.removeValue();
  else await item.setValue(account);
}

/** Calls `onChange` after each change. Returns how to stop. */
export function watchMembraneAccount(
  onChange: (account: MembraneAccountState | undefined) => void,
): () => void {
  return item.watch((stored) => onChange(parse(stored)));
}

function parse(stored: unknown): MembraneAccountState | undefined {
  const read = v.safeParse(membraneAccountSchema, stored);
  return read.success ? read.output : undefined;
}
