import { storage } from 'wxt/utils/storage';
import { singleFlight } from '../async/single-flight';
import { followLanguage } from '../language/load-language';
import type { PlatformDescriptor } from '../model/descriptor';
import { definitions } from '../platforms/registry';
import { type DesksideDatabase, database } from '../storage/database';
import { languageChoice } from '../storage/language-choice';
import { forgetAllDrafts, guardStorage, moveSecrets } from '../storage/secrets';
import { runInBackground } from './run-in-background';

const hasBegun = storage.defineItem('session:session-begun', { fallback: false });

/**
 * Makes sure that what is left of an earlier session is gone: numbers of tabs and windows mean nothing in
 * this one, no directory waits for a network that was missing then, and secrets of forms that were never sent
 * are left nowhere. `storage.session` ends with the browser, the extension's reload and its disabling, as
 * those numbers do.
 */
export async function beginSession(database: DesksideDatabase): Promise<void> {
  if (await hasBegun.getValue()) return;
  const tables = ['screens', 'windows', 'peopleSearches', 'directories'];
  await database.transaction('rw', tables, async () => {
    // Closing the browser cuts calls off, which looks as if the network were gone.
    const wasOffline = database.directories.filter(({ problem }) => problem === 'offline');
    await wasOffline.modify({ retryAt: undefined });
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

/** A step that has to be done once before messages are answered. */
type Step = () => Promise<void>;

/**
 * Follows the language once, however often the step is tried, and publishes then and whenever another one is
 * chosen: what is published contains sentences for people.
 */
export function publishInLanguage(
  follow: (onChange: () => void) => Promise<void>,
  publish: () => Promise<void>,
): Step {
  let followed: Promise<void> | undefined;
  return async () => {
    followed ??= follow(() => runInBackground('words of the platforms', publish));
    await followed;
    await publish();
  };
}

/**
 * Acts when this is the first worker of a session: after the browser's start, an installation, an update, or
 * when the extension was switched on again, of which the browser gives no notice.
 */
export function atSessionStart(act: () => void): Step {
  return async () => {
    if (!(await hasBegun.getValue())) act();
  };
}

export const preparationSteps: readonly Step[] = [
  guardStorage,
  moveSecrets,
  () => beginSession(database),
  publishInLanguage(
    (onChange) => followLanguage(languageChoice, onChange),
    () =>
      publishPlatforms(
        database,
        definitions.map((each) => each.describe()),
      ),
  ),
];

/**
 * What has to be true before the first message is answered. A step that fails, for a full disk or a database
 * that an older version still has open, makes no message fail: it is tried again with the next one.
 */
export class Preparation {
  readonly #once = singleFlight<'steps', void>();
  #left: readonly Step[];

  constructor(
    all: readonly Step[],
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.#left = all;
  }

  /** Resolves when every step that is left was tried. */
  done(): Promise<void> {
    return this.#once('steps', async () => {
      const tried = this.#left;
      const results = await Promise.allSettled(tried.map((step) => step()));
      this.#left = tried.filter((_step, index) => results[index]?.status === 'rejected');
      for (const result of results) {
        if (result.status === 'rejected') this.onFailure(result.reason);
      }
    });
  }
}
