import { useEffect, useState } from 'react';
import { readSettings, type Settings, watchSettings } from '../../lib/storage/settings';

/**
 * The settings, kept up to date; `undefined` until they were read once. They have a watch of their own
 * because they are in the browser's storage, of whose changes no live read of the database hears.
 */
export function useSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    let isWanted = true;
    // What a change told meanwhile is newer than what is read here.
    void readSettings().then((read) => isWanted && setSettings((known) => known ?? read));
    const stop = watchSettings(setSettings);
    return () => {
      isWanted = false;
      stop();
    };
  }, []);
  return settings;
}
