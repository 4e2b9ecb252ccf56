import type { ConversationStatus } from '../../../model/history';

/** Stages seen so far; the list may be incomplete. */
const statuses: ReadonlyMap<string, ConversationStatus> = new Map([
  ['initiated', 'open'],
  ['responded', 'open'],
  ['engaged', 'open'],
  ['offline', 'pending'],
  ['closed', 'resolved'],
]);

/** Which of our states a chat's stage is; `unknown` where there is none, or one that nobody has seen yet. */
export function chaportStatus(stage: string | undefined): ConversationStatus {
  return statuses.get(stage ?? '') ?? 'unknown';
}
