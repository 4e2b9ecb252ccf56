import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

const clientSchema = v.object({ base: v.string(), redirect: v.string(), clientId: v.string() });

/** No secret: what it names could be anybody's, and it opens nothing by itself. */
const key = 'local:membrane-client';

/** The id under which the Membrane at `base` knows Deskside with this address to come back to. */
export async function readMembraneClient(
  base: string,
  redirect: string,
): Promise<string | undefined> {
  const stored = v.safeParse(clientSchema, await storage.getItem(key));
  if (!stored.success) return undefined;
  const isSame = stored.output.base === base && stored.output.redirect === redirect;
  return isSame ? stored.output.clientId : undefined;
}

export async function writeMembraneClient(
  base: string,
  redirect: string,
  clientId: string,
): Promise<void> {
  await storage.setItem(key, { base, redirect, clientId });
}

export async function forgetMembraneClient(): Promise<void> {
  await storage.removeItem(key);
}
