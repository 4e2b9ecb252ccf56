import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { matchPatternsOf } from '../../lib/model/match-patterns';

/** The hosts of match patterns, to name them to a person. */
export function hostsOf(patterns: readonly string[]): string[] {
  return patterns.map((pattern) => pattern.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, ''));
}

/**
 * Asks for permission; resolves to whether it is there now. The browser is asked before this
 * returns: Firefox only listens while a click is being handled. Never rejects: a pattern that the
 * manifest does not allow counts as denied.
 */
export async function requestPermission(patterns: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...patterns] });
  } catch {
    return false;
  }
}

/**
 * The match patterns that these targets, such as connections, need and the browser does not grant, kept up
 * to date when a permission is given or taken away, here or in the browser's own settings.
 */
export function useMissingPermissions(
  targets: readonly Parameters<typeof matchPatternsOf>[0][],
): ReadonlySet<string> {
  const needed = [...new Set(targets.flatMap(matchPatternsOf))].sort().join('\n');
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let isWanted = true;
    const update = () => {
      void findMissing(needed === '' ? [] : needed.split('\n')).then((found) => {
        if (isWanted) setMissing(found);
      });
    };
    update();
    browser.permissions.onAdded.addListener(update);
    browser.permissions.onRemoved.addListener(update);
    return () => {
      isWanted = false;
      browser.permissions.onAdded.removeListener(update);
      browser.permissions.onRemoved.removeListener(update);
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
