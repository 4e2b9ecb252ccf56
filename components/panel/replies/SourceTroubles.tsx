import { t } from '@lingui/core/macro';
import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { ReplySourceRow } from '../../../lib/model/reply';
import {
  leftOut,
  leftOutWords,
  readAges,
  sourceLabel,
  sourceTrouble,
} from '../../../lib/replies/source-words';
import { database } from '../../../lib/storage/database';
import { readCrossedTexts } from '../../../lib/storage/reply-queries';
import { useLiveRead } from '../../hooks/use-live-read';
import { useNow } from '../../hooks/use-now';
import { IconButton } from '../../ui/IconButton';
import { usePlatformIndex } from '../platform-index';

/** The age of the sources of canned responses, and what is wrong with them, in words. */
export function SourceTroubles({ sources }: { sources: readonly ReplySourceRow[] }) {
  const platformIndex = usePlatformIndex();
  const now = useNow(30_000);
  const { isDismissed, dismiss } = useDismissed(sources);
  const troubles = sources.flatMap(
    (row) => sourceTrouble(row, sourceLabel(row.source, platformIndex), now) ?? [],
  );
  const lacking = sources
    .map((row) => ({ source: row.source, count: leftOut(row) }))
    .filter(({ source, count }) => count > 0 && !isDismissed(source, count));
  const ages = readAges(sources, platformIndex, now);
  const crossed = useLiveRead(
    { tables: [database.replyVersions], read: () => readCrossedTexts(database) },
    [],
  );
  const count = crossed?.length ?? 0;
  if (troubles.length + lacking.length + count === 0 && ages === '') return null;
  return (
    <ul className="flex max-h-24 shrink-0 flex-col gap-0.5 overflow-y-auto border-line border-t bg-sunken px-3 py-1 text-11 text-ink-soft">
      {count > 0 && (
        <li className="py-0.5 wrap-anywhere">
          {t`What you saved was replaced or deleted a moment later, perhaps by someone who had not seen it.`}{' '}
          <SettingsLink>{t`Look at both`}</SettingsLink>
        </li>
      )}
      {troubles.map((trouble) => (
        <li key={trouble} className="py-0.5 wrap-anywhere">
          {trouble}
        </li>
      ))}
      {lacking.map(({ source, count }) => (
        <li key={source} className="flex items-center gap-1.5">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {leftOutWords(count, sourceLabel(source, platformIndex))}{' '}
            <SettingsLink>{t`Which and why`}</SettingsLink>
          </span>
          <IconButton
            icon={X}
            label={t`Dismiss until the number changes`}
            className="-mr-1.5"
            onClick={() => dismiss(source, count)}
          />
        </li>
      ))}
      {ages !== '' && (
        <li title={ages} className="truncate py-0.5 text-ink-faint">
          {ages}
        </li>
      )}
    </ul>
  );
}

/** Leads to the section for responses in the settings. */
function SettingsLink({ children }: { children: string }) {
  return (
    <a
      href="/options.html#responses"
      target="_blank"
      rel="noopener"
      className="text-accent underline"
    >
      {children}
    </a>
  );
}

const storageName = 'replies-left-out-noted';

/** The number of left-out responses the user dismissed, by source. */
const dismissedSchema = v.record(v.string(), v.number());

interface Dismissed {
  /** Whether the user has dismissed the warning that this many responses of this source are left out. */
  isDismissed(source: string, count: number): boolean;
  dismiss(source: string, count: number): void;
}

/** What the user dismissed, stored in this browser: another number is shown again. */
function useDismissed(sources: readonly ReplySourceRow[]): Dismissed {
  const [dismissed, setDismissed] = useState(readDismissed);
  useEffect(() => {
    // Nothing about a removed connection may remain, not even in the panel's own storage.
    const known = new Set(sources.map(({ source }) => source));
    const kept = Object.entries(readDismissed()).filter(([source]) => known.has(source));
    localStorage.setItem(storageName, JSON.stringify(Object.fromEntries(kept)));
  }, [sources]);
  return {
    isDismissed: (source, count) => dismissed[source] === count,
    dismiss: (source, count) => {
      const next = { ...dismissed, [source]: count };
      localStorage.setItem(storageName, JSON.stringify(next));
      setDismissed(next);
    },
  };
}

function readDismissed(): v.InferOutput<typeof dismissedSchema> {
  try {
    return v.parse(dismissedSchema, JSON.parse(localStorage.getItem(storageName) ?? '{}'));
  } catch {
    return {};
  }
}
