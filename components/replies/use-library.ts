import type { Reply, ReplySourceRow, UsageRow } from '../../lib/model/reply';
import { database } from '../../lib/storage/database';
import { readReplySources, readStoredReplies, readUsage } from '../../lib/storage/reply-queries';
import { useLiveRead } from '../hooks/use-live-read';

/** All canned responses that can be used, and what is known about them. */
export interface Library {
  replies: Reply[];
  sources: ReplySourceRow[];
  /** By `replyRef`. */
  usage: ReadonlyMap<string, UsageRow>;
}

/** The library, kept up to date; `undefined` until it was read once. */
export function useLibrary(): Library | undefined {
  // Read separately, so that counting one use does not cause thousands of responses to be read again.
  const replies = useLiveRead(
    { tables: [database.replies], read: () => readStoredReplies(database) },
    [],
  );
  const sources = useLiveRead(
    { tables: [database.replySources], read: () => readReplySources(database) },
    [],
  );
  const usage = useLiveRead({ tables: [database.usage], read: () => readUsage(database) }, []);
  if (replies === undefined || sources === undefined || usage === undefined) return undefined;
  return { replies, sources, usage };
}
