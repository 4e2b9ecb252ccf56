import type { Message } from '../model/history';

/** When (epoch ms) the customer wrote first of what no human and no bot has answered; `undefined` if nobody waits. */
export function unansweredSince(oldestFirst: readonly Message[]): number | undefined {
  const spoken = oldestFirst.filter(isSpoken);
  const lastAnswer = spoken.findLastIndex(hasArrived);
  return spoken.slice(lastAnswer + 1).find(({ direction }) => direction === 'in')?.sentAt;
}

/** A sign under a message, or a message that was taken back, asks nothing and answers nothing. */
function isSpoken({ kind, deleted, withdrawn, isReaction }: Message): boolean {
  return kind === 'message' && deleted !== true && withdrawn !== true && isReaction !== true;
}

/** A reply that could not be delivered is none: the customer has never seen it. */
function hasArrived({ direction, deliveryError }: Message): boolean {
  return direction === 'out' && deliveryError === undefined;
}
