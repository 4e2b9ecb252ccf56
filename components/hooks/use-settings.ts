import { useEffect, useState } from 'react';
import { readSettings, type Settings, watchSettings } from '../../lib/storage/settings';

/** The settings, kept up to date; `undefined` until they were read once. */
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
