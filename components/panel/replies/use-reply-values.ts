import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Person } from '../../../lib/identity/person';
import { valuesOf } from '../../../lib/replies/values';
import type { Values } from '../../../lib/replies/variables';
import { database } from '../../../lib/storage/database';
import type { Frame } from '../../../lib/storage/panel-queries';
import { useSettings } from '../../options/use-settings';
import { useNow } from '../use-now';

/** What the variables of a response stand for with this person on screen, and whose values they are. */
export interface ReplyValues {
  /** For a text in this language (BCP 47), in which dates are written; the browser's where unknown. */
  valuesIn(language: string | undefined): Values;
  /** The person's name, or what stands for it. */
  whose: string;
  /** Through which the conversation goes, in words, where known. */
  channel: string | undefined;
}

/** The values of the person on screen, kept up to date. */
export function useReplyValues(frame: Frame, person: Person | undefined): ReplyValues {
  const { screen, contacts, connections } = frame;
  const now = useNow(30_000);
  const connection = connections.find((each) => each.id === screen?.connectionId);
  const ownName = useSettings()?.agentName;
  const agentName = connection?.agentName ?? ownName;
  const conversationId = screen?.context.conversationId;
  const conversation = useLiveQuery(
    async () =>
      connection === undefined || conversationId === undefined
        ? undefined
        : database.conversations.get([connection.id, conversationId]),
    [connection?.id, conversationId],
  );
  const shownName = screen?.context.hints.name;
  return useMemo(() => {
    const place = {
      contact: contacts[0],
      alsoKnownAs: contacts.slice(1),
      personName: person?.name ?? (contacts.length === 0 ? shownName : undefined),
      agent: { name: agentName },
      conversation:
        conversationId === undefined
          ? undefined
          : { id: conversationId, name: conversation?.subject },
      account: { id: connection?.account, name: connection?.accountName },
      now,
      timeZone: person?.timeZone,
    };
    const known = new Map<string | undefined, Values>();
    const valuesIn = (language: string | undefined): Values => {
      const values = known.get(language) ?? valuesOf({ ...place, language });
      known.set(language, values);
      return values;
    };
    const email = contacts[0]?.emails[0];
    const whose = person?.name ?? person?.placeholderName ?? email ?? shownName;
    return { valuesIn, whose: whose ?? 'this person', channel: conversation?.channel };
  }, [contacts, person, connection, agentName, conversation, conversationId, shownName, now]);
}
