import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { draftKey } from './secret-drop';

const secretsSchema = v.record(v.string(), v.string());
export type Secrets = v.InferOutput<typeof secretsSchema>;

/** A key belongs to the host it was entered for. */
const storedSchema = v.object({ origin: v.string(), secrets: secretsSchema });

function storedKey(connectionId: string): string {
  return `secret:${connectionId}`;
}

/**
 * The secrets of a connection, by form field, for calls to `origin`. `undefined` when none are
 * stored or they were entered for another host. Worker only.
 */
export async function readSecrets(
  connectionId: string,
  origin: string,
): Promise<Secrets | undefined> {
  const key = storedKey(connectionId);
  const stored = v.safeParse(storedSchema, (await browser.storage.local.get(key))[key]);
  return stored.success && stored.output.origin === origin ? stored.output.secrets : undefined;
}

/** The secrets a form left for a draft; fields left empty are absent. Worker only. */
export async function readDraftSecrets(draftId: string): Promise<Secrets> {
  const key = draftKey(draftId);
  const parsed = v.safeParse(secretsSchema, (await browser.storage.local.get(key))[key]);
  const secrets = parsed.success ? parsed.output : {};
  return Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
}

/** Keeps the secrets of a connection for calls to `origin` and no other. */
export async function writeSecrets(
  connectionId: string,
  origin: string,
  secrets: Secrets,
): Promise<void> {
  await browser.storage.local.set({ [storedKey(connectionId)]: { origin, secrets } });
}

export async function forgetSecrets(connectionId: string): Promise<void> {
  await browser.storage.local.remove(storedKey(connectionId));
}

export async function forgetDraft(draftId: string): Promise<void> {
  await browser.storage.local.remove(draftKey(draftId));
}

/**
 * Keeps content scripts out of the storage that holds secrets. Firefox has no access levels for
 * `storage.local`; there the content script simply has no code that reads it.
 */
export async function guardSecrets(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Removes secrets that an interrupted form left behind. For the start of the browser only. */
export async function forgetAllDrafts(): Promise<void> {
  const all = await browser.storage.local.get(null);
  const drafts = Object.keys(all).filter((key) => key.startsWith(draftKey('')));
  if (drafts.length > 0) await browser.storage.local.remove(drafts);
}
