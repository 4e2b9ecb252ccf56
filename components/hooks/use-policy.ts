import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { type ReadPolicy, readManagedPolicy } from '../../lib/storage/policy';
import { useLanguage } from './use-language';

/**
 * What the administrator preset, kept up to date; `undefined` until it was read once. Which helpdesks it
 * names counts only where the platforms are given.
 */
export function usePolicy(platforms?: readonly PlatformDescriptor[]): ReadPolicy | undefined {
  const [managed, setManaged] = useState<ReadPolicy>();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wrong in a policy is described in it
  useEffect(() => {
    let isWanted = true;
    const read = () =>
      void readManagedPolicy(platforms).then((found) => isWanted && setManaged(found));
    const update = (_changes: unknown, area: string) => {
      if (area === 'managed') read();
    };
    read();
    browser.storage.onChanged.addListener(update);
    return () => {
      isWanted = false;
      browser.storage.onChanged.removeListener(update);
    };
  }, [language, platforms]);
  return managed;
}
