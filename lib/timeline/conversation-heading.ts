import { t } from '@lingui/core/macro';
import type { Conversation } from '../model/history';
import { channelWords } from '../text/channel-words';

/** What is shown above a conversation's items. */
export interface ConversationHeading {
  /** Its subject, or else where it takes place. */
  title: string;
  /** Where it takes place and by which inbox, address or number of the team, as far as is known. */
  context: string[];
}

/** The words of a conversation's heading, each said once. */
export function conversationHeading(conversation: Conversation | undefined): ConversationHeading {
  const { subject, inboxName, inboxAddress } = conversation ?? {};
  const channel = conversation?.channel && channelWords(conversation.channel);
  const title = subject ?? channel ?? inboxName ?? t`Conversation`;
  const said = new Set([title.toLowerCase()]);
  const context: string[] = [];
  for (const part of [channel, inboxName, inboxAddress]) {
    if (part === undefined || said.has(part.toLowerCase())) continue;
    said.add(part.toLowerCase());
    context.push(part);
  }
  return { title, context };
}
