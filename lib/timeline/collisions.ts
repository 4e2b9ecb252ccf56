import { t } from '@lingui/core/macro';
import type { Conversation, Message } from '../model/history';
import { formatAge, formatDuration } from '../text/format-time';
import { joinSentences } from '../text/join-sentences';
import { unansweredSince } from './unanswered-since';

/** An open conversation without activity for longer (ms) is old, not a collision. */
export const COLLISION_WINDOW_MS = 3 * 24 * 3_600_000;

/** How far back (ms) messages are read to find out since when a customer waits, if the platform is silent. */
export const WAITING_LOOKBACK_MS = 7 * 24 * 3_600_000;

/** Another conversation of the same person that a colleague may be in right now. */
export interface Collision {
  conversation: Conversation;
  /** Epoch ms of the newest sign of life, never later than `now`. */
  activeAt: number;
  /** Epoch ms since when the customer waits for an answer; absent when no customer waits. */
  waitingSince: number | undefined;
  /** It is assigned to the person in front of the panel. */
  isOwn: boolean;
}

export interface CollisionInput {
  conversations: readonly Conversation[];
  /** At least the newer ones of the open conversations. */
  messages: readonly Message[];
  /** What the tab shows; without a conversation the whole contact counts as shown. */
  shown: {
    connectionId: string | undefined;
    contactId: string | undefined;
    conversationId: string | undefined;
  };
  /** The agent's own name by connection id. */
  agentNames: ReadonlyMap<string, string>;
  /** Epoch ms. */
  now: number;
}

/**
 * The conversations of a person that go on elsewhere: open or pending, with a sign of life within
 * `COLLISION_WINDOW_MS`, and not on screen. Quiet about resolved, snoozed and old ones, and about
 * those of which no time is known. Those with a waiting customer come first, then the latest.
 */
export function findCollisions(input: CollisionInput): Collision[] {
  return input.conversations
    .filter(({ status }) => status === 'open' || status === 'pending')
    .filter((conversation) => !isShown(conversation, input.shown))
    .flatMap((conversation) => collisionOf(conversation, input))
    .sort((a, b) => rank(b) - rank(a) || b.activeAt - a.activeAt);
}

function isShown(conversation: Conversation, shown: CollisionInput['shown']): boolean {
  if (conversation.connectionId !== shown.connectionId) return false;
  return shown.conversationId === undefined
    ? conversation.contactId === shown.contactId
    : conversation.id === shown.conversationId;
}

function collisionOf(conversation: Conversation, input: CollisionInput): Collision[] {
  const { now } = input;
  // Clocks differ: what a platform dates in the future happened no later than just now.
  const past = (at: number) => Math.min(at, now);
  const messages = input.messages
    .filter((message) => isOf(message, conversation) && message.timeQuality !== 'unknown')
    .sort((a, b) => a.sentAt - b.sentAt || a.sequence - b.sequence);
  const signs = [
    conversation.lastActivityAt ?? conversation.createdAt,
    messages.at(-1)?.sentAt,
  ].filter((at) => at !== undefined);
  if (signs.length === 0) return [];
  const activeAt = past(Math.max(...signs));
  if (now - activeAt > COLLISION_WINDOW_MS) return [];
  const since = conversation.waitingSince ?? unansweredSince(messages);
  const ownName = input.agentNames.get(conversation.connectionId);
  return [
    {
      conversation,
      activeAt,
      waitingSince: since === undefined ? undefined : past(since),
      isOwn: ownName !== undefined && ownName === conversation.assignee,
    },
  ];
}

function isOf(message: Message, conversation: Conversation): boolean {
  return (
    message.connectionId === conversation.connectionId && message.conversationId === conversation.id
  );
}

function rank(collision: Collision): number {
  return collision.waitingSince === undefined ? 0 : 1;
}

/** Where a conversation goes on and who has it, which stays the same while time passes. */
export function collisionPlace(collision: Collision, platformLabel: string): string {
  const isPending = collision.conversation.status === 'pending';
  return joinSentences(
    isPending ? t`Also pending in ${platformLabel}.` : t`Also open in ${platformLabel}.`,
    assigneeWords(collision),
  );
}

/**
 * What there is to say about a conversation that goes on elsewhere, e.g. "Also open in Acme. Assigned
 * to Lena. Waiting for a reply for 12 min." `now` in epoch ms.
 */
export function collisionWords(collision: Collision, platformLabel: string, now: number): string {
  const { activeAt, waitingSince } = collision;
  const age = formatAge(activeAt, now);
  const span = formatDuration(now - (waitingSince ?? now));
  return joinSentences(
    collisionPlace(collision, platformLabel),
    waitingSince === undefined ? t`Last activity: ${age}.` : t`Waiting for a reply for ${span}.`,
  );
}

/** The same at a glance, what matters most first, e.g. "Open in Acme · waiting 12 min · Lena". `now` in epoch ms. */
export function collisionGlance(collision: Collision, platformLabel: string, now: number): string {
  const { conversation, activeAt, waitingSince, isOwn } = collision;
  const isPending = conversation.status === 'pending';
  const span = formatDuration(now - (waitingSince ?? now));
  return joinGlance(
    isPending ? t`Pending in ${platformLabel}` : t`Open in ${platformLabel}`,
    waitingSince === undefined ? formatAge(activeAt, now) : t`waiting ${span}`,
    isOwn
      ? t({ message: 'yours', context: 'a conversation' })
      : (conversation.assignee ?? '').trim(),
  );
}

/** Remarks that are no sentence, side by side; empty ones are left out. */
export function joinGlance(...remarks: readonly string[]): string {
  return remarks.filter((remark) => remark !== '').join(' · ');
}

/** None where no name is known: that may mean nobody, or a colleague the platform does not name. */
function assigneeWords({ conversation, isOwn }: Collision): string | undefined {
  if (isOwn) return t`Assigned to you.`;
  const name = conversation.assignee?.trim();
  return name ? t`Assigned to ${name}.` : undefined;
}
