import { t } from '@lingui/core/macro';
import { useCallback, useMemo } from 'react';
import { knownCardValues } from '../../../lib/cards/card-values';
import type { Person } from '../../../lib/identity/person';
import { isRealName } from '../../../lib/identity/person-name';
import { vouchedFor } from '../../../lib/identity/vouched-for';
import type { Contact } from '../../../lib/model/contact';
import type { Reply } from '../../../lib/model/reply';
import { type ForeignValues, foreignValues } from '../../../lib/replies/borrowed-values';
import type { ReplyTemplate } from '../../../lib/replies/compose-reply';
import type { VariableValues } from '../../../lib/replies/fill-variables';
import { textFor } from '../../../lib/replies/suitability';
import { variableValues } from '../../../lib/replies/variable-values';
import { cardTables, readCardsOf } from '../../../lib/storage/card-queries';
import { database } from '../../../lib/storage/database';
import { useLiveRead } from '../../hooks/use-live-read';
import { useNow } from '../../hooks/use-now';
import { useSettings } from '../../hooks/use-settings';
import { usePanel } from '../PanelContext';
import { useDecisions } from '../people/use-decisions';
import { useWhy } from '../people/use-why';
import { usePlatformIndex } from '../platform-index';

/** The values of a response's variables for the person on screen, and whose values they are. */
export interface ReplyValues {
  /** For a text in this language (BCP 47), in which dates are written; the browser's if it is unknown. */
  valuesIn(language: string | undefined): VariableValues;
  /** Values that do not come from the record on screen. */
  foreign: ForeignValues;
  /** The person's name, or what is shown in its place. */
  whose: string;
  /** The channel of the conversation, in words, where known. */
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
  const read = useLiveRead(
    {
      tables: [database.conversations],
      read: async () =>
        connection === undefined || conversationId === undefined
          ? undefined
          : database.conversations.get([connection.id, conversationId]),
    },
    [connection?.id, conversationId],
  );
  // Until the one that has come up is read, what was read is still the one before.
  const isShown = read?.id === conversationId && read?.connectionId === connection?.id;
  const conversation = isShown ? read : undefined;
  const shownName = screen?.context.hints.name;
  const [onScreen] = contacts;
  const held = useLiveRead(
    { tables: cardTables(database), read: () => readCardsOf(database, onScreen) },
    [onScreen?.connectionId, onScreen?.id],
  );
  const decisions = useDecisions(contacts);
  const why = useWhy(contacts);
  const { platforms } = usePlatformIndex();
  return useMemo(() => {
    const [shown] = contacts;
    const links = decisions.map(({ link }) => link);
    const known = {
      contact: shown,
      alsoKnownAs: contacts.slice(1),
      isVouchedFor: vouchedFor(shown, links, conversation?.isVerified === true),
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
    const ofShown = held?.answers.filter(
      ({ connectionId, contactId }) =>
        connectionId === shown?.connectionId && contactId === shown.id,
    );
    const cards = knownCardValues(held?.cards ?? [], ofShown ?? [], now);
    const byLanguage = new Map<string | undefined, VariableValues>();
    const valuesIn = (language: string | undefined): VariableValues => {
      const values =
        byLanguage.get(language) ??
        new Map([...variableValues({ ...known, language }), ...cards.valuesIn(language)]);
      byLanguage.set(language, values);
      return values;
    };
    const sourceOf = (contact: Contact): string => {
      const label = platforms.get(contact.platform)?.label ?? contact.platform;
      return [label, ...why(contact)].join(' · ');
    };
    const foreign = { ...foreignValues(known, sourceOf), cardSourceOf: cards.sourceOf };
    const email = contacts[0]?.emails[0];
    const whose = person?.name ?? person?.placeholderName ?? email ?? shownName;
    return { valuesIn, foreign, whose: whose ?? t`this person`, channel: conversation?.channel };
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
    held,
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
