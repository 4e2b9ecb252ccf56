/** The name of the one database, in the browser's storage. */
export const databaseName = 'deskside';

/**
 * Has the browser open its storage while the page that will use it still loads its scripts: that takes longer than all
 * else that opening the database needs. Makes no database where there is none yet.
 */
export function wakeStorage(factory: IDBFactory): void {
  const opening = factory.open(databaseName);
  // Only who knows its tables may make it.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  // Who has a newer version must not wait for this page.
  opening.onsuccess = () => opening.result.close();
}
