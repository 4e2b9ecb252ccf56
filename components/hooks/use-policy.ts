import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type ReadPolicy, readManagedPolicy } from '../../lib/storage/policy';
import { useLanguage } from './use-language';

/** What the administrator preset, kept up to date; `undefined` until it was read once. */
export function usePolicy(): ReadPolicy | undefined {
  const [managed, setManaged] = useState<ReadPolicy>();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wrong in a policy is described in it
  useEffect(() => {
    let isWanted = true;
    const read = () => void readManagedPolicy().then((found) => isWanted && setManaged(found));
    const update = (_changes: unknown, area: string) => {
      if (area === 'managed') read();
    };
    read();
    browser.storage.onChanged.addListener(update);
    return () => {
      isWanted = false;
      browser.storage.onChanged.removeListener(update);
    };
  }, [language]);
  return managed;
}
