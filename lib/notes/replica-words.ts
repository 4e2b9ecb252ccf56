import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { reasonWords } from '../coverage/reason-words';
import { coverageReasonSchema } from '../model/coverage';
import { isAbsentRef } from '../model/ids';
import type { ReplicaRow } from '../model/note';
import { formatClock, formatDay, localDay } from '../text/format-time';
import { joinSentences } from '../text/join-sentences';

/** A copy's state for people. */
export interface ReplicaWords {
  /** What happened, to which platform, what to do next. */
  sentence: string;
  tone: 'good' | 'busy' | 'wait' | 'bad';
  canRetry: boolean;
  canDiscard: boolean;
}

interface Setting {
  platformLabel: string;
  /** Epoch ms. */
  now: number;
  /** True when the note was deleted, so that the copy is to be taken away. */
  isDeleted: boolean;
}

type StateWords = (replica: ReplicaRow, setting: Setting) => ReplicaWords;

/** The one place that puts the state of a note's copy into words. Every state has a sentence. */
export function replicaWords(replica: ReplicaRow, setting: Setting): ReplicaWords {
  return wordsByState[replica.state](replica, setting);
}

const wordsByState: Readonly<Record<ReplicaRow['state'], StateWords>> = {
  delivered: (_replica, { platformLabel, isDeleted }) => ({
    sentence: isDeleted ? t`Removed from ${platformLabel}.` : t`In ${platformLabel}.`,
    tone: 'good',
    canRetry: false,
    canDiscard: false,
  }),
  waiting: (replica, { platformLabel, isDeleted }) => ({
    sentence: waitingWords(replica, platformLabel, isDeleted),
    tone: lacksContact(replica) ? 'wait' : 'busy',
    canRetry: false,
    canDiscard: lacksContact(replica),
  }),
  retrying: (replica, setting) => ({
    sentence: problemSentence(replica, setting, nextTry(replica, setting.now)),
    tone: 'busy',
    canRetry: true,
    canDiscard: true,
  }),
  failed: (replica, setting) => ({
    sentence: problemSentence(replica, setting, undefined),
    tone: 'bad',
    canRetry: true,
    canDiscard: true,
  }),
  blocked: (replica, setting) => {
    if (replica.reason === 'conflict') return awaitsChoice(setting);
    const isWaiting = lacksContact(replica) || replica.reason === 'no-handle';
    return {
      sentence: problemSentence(replica, setting, undefined),
      tone: isWaiting ? 'wait' : 'bad',
      canRetry: !isWaiting,
      canDiscard: true,
    };
  },
  'removed-there': ({ reason }, { platformLabel }) => ({
    sentence:
      reason === 'line-removed'
        ? t`Its last line was removed in ${platformLabel}, so it is no longer updated there. “Retry” restores the note there.`
        : t`It was removed in ${platformLabel}. It stays here; “Retry” puts it back there.`,
    tone: 'bad',
    canRetry: true,
    canDiscard: true,
  }),
};

function waitingWords(replica: ReplicaRow, platform: string, isDeleted: boolean): string {
  if (lacksContact(replica)) return t`Waiting until ${platform} knows this person.`;
  return isDeleted ? t`Removing from ${platform}…` : t`Saving in ${platform}…`;
}

function awaitsChoice({ platformLabel }: Setting): ReplicaWords {
  return {
    sentence: t`${platformLabel}: waiting until you choose one of the two versions.`,
    tone: 'wait',
    canRetry: false,
    canDiscard: false,
  };
}

/** The person has no contact on that account yet. */
function lacksContact(replica: ReplicaRow): boolean {
  return isAbsentRef(replica.contact) || replica.reason === 'no-contact';
}

function problemSentence(replica: ReplicaRow, setting: Setting, next: string | undefined): string {
  const { what, next: advice } = clauseFor(replica, setting);
  const platform = setting.platformLabel;
  const lead = setting.isDeleted ? t`Not removed from ${platform}.` : t`Not saved in ${platform}.`;
  return joinSentences(lead, what, next ?? advice);
}

/** Whole sentences. */
interface ProblemWords {
  what: string;
  next: string;
}

function clauseFor(replica: ReplicaRow, setting: Setting): ProblemWords {
  const { platformLabel, now } = setting;
  const known = ownReasons[replica.reason ?? ''];
  if (known !== undefined) return known(platformLabel);
  const reason = v.safeParse(coverageReasonSchema, replica.reason);
  const clause = reason.success
    ? reasonWords(
        { state: 'unreachable', reason: reason.output, dropped: 0, checkedAt: now },
        { platformLabel, now },
      )
    : undefined;
  if (reason.success && reason.output === 'missing-right') {
    return {
      what: t`The account connected to ${platformLabel} may not write notes there.`,
      next: t`Ask an administrator of ${platformLabel} for this permission, then retry.`,
    };
  }
  return clause ?? { what: t`${platformLabel} could not store it.`, next: t`Retry.` };
}

/** Reasons that only notes have. */
/** Why a platform's notes of a person cannot be reached, in a sentence. */
export function unreachedWords(reason: 'no-handle' | 'contact-gone', platform: string): string {
  return reason === 'no-handle'
    ? t`${platform} has not told the id of this person that a note needs.`
    : t`The contact was deleted or merged in ${platform}.`;
}

const ownReasons: Readonly<Record<string, (platform: string) => ProblemWords>> = {
  'no-contact': (platform) => ({
    what: t`${platform} does not know this person.`,
    next: t`Deskside saves the note there as soon as they appear.`,
  }),
  'contact-gone': (platform) => ({
    what: unreachedWords('contact-gone', platform),
    next: t`Deskside saves the note there once the person is found again.`,
  }),
  'no-handle': (platform) => ({
    what: unreachedWords('no-handle', platform),
    next: t`Deskside saves the note there once the id is known.`,
  }),
  'not-shown': (platform) => ({
    what: t`${platform} does not show what is written into this person’s notes, so text there cannot be kept safe, and Deskside does not write there. The text that could be read was put back.`,
    next: t`Write the note there yourself.`,
  }),
  'changes-text': (platform) => ({
    what: t`${platform} changes what is written into this person’s notes. The text that was there was put back once, and Deskside no longer writes there.`,
    next: t`Write the note there yourself. Once this is fixed, save the account in the settings again.`,
  }),
  'no-room': (platform) => ({
    what: t`${platform} has no room left in this person’s notes.`,
    next: t`Shorten or delete a note, then retry.`,
  }),
  moved: (platform) => ({
    what: t`The notes in ${platform} are being changed by someone else at the same time.`,
    next: t`Retry in a moment.`,
  }),
  refused: (platform) => ({
    what: t`${platform} refused the note.`,
    next: t`Change the note, or retry.`,
  }),
};

function nextTry({ retryAt }: ReplicaRow, now: number): string | undefined {
  if (retryAt === undefined) return undefined;
  if (retryAt <= now) return t`Trying again now.`;
  const time = formatClock(retryAt);
  if (localDay(retryAt).key === localDay(now).key) return t`Retrying at ${time}.`;
  const day = formatDay(retryAt, now);
  return t`Retrying: ${day}, ${time}.`;
}
