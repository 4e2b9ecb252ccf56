import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Connection } from '../../lib/model/connection';
import { patternsOf } from './permissions';

/**
 * The patterns these connections need and the browser does not grant, kept up to date when a
 * permission is given or taken away, here or in the browser's own settings.
 */
export function useMissingPermissions(connections: readonly Connection[]): ReadonlySet<string> {
  const needed = [...new Set(connections.flatMap(patternsOf))].sort().join('\n');
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let isWanted = true;
    const look = () => {
      void findMissing(needed === '' ? [] : needed.split('\n')).then((found) => {
        if (isWanted) setMissing(found);
      });
    };
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      isWanted = false;
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [needed]);

  return missing;
}

async function findMissing(patterns: readonly string[]): Promise<ReadonlySet<string>> {
  const checks = await Promise.all(
    patterns.map(async (pattern) => ({
      pattern,
      isGranted: await browser.permissions.contains({ origins: [pattern] }),
    })),
  );
  return new Set(checks.filter((check) => !check.isGranted).map((check) => check.pattern));
}
