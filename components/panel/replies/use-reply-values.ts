import { useCallback, useMemo } from 'react';
import { linkedByHand } from '../../../lib/identity/linked-by-hand';
import type { Person } from '../../../lib/identity/person';
import { isRealName } from '../../../lib/identity/person-name';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import type { Reply } from '../../../lib/model/reply';
import { type ForeignValues, foreignValues } from '../../../lib/replies/borrowed-values';
import type { ReplyTemplate } from '../../../lib/replies/compose-reply';
import type { VariableValues } from '../../../lib/replies/fill-variables';
import { textFor } from '../../../lib/replies/suitability';
import { variableValues } from '../../../lib/replies/variable-values';
import { database } from '../../../lib/storage/database';
import { useLiveRead } from '../../hooks/use-live-read';
import { useNow } from '../../hooks/use-now';
import { useSettings } from '../../hooks/use-settings';
import { usePanel } from '../PanelContext';
import { useDecisions } from '../people/use-decisions';
import { useWhy } from '../people/use-why';
import { usePlatformIndex } from '../platform-index';

/** What the variables of a response stand for with this person on screen, and whose values they are. */
export interface ReplyValues {
  /** For a text in this language (BCP 47), in which dates are written; the browser's where unknown. */
  valuesIn(language: string | undefined): VariableValues;
  /** What is not from the record on screen. */
  foreign: ForeignValues;
  /** The person's name, or what stands for it. */
  whose: string;
  /** Through which the conversation goes, in words, where known. */
  channel: string | undefined;
}

/** The values of the person on screen, kept up to date. */
export function useReplyValues(person: Person | undefined): ReplyValues {
  const { screen, contacts, connections } = usePanel().snapshot;
  const now = useNow(30_000);
  const connection = connections.find((each) => each.id === screen?.connectionId);
  const ownName = useSettings()?.agentName;
  const agentName = [connection?.agentName, ownName].find(
    (name) => name !== undefined && isRealName(name),
  );
  const conversationId = screen?.context.conversationId;
  const conversation = useLiveRead(
    {
      tables: [database.conversations],
      read: async () =>
        connection === undefined || conversationId === undefined
          ? undefined
          : database.conversations.get([connection.id, conversationId]),
    },
    [connection?.id, conversationId],
  );
  const shownName = screen?.context.hints.name;
  const decisions = useDecisions(contacts);
  const why = useWhy(contacts);
  const { platforms } = usePlatformIndex();
  return useMemo(() => {
    const [shown] = contacts;
    const links = decisions.map(({ link }) => link);
    const linked = shown === undefined ? undefined : linkedByHand(contactRef(shown), links);
    const known = {
      contact: shown,
      alsoKnownAs: contacts.slice(1),
      isVouchedFor: (contact: Contact) =>
        conversation?.isVerified === true || linked?.has(contactRef(contact)) === true,
      personName: person?.name ?? (contacts.length === 0 ? shownName : undefined),
      agent: { name: agentName, email: connection?.agentEmail },
      conversation:
        conversationId === undefined
          ? undefined
          : {
              id: conversationId,
              name: conversation?.subject,
              attributes: conversation?.attributes,
            },
      inbox: { name: conversation?.inboxName },
      account: { id: connection?.account, name: connection?.accountName },
      now,
      timeZone: person?.timeZone,
    };
    const byLanguage = new Map<string | undefined, VariableValues>();
    const valuesIn = (language: string | undefined): VariableValues => {
      const values = byLanguage.get(language) ?? variableValues({ ...known, language });
      byLanguage.set(language, values);
      return values;
    };
    const sourceOf = (contact: Contact): string => {
      const label = platforms.get(contact.platform)?.label ?? contact.platform;
      return [label, ...why(contact)].join(', ');
    };
    const foreign = foreignValues(known, sourceOf);
    const email = contacts[0]?.emails[0];
    const whose = person?.name ?? person?.placeholderName ?? email ?? shownName;
    return { valuesIn, foreign, whose: whose ?? 'this person', channel: conversation?.channel };
  }, [
    contacts,
    person,
    connection,
    agentName,
    conversation,
    conversationId,
    shownName,
    now,
    decisions,
    why,
    platforms,
  ]);
}

/** The text of a response for this customer, and the values for it, dates in the text's language. */
export type TextOf = (reply: Reply) => ReplyTemplate & { values: VariableValues };

/**
 * Chooses a response's text by the customer's language (BCP 47). `keepsLogic`: the composer belongs to
 * a server that works out Liquid.
 */
export function useReplyText(
  valuesIn: ReplyValues['valuesIn'],
  language: string | undefined,
  keepsLogic: boolean,
): TextOf {
  return useCallback(
    (reply) => {
      const text = textFor(reply, language);
      const { asWritten } = reply;
      return { body: text.body, asWritten, keepsLogic, values: valuesIn(text.language) };
    },
    [valuesIn, language, keepsLogic],
  );
}
