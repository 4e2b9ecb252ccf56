import type { Message } from '../model/history';

/** What the timeline asks of a message, whether the whole of it is at hand or not. */
export interface TimelineItem
  extends Pick<
    Message,
    | 'connectionId'
    | 'conversationId'
    | 'id'
    | 'kind'
    | 'direction'
    | 'sentAt'
    | 'timeQuality'
    | 'sequence'
  > {
  /** For a guess at its height before it was in sight; absent counts as nothing. */
  textLength?: number;
  lineBreaks?: number;
  attachmentCount?: number;
}

/** What is kept of a message that is not in sight: some hundred bytes, however long its text is. */
export interface ListedMessage extends TimelineItem {
  textLength: number;
  lineBreaks: number;
  attachmentCount: number;
  /** Another one when anything of the message was changed. */
  fingerprint: number;
}

/** More of either makes no row higher before somebody asks for it, see `excerpt`. */
const mostCounted = { characters: 640, lines: 9 };

const kinds = ['message', 'note', 'activity'] as const;
const directions = ['in', 'out', 'none'] as const;
const qualities = ['exact', 'approximate', 'unknown'] as const;

/**
 * Lists a message. Whatever is read from the database has strings of its own; those that thousands
 * of messages have in common are taken from `conversationIds` and the lists above.
 */
export function listed(message: Message, conversationIds: Map<string, string>): ListedMessage {
  const { conversationId, text, attachments } = message;
  const known = conversationIds.get(conversationId) ?? conversationId;
  conversationIds.set(known, known);
  return {
    connectionId: message.connectionId,
    conversationId: known,
    id: message.id,
    kind: kinds.find((kind) => kind === message.kind) ?? message.kind,
    direction: directions.find((way) => way === message.direction) ?? message.direction,
    sentAt: message.sentAt,
    timeQuality: qualities.find((one) => one === message.timeQuality) ?? message.timeQuality,
    sequence: message.sequence,
    textLength: Math.min(lengthOf(message), mostCounted.characters),
    lineBreaks: lineBreaksOf(text),
    attachmentCount: attachments.length,
    fingerprint: fingerprintOf(JSON.stringify(message)),
  };
}

/** Characters that are shown of it, those said in its attachments included. */
function lengthOf({ text, attachments }: Message): number {
  return attachments.reduce(
    (length, { transcript = '' }) => length + transcript.length,
    text.length,
  );
}

function lineBreaksOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (count === mostCounted.lines || at > mostCounted.characters) break;
    count += 1;
  }
  return count;
}

/** FNV-1a, in the 31 bits that a browser keeps without an object around them. */
function fingerprintOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash ^ text.length) >>> 2;
}
