import { t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { OWN_SOURCE, type Reply, type ReplySourceRow, replyRef } from '../../../lib/model/reply';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { madeAgainWords } from '../../../lib/replies/lost-parts';
import { sourceLabel } from '../../../lib/replies/source-words';
import { joinSentences } from '../../../lib/text/join-sentences';
import { useFreshReplies } from '../../replies/use-fresh-replies';
import { useLibrary } from '../../replies/use-library';
import type { ReplyConflict } from '../../replies/use-reply-form';

/** What can be done about a notice. */
interface NoticeAction {
  label: string;
  run(): Promise<void>;
}

interface LibraryNotice {
  words: string;
  action?: NoticeAction | undefined;
}

/** All canned responses with what the page for managing them needs to know. */
export interface ManagedLibrary {
  replies: readonly Reply[];
  sources: readonly ReplySourceRow[];
  platforms: ReadonlyMap<string, PlatformDescriptor>;
  connections: ReadonlyMap<string, Connection>;
  /** The latest notice. */
  notice: LibraryNotice;
  /** Shows a notice; `action` is offered until the next one. */
  say(words: string, action?: NoticeAction): void;
  isWritable(source: string): boolean;
  /** How often it was inserted from this browser. */
  usesOf(reply: Reply): number;
  /** What deleting a response of this source means. */
  deletionText(source: string): string;
}

/** Opens the form; `met` is the conflict that was met when the draft was to be saved without one. */
export type OpenEditor = (draft: ReplyFormDraft, met?: ReplyConflict) => void;

/** The library, kept up to date; `undefined` until it was read once. */
export function useManagedLibrary(
  platforms: readonly PlatformDescriptor[],
  connections: readonly Connection[],
): ManagedLibrary | undefined {
  const library = useLibrary();
  useFreshReplies({ every: 60_000 });
  const [notice, setNotice] = useState<LibraryNotice>({ words: '' });
  return useMemo(() => {
    if (library === undefined) return undefined;
    const { replies, sources, usage } = library;
    const names = {
      platforms: new Map(platforms.map((each) => [each.name, each])),
      connections: new Map(connections.map((each) => [each.id, each])),
    };
    const writable = new Set(sources.filter((row) => row.writable).map((row) => row.source));
    return {
      replies,
      sources,
      ...names,
      notice,
      say: (words, action) => setNotice({ words, action }),
      isWritable: (source) => source === OWN_SOURCE || writable.has(source),
      usesOf: (reply) => usage.get(replyRef(reply))?.count ?? 0,
      deletionText: (source) =>
        source === OWN_SOURCE
          ? t`You can bring it back under “Deleted” for a while.`
          : joinSentences(
              deletionWords(sourceLabel(source, names)),
              madeAgainWords([source], names),
            ),
    };
  }, [library, platforms, connections, notice]);
}

function deletionWords(place: string): string {
  return t`It is deleted in ${place} itself, for everyone. For a while, you can create it again as a new response under “Deleted”.`;
}
