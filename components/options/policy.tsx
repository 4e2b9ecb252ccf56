import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type ReadPolicy, readManagedPolicy } from '../../lib/storage/policy';

/** What the administrator preset, kept up to date; `undefined` until it was read once. */
export function usePolicy(): ReadPolicy | undefined {
  const [managed, setManaged] = useState<ReadPolicy>();
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
  }, []);
  return managed;
}

/** What stands beside a choice that the administrator made. */
export const presetWords = 'Set by your organisation; it cannot be changed here.';

/** Stands below a choice that the administrator made; the choice refers to it by `id`. */
export function PresetNotice({ id }: { id: string }) {
  return (
    <p id={id} className="text-12 text-ink-faint">
      {presetWords}
    </p>
  );
}
