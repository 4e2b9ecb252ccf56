import type { Conversation, Message, MessageKind } from '../model/history';
import type { TimelineFilters } from './filters';
import { newestFirst } from './order';
import { TimelineBuilder } from './timeline-builder';

/** Everything held of a person, in any order. */
export interface TimelineInput {
  conversations: readonly Conversation[];
  messages: readonly Message[];
  /** Platform name by connection id. */
  platforms: ReadonlyMap<string, string>;
  filters: TimelineFilters;
}

/** One line of the list. Keys stay the same when newer or older items arrive. */
export type TimelineRow =
  | { kind: 'day'; key: string; at: number }
  | {
      kind: 'conversation';
      key: string;
      platform: string;
      connectionId: string;
      conversationId: string;
      /** Absent when the platform told the messages but not the conversation. */
      conversation: Conversation | undefined;
      /** No item of it is held. */
      isEmpty: boolean;
    }
  | { kind: 'item'; key: string; platform: string; message: Message }
  /** Above it is what came since the last visit. */
  | { kind: 'seen-mark'; key: string };

export interface Timeline {
  rows: TimelineRow[];
  /** Items shown, and items held. */
  shown: number;
  total: number;
  /** What is held at all, for the filters. */
  platforms: ReadonlySet<string>;
  kinds: ReadonlySet<MessageKind>;
}

/**
 * The timeline of one person: all items in one order, newest first, with a row before each day and
 * before each run of items of one conversation. Items in the future stand under their own date.
 */
export function buildTimeline({ messages, ...rest }: TimelineInput): Timeline {
  return new TimelineBuilder().build({ ...rest, parts: [messages.toSorted(newestFirst)] });
}
