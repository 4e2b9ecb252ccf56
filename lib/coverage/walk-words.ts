import type { Walked, WalkProof } from '../model/coverage';
import { isWalking, isWalkProof, type WalkState, type WalkStop } from '../model/walk';
import { formatNumber } from '../text/format-number';
import { formatDate, formatExactTime } from '../text/format-time';

interface WalkWords {
  /** Empty where nobody asked for anything. */
  sentence: string;
  isRunning: boolean;
}

/** How far the reading of a conversation off its page is, or how it ended. `now`: epoch ms. */
export function walkWords(
  walk: WalkState | undefined,
  { platformLabel, now }: { platformLabel: string; now: number },
): WalkWords {
  if (walk === undefined) return { sentence: '', isRunning: false };
  const { end } = walk;
  const read = readWords(walk);
  if (end === undefined) {
    if (!isWalking(walk, now)) {
      return { sentence: `${stopWords['page-gone'](platformLabel)} ${read}`, isRunning: false };
    }
    const reading = `Reading ${platformLabel}’s page: ${progressWords(walk)}. Touch nothing there, or it stops.`;
    return { sentence: reading, isRunning: true };
  }
  if (isWalkProof(end)) {
    return { sentence: `${read} ${proofWords(end, platformLabel)}`, isRunning: false };
  }
  return { sentence: `${stopWords[end](platformLabel)} ${read}`, isRunning: false };
}

/** What reading the page brought, in an earlier walk. */
export function walkedWords(
  { proof, asOf, hasGap, count, reachesBackTo }: Walked,
  platform: string,
): string {
  if (proof === undefined) {
    const read = progressWords({ count, reachesBackTo });
    return `${platform}’s page was read back over ${read}; its first message was not reached.`;
  }
  return hasGap === true
    ? `Everything up to ${formatExactTime(asOf)} is here; later messages may be missing. Read it again.`
    : proofWords(proof, platform);
}

/** Why what was read is known to begin with the first message. */
function proofWords(proof: WalkProof, platform: string): string {
  if (proof === 'start-mark') return `${platform} marks the oldest as the first of all.`;
  if (proof === 'all-in-sight') return `${platform}’s page has no more than fits its window.`;
  return `${platform}’s page brought older messages when it was scrolled, and then no more.`;
}

const stopWords: Readonly<Record<WalkStop, (platform: string) => string>> = {
  unproven: (platform) =>
    `${platform}’s page brought nothing older when it was scrolled, and does not say that this is the first message. Scroll up there by hand: what comes is kept.`,
  'still-loading': (platform) =>
    `${platform}’s page was fetching older messages for too long. Try again.`,
  torn: (platform) =>
    `${platform}’s page jumped, so that what it showed could not be joined. Try again.`,
  'too-long': () => 'The conversation is longer than is read at once.',
  'no-list': (platform) => `No messages could be found on ${platform}’s page.`,
  cancelled: () => 'Stopped.',
  agent: () => 'Stopped, since somebody used the page.',
  'other-conversation': () => 'Stopped, since another conversation was opened.',
  hidden: () => 'Stopped, since the tab was hidden.',
  'page-gone': (platform) =>
    `Stopped: ${platform}’s page does not answer. Reload it and try again.`,
  'not-kept': () => 'Stopped, since this browser could not keep what was read.',
};

function readWords(walk: WalkState): string {
  return walk.count === 0 ? 'Nothing was read.' : `Read: ${progressWords(walk)}.`;
}

/** "1,240 messages, back to 3 March 2026". */
function progressWords({ count, reachesBackTo }: Pick<WalkState, 'count' | 'reachesBackTo'>) {
  const messages = count === 1 ? '1 message' : `${formatNumber(count)} messages`;
  return reachesBackTo === undefined
    ? messages
    : `${messages}, back to ${formatDate(reachesBackTo)}`;
}
