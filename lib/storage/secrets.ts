import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { keyStore } from './key-store';
import { currentKey, inPassphraseTurn, openRow, sealRow } from './passphrase';

const secretsSchema = v.record(v.string(), v.string());
export type Secrets = v.InferOutput<typeof secretsSchema>;

/** The form that they had in `storage.local` before. */
const olderSchema = v.object({ origin: v.string(), secrets: secretsSchema });
const olderKey = 'secret:';
const olderDraftKey = 'draft-secret:';

/**
 * The secrets of a connection, by form field, for calls to `origin`. `undefined` when none are stored or
 * they were entered for another host. Throws `KeysLocked` while a passphrase is wanted. Worker only.
 */
export async function readSecrets(
  connectionId: string,
  origin: string,
): Promise<Secrets | undefined> {
  const row = await keyStore.secrets.get(connectionId);
  if (row === undefined || row.origin !== origin) return undefined;
  if (row.sealed === undefined) return row.secrets;
  return (await openRow(row, await currentKey(Date.now()))).secrets;
}

/** The secrets a form left for a draft; fields left empty are absent. Worker only. */
export async function readDraftSecrets(draftId: string): Promise<Secrets> {
  const row = await keyStore.drafts.get(draftId);
  const key = `${olderDraftKey}${draftId}`;
  const parsed = v.safeParse(
    secretsSchema,
    row?.secrets ?? (await browser.storage.local.get(key))[key],
  );
  const secrets = parsed.success ? parsed.output : {};
  return Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
}

/**
 * Keeps the secrets of a connection for calls to `origin` and no other. Throws `KeysLocked` while a
 * passphrase is wanted.
 */
export async function writeSecrets(
  connectionId: string,
  origin: string,
  secrets: Secrets,
): Promise<void> {
  await inPassphraseTurn(async () => {
    const key = await currentKey(Date.now());
    await keyStore.secrets.put(await sealRow({ connectionId, origin, secrets }, key));
  });
}

export async function forgetSecrets(connectionId: string): Promise<void> {
  await inPassphraseTurn(() => keyStore.secrets.delete(connectionId));
}

export async function forgetDraft(draftId: string): Promise<void> {
  await keyStore.drafts.delete(draftId);
  await browser.storage.local.remove(`${olderDraftKey}${draftId}`);
}

/** Keeps content scripts out of `storage.local` where the browser can; no secret is in it any more. */
export async function guardStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/**
 * Moves secrets out of `storage.local`, where content scripts of Firefox could read them. Each is gone
 * from there only after it is here: stopped anywhere, it continues at the next start.
 */
export async function moveSecrets(): Promise<void> {
  const all = await browser.storage.local.get(null);
  const moved: string[] = [];
  for (const [name, value] of Object.entries(all)) {
    if (!name.startsWith(olderKey)) continue;
    const connectionId = name.slice(olderKey.length);
    const older = v.safeParse(olderSchema, value);
    // A key that was entered since then is the newer one.
    if (older.success && (await keyStore.secrets.get(connectionId)) === undefined) {
      await keyStore.secrets.put({ connectionId, ...older.output });
    }
    moved.push(name);
  }
  if (moved.length > 0) await browser.storage.local.remove(moved);
}

/** Removes secrets that an interrupted form left behind. For the start of the browser only. */
export async function forgetAllDrafts(): Promise<void> {
  await keyStore.drafts.clear();
  const all = await browser.storage.local.get(null);
  const drafts = Object.keys(all).filter((key) => key.startsWith(olderDraftKey));
  if (drafts.length > 0) await browser.storage.local.remove(drafts);
}
