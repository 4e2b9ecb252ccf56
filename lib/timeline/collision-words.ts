import type { Collision } from './collisions';
import { ageWords, durationWords } from './time-words';

/**
 * One sentence about a conversation that goes on elsewhere, e.g. "Also open in Acme, assigned to
 * Lena, waiting for a reply for 12 min". `now` in epoch ms.
 */
export function collisionWords(collision: Collision, platformLabel: string, now: number): string {
  const { conversation, activeAt, waitingSince } = collision;
  const state = conversation.status === 'pending' ? 'pending' : 'open';
  return [
    `Also ${state} in ${platformLabel}`,
    assigneeWords(collision),
    waitingSince === undefined
      ? `last activity ${ageWords(activeAt, now)}`
      : `waiting for a reply for ${durationWords(now - waitingSince)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/**
 * The same at a glance, what matters most first, e.g. "Open in Acme · Lena · waiting 12 min". `now`
 * in epoch ms.
 */
export function collisionGlance(collision: Collision, platformLabel: string, now: number): string {
  const { conversation, activeAt, waitingSince, isOwn } = collision;
  const state = conversation.status === 'pending' ? 'Pending' : 'Open';
  return [
    `${state} in ${platformLabel}`,
    waitingSince === undefined
      ? ageWords(activeAt, now)
      : `waiting ${durationWords(now - waitingSince)}`,
    isOwn ? 'yours' : (conversation.assignee?.trim() ?? ''),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Empty where no name is told: that may mean nobody, or a colleague the platform does not name. */
function assigneeWords({ conversation, isOwn }: Collision): string {
  if (isOwn) return 'assigned to you';
  const name = conversation.assignee?.trim();
  return name ? `assigned to ${name}` : '';
}
