import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { draftKey } from './secret-drop';

const secretsSchema = v.record(v.string(), v.string());
export type Secrets = v.InferOutput<typeof secretsSchema>;

function storedKey(connectionId: string): string {
  return `secret:${connectionId}`;
}

/** The secrets of a connection, by form field. `undefined` when none are stored. Worker only. */
export async function readSecrets(connectionId: string): Promise<Secrets | undefined> {
  return read(storedKey(connectionId));
}

/** The secrets a form left for a draft; fields left empty are absent. Worker only. */
export async function readDraftSecrets(draftId: string): Promise<Secrets> {
  const secrets = (await read(draftKey(draftId))) ?? {};
  return Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
}

export async function writeSecrets(connectionId: string, secrets: Secrets): Promise<void> {
  await browser.storage.local.set({ [storedKey(connectionId)]: secrets });
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

async function read(key: string): Promise<Secrets | undefined> {
  const stored = await browser.storage.local.get(key);
  const parsed = v.safeParse(secretsSchema, stored[key]);
  return parsed.success ? parsed.output : undefined;
}
