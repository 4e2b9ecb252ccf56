import { useMemo } from 'react';
import {
  type ContactRef,
  contactRef,
  parseContactRef,
  refLines,
  refsOfLines,
} from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import { readLiveConversations } from '../../../lib/storage/people-queries';
import {
  type Collision,
  findCollisions,
  WAITING_LOOKBACK_MS,
} from '../../../lib/timeline/collisions';
import { useLiveRead } from '../../hooks/use-live-read';

const none: Collision[] = [];

/** Other conversations of the person that are going on at `now` (epoch ms), kept up to date. */
export function useCollisions(
  snapshot: PanelSnapshot,
  anchor: ContactRef,
  now: number,
): Collision[] {
  const { contacts, connections, screen } = snapshot;
  const refs = refLines(contacts);
  const live = useLiveRead(
    {
      tables: [database.conversations, database.messages],
      read: () =>
        readLiveConversations(
          database,
          refsOfLines(refs).map(parseContactRef),
          Date.now() - WAITING_LOOKBACK_MS,
        ),
    },
    [refs],
  );
  return useMemo(() => {
    if (live === undefined) return none;
    const onScreen = parseContactRef(anchor);
    const known = new Set(refsOfLines(refs));
    return findCollisions({
      ...live,
      // Until it has been read again, it is about the previous person.
      conversations: live.conversations.filter(({ connectionId, contactId }) =>
        known.has(contactRef({ connectionId, id: contactId })),
      ),
      shown: {
        connectionId: screen?.connectionId ?? onScreen.connectionId,
        contactId: onScreen.id,
        conversationId: screen?.context.conversationId,
      },
      agentNames: new Map(
        connections.flatMap(({ id, agentName }) =>
          agentName === undefined ? [] : [[id, agentName] as const],
        ),
      ),
      now,
    });
  }, [live, refs, anchor, connections, screen, now]);
}
