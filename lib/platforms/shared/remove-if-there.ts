import { isNotFound } from '../../http/transport-error';

/** Deletes what may be gone already, which is no failure. Throws any other error of `remove`. */
export async function removeIfThere(remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
