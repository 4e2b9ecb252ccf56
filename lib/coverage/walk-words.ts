import { plural, t } from '@lingui/core/macro';
import type { Walked, WalkProof } from '../model/coverage';
import { isWalkProof, type WalkState, type WalkStop } from '../model/walk';
import { isWalking } from '../model/walk-timeout';
import { formatDate, formatExactTime } from '../text/format-time';
import { joinSentences } from '../text/join-sentences';

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
      const stopped = stopWords('page-gone', platformLabel);
      return { sentence: joinSentences(stopped, read), isRunning: false };
    }
    const reading = t`Reading ${platformLabel}’s page. Don’t touch it until this has finished.`;
    return { sentence: joinSentences(reading, progressWords(walk)), isRunning: true };
  }
  const sentence = isWalkProof(end)
    ? joinSentences(read, proofWords(end, platformLabel))
    : joinSentences(stopWords(end, platformLabel), read);
  return { sentence, isRunning: false };
}

/** What reading the page brought, in an earlier walk. */
export function walkedWords(
  { proof, asOf, hasGap, count, reachesBackTo }: Walked,
  platform: string,
): string {
  if (proof === undefined) {
    const lead = t`${platform}’s page was read, but not back to the first message.`;
    return joinSentences(lead, progressWords({ count, reachesBackTo }));
  }
  if (hasGap !== true) return proofWords(proof, platform);
  const time = formatExactTime(asOf);
  return t`Everything up to ${time} is here. Later messages may be missing: read the page again.`;
}

/** Why what was read is known to begin with the first message. */
function proofWords(proof: WalkProof, platform: string): string {
  switch (proof) {
    case 'start-mark':
      return t`${platform} marks the oldest of them as the first message.`;
    case 'all-in-sight':
      return t`${platform}’s page shows the whole conversation without scrolling.`;
    case 'nothing-older':
      return t`${platform}’s page loaded older messages while scrolling until there were no more.`;
  }
}

function stopWords(stop: WalkStop, platform: string): string {
  switch (stop) {
    case 'unproven':
      return t`${platform}’s page loaded nothing older while scrolling, but does not say that this is the first message. Scroll up there yourself: Deskside keeps what appears.`;
    case 'still-loading':
      return t`${platform}’s page took too long to load older messages. Try again.`;
    case 'torn':
      return t`${platform}’s page jumped, so its messages could not be put in order. Try again.`;
    case 'too-long':
      return t`The conversation is longer than Deskside reads in one go.`;
    case 'no-list':
      return t`No messages were found on ${platform}’s page.`;
    case 'cancelled':
      return t({ message: 'Stopped.', context: 'reading of a page' });
    case 'agent':
      return t`Stopped because the page was used.`;
    case 'other-conversation':
      return t`Stopped because another conversation was opened.`;
    case 'hidden':
      return t`Stopped because the tab was hidden.`;
    case 'page-gone':
      return t`Stopped because ${platform}’s page isn’t responding. Reload it and try again.`;
    case 'not-kept':
      return t`Stopped because this browser could not store what was read.`;
  }
}

function readWords(walk: WalkState): string {
  return walk.count === 0 ? t`No messages were read.` : progressWords(walk);
}

/** "1,240 messages read, back to 3 March 2026." */
function progressWords({ count, reachesBackTo }: Pick<WalkState, 'count' | 'reachesBackTo'>) {
  if (reachesBackTo === undefined) {
    return plural(count, { one: '# message read.', other: '# messages read.' });
  }
  const date = formatDate(reachesBackTo);
  return plural(count, {
    one: `# message read, back to ${date}.`,
    other: `# messages read, back to ${date}.`,
  });
}
