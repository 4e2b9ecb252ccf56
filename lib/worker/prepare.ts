import { storage } from 'wxt/utils/storage';
import type { PlatformDescriptor } from '../model/descriptor';
import { definitions } from '../platforms/registry';
import { type DesksideDatabase, database } from '../storage/database';
import { forgetAllDrafts, guardStorage, moveSecrets } from '../storage/secrets';

const hasBegun = storage.defineItem('session:session-begun', { fallback: false });

/**
 * Makes sure that what is left of an earlier session is gone: numbers of tabs and windows mean
 * nothing in this one, and secrets of forms that were never sent stay nowhere. `storage.session`
 * ends with the browser, the extension's reload and its disabling, as those numbers do.
 */
export async function beginSession(database: DesksideDatabase): Promise<void> {
  if (await hasBegun.getValue()) return;
  await database.transaction('rw', ['screens', 'windows', 'peopleSearches'], async () => {
    await database.peopleSearches.clear();
    await database.screens.clear();
    await database.windows.clear();
  });
  await forgetAllDrafts();
  await hasBegun.setValue(true);
}

/** Stores, for the panel and the options page, which platforms this version knows. */
export async function publishPlatforms(
  database: DesksideDatabase,
  descriptors: readonly PlatformDescriptor[],
): Promise<void> {
  await database.transaction('rw', database.platforms, async () => {
    const known = await database.platforms.bulkGet(descriptors.map(({ name }) => name));
    const isSame = JSON.stringify(known) === JSON.stringify(descriptors);
    if (isSame && (await database.platforms.count()) === descriptors.length) return;
    await database.platforms.clear();
    await database.platforms.bulkPut([...descriptors]);
  });
}

/** What has to be true before the first message is answered. */
export async function prepareWorker(): Promise<void> {
  const descriptors = definitions.map((definition) => definition.descriptor);
  await Promise.all([
    guardStorage(),
    moveSecrets(),
    beginSession(database),
    publishPlatforms(database, descriptors),
  ]);
}
