import type { Message } from '../model/history';

/** What the timeline needs of a message, whether the whole of it is in memory or not. */
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
  /** For a guess at its height before it was in sight; absent counts as 0. */
  textLength?: number;
  lineBreaks?: number;
  attachmentCount?: number;
}

/** What is kept in memory of a message out of sight: about a hundred bytes, however long its text is. */
export interface ListedMessage extends TimelineItem {
  textLength: number;
  lineBreaks: number;
  attachmentCount: number;
  /** Differs when anything of the message was changed. */
  fingerprint: number;
}

/**
 * More characters or lines make no row higher before somebody asks for them, see `excerpt`, and for more
 * attachments a better guess is not worth it.
 */
const mostCounted = { characters: 640, lines: 9, attachments: 63 };

const kinds = ['message', 'note', 'activity'] as const;
const directions = ['in', 'out', 'none'] as const;
const qualities = ['exact', 'approximate', 'unknown'] as const;

/**
 * Properties with few values share one number, from its lowest bits on: kind (2), direction (2), quality
 * of the time (2), attachments (6), line breaks (4), characters (10). Fields of their own would take a
 * third of the memory of all that is listed.
 */
class PackedMessage implements ListedMessage {
  readonly connectionId: string;
  readonly id: string;
  readonly sentAt: number;
  readonly sequence: number;
  readonly fingerprint: number;
  readonly packed: number;

  constructor(
    message: Message,
    readonly conversationId: string,
  ) {
    this.connectionId = message.connectionId;
    this.id = message.id;
    this.sentAt = message.sentAt;
    this.sequence = message.sequence;
    this.fingerprint = fingerprintOf(JSON.stringify(message));
    this.packed =
      kinds.indexOf(message.kind) |
      (directions.indexOf(message.direction) << 2) |
      (qualities.indexOf(message.timeQuality) << 4) |
      (Math.min(message.attachments.length, mostCounted.attachments) << 6) |
      (lineBreaksOf(message.text) << 12) |
      (Math.min(lengthOf(message), mostCounted.characters) << 16);
  }

  get kind() {
    return kinds[this.packed & 3] ?? 'message';
  }

  get direction() {
    return directions[(this.packed >> 2) & 3] ?? 'none';
  }

  get timeQuality() {
    return qualities[(this.packed >> 4) & 3] ?? 'unknown';
  }

  get attachmentCount(): number {
    return (this.packed >> 6) & 63;
  }

  get lineBreaks(): number {
    return (this.packed >> 12) & 15;
  }

  get textLength(): number {
    return this.packed >> 16;
  }
}

/**
 * Lists a message. Each row read from the database has its own copies of strings; the ids that thousands
 * of messages have in common are taken from `conversationIds`.
 */
export function listed(message: Message, conversationIds: Map<string, string>): ListedMessage {
  const { conversationId } = message;
  const known = conversationIds.get(conversationId) ?? conversationId;
  conversationIds.set(known, known);
  return new PackedMessage(message, known);
}

/** Characters that are shown of it, including the transcripts of its attachments. */
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

/** FNV-1a, in the 31 bits that a browser stores without an object around them. */
function fingerprintOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash ^ text.length) >>> 2;
}
