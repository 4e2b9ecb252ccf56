import * as v from 'valibot';
import { reasonWords } from '../coverage/reason-words';
import { coverageReasonSchema } from '../model/coverage';
import { isAbsentRef } from '../model/ids';
import type { ReplicaRow } from '../model/note';
import { formatClock, formatDay, localDay } from '../text/format-time';

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
    sentence: isDeleted ? `Removed from ${platformLabel}.` : `In ${platformLabel}.`,
    tone: 'good',
    canRetry: false,
    canDiscard: false,
  }),
  waiting: (replica, { platformLabel, isDeleted }) => ({
    sentence: lacksContact(replica)
      ? `${platformLabel}: waits until this person is known there.`
      : `${platformLabel}: ${isDeleted ? 'being removed' : 'being delivered'}…`,
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
        ? `Its last line was removed in ${platformLabel}, so it is not kept up to date there. “Retry” makes it this note again.`
        : `Somebody removed it in ${platformLabel}. It stays here; “Retry” puts it back there.`,
    tone: 'bad',
    canRetry: true,
    canDiscard: true,
  }),
};

function awaitsChoice({ platformLabel }: Setting): ReplicaWords {
  return {
    sentence: `${platformLabel}: waits until one of the two texts is chosen.`,
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
  const { platformLabel: platform, isDeleted } = setting;
  const clause = clauseFor(replica, setting);
  const verb = isDeleted ? 'removed from' : 'delivered to';
  const advice = next ?? clause.next;
  return `Not ${verb} ${platform}: ${clause.what}.${advice === '' ? '' : ` ${advice}`}`;
}

function clauseFor(replica: ReplicaRow, setting: Setting): { what: string; next: string } {
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
      what: 'the connected account may not write notes there',
      next: `Ask an administrator of ${platformLabel} for that right, then retry.`,
    };
  }
  return clause ?? { what: 'it could not be written', next: 'Retry.' };
}

/** Reasons that only notes have. */
const ownReasons: Readonly<Record<string, (platform: string) => { what: string; next: string }>> = {
  'no-contact': (platform) => ({
    what: `${platform} does not know this person`,
    next: 'It is delivered when they appear there.',
  }),
  'contact-gone': (platform) => ({
    what: `the contact was deleted or merged in ${platform}`,
    next: 'It is delivered when the person is found there again.',
  }),
  'no-handle': (platform) => ({
    what: `${platform} does not tell the id of this person that a note needs`,
    next: 'It is delivered once the id is known.',
  }),
  'not-shown': (platform) => ({
    what: `${platform} does not show what is written into the notes of this person, so what stands there could not be kept safe; it was put back`,
    next: 'Write it there by hand.',
  }),
  'changes-text': (platform) => ({
    what: `${platform} changes what is written into the notes of this person; what stood there was put back once, and Deskside writes there no more`,
    next: 'Write it there by hand. Once that is set right, save the account in the settings again.',
  }),
  'no-room': (platform) => ({
    what: `${platform} has no room left in the person’s notes`,
    next: 'Shorten or delete a note, then retry.',
  }),
  moved: () => ({
    what: 'somebody else changes the notes there at the same time',
    next: 'Retry in a moment.',
  }),
  refused: () => ({ what: 'it refused the note', next: 'Change the note, or retry.' }),
};

function nextTry({ retryAt }: ReplicaRow, now: number): string | undefined {
  if (retryAt === undefined) return undefined;
  if (retryAt <= now) return 'Trying again now.';
  const day = localDay(retryAt).key === localDay(now).key ? '' : `${formatDay(retryAt, now)}, `;
  return `Retrying at ${day}${formatClock(retryAt)}.`;
}
