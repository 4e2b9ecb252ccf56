import type { Walked } from '../../model/coverage';
import type { Conversation, Message } from '../../model/history';

/**
 * How much of a conversation is stored since somebody had it read: `undefined` where nobody did. Numbers in
 * `sequence` follow each other where nothing can be missing, so a gap in them is where a later reading of the
 * page did not join what was read before. `messages`: all of the conversation, by `sequence`.
 */
export function walkedOf(
  { readThrough }: Pick<Conversation, 'readThrough'>,
  messages: readonly Message[],
): Walked | undefined {
  const [first] = messages;
  if (readThrough === undefined || first === undefined) return undefined;
  const hole = messages.findLastIndex(
    ({ sequence }, index) => index > 0 && sequence !== (messages[index - 1]?.sequence ?? 0) + 1,
  );
  // An older message than the first one proves that it was not the first.
  const proof = first.id === readThrough.firstId ? readThrough.proof : undefined;
  const from = proof === undefined ? Math.max(0, hole) : 0;
  const oldest = messages[from];
  return {
    proof,
    asOf: readThrough.asOf,
    count: messages.length - from,
    reachesBackTo: oldest?.timeQuality === 'unknown' ? undefined : oldest?.sentAt,
    ...(proof !== undefined && hole > 0 ? { hasGap: true } : {}),
  };
}
