import { uuid } from '../../world/ids';
import type { StoryConversation } from '../../world/types';
import type { Conversation } from '../tables';
import { inboxIdFor } from './inboxes';
import { createMessage, type MessagePlace } from './messages';

/** A story's conversation as a row; the display id and message ids are given in the order of time. */
export function createConversation(
  story: StoryConversation,
  place: Omit<MessagePlace, 'channel' | 'subject'> & { accountId: number },
): Conversation {
  const subject = story.subject ?? '';
  const messages = story.messages
    .map((message, index) =>
      createMessage(message, {
        ...place,
        channel: story.channel,
        subject,
        seed: `${place.seed} ${index}`,
      }),
    )
    .sort((one, other) => one.createdAt - other.createdAt);
  const lastAnswer = messages.findLast((message) => message.sender?.kind === 'user');
  return {
    displayId: 0,
    uuid: uuid(`conversation ${place.seed}`),
    contactId: place.contactId,
    inboxId: inboxIdFor(place.accountId, story.channel),
    status: story.status,
    priority: null,
    assigneeId: story.assignee === undefined ? null : (place.userIdOf(story.assignee) ?? null),
    teamId: null,
    labels: [...(story.labels ?? [])],
    additional: story.channel === 'email' ? { mail_subject: subject, source: 'email' } : {},
    custom: {},
    createdAt: messages[0]?.createdAt ?? place.now,
    snoozedUntil: story.status === 'snoozed' ? place.now + 86_400_000 : null,
    agentLastSeenAt: lastAnswer?.createdAt ?? null,
    messages,
  };
}
