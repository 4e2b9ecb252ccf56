import type { InsertOutcome, Refusal } from '../model/insertion';
import { formatNumber } from '../text/format-number';

/** What an insertion came to, for a person. */
export interface OutcomeWords {
  tone: 'good' | 'warn' | 'bad';
  /** What happened. */
  what: string;
  /** What to do next; empty where nothing is to be done. */
  next: string;
}

export interface OutcomeSetting {
  platformLabel: string;
  /** True when the text was put on the clipboard because it could not be inserted. */
  onClipboard: boolean;
}

/** The one place that puts an insertion's outcome into words. Every refusal has its own. */
export function outcomeWords(outcome: InsertOutcome, setting: OutcomeSetting): OutcomeWords {
  if (outcome.kind === 'inserted') return insertedWords(outcome);
  if (outcome.kind === 'doubtful') {
    return {
      tone: 'bad',
      what: `The text in ${setting.platformLabel} may not be what it should be.`,
      next: join('Look at it before you send.', clipboard(setting)),
    };
  }
  const { what, next } = refusals[outcome.reason](setting.platformLabel, outcome.limit);
  return { tone: 'warn', what, next: join(next, clipboard(setting)) };
}

function insertedWords(outcome: Extract<InsertOutcome, { kind: 'inserted' }>): OutcomeWords {
  const { mode, length, limit } = outcome;
  const what = `Inserted into the ${mode === 'note' ? 'private note' : 'reply'}. Nothing was sent.`;
  if (limit !== undefined && length > limit) {
    const over = `${formatNumber(length)} characters, the channel takes ${formatNumber(limit)}: shorten it.`;
    return { tone: 'warn', what, next: over };
  }
  const picker = 'The helpdesk opened its own list over the text: close it with Escape.';
  return outcome.pickerOpened
    ? { tone: 'warn', what, next: picker }
    : { tone: 'good', what, next: '' };
}

type RefusalWords = (platform: string, limit: number | undefined) => { what: string; next: string };

const refusals: Readonly<Record<Refusal, RefusalWords>> = {
  'wrong-contact': (platform) => ({
    what: `${platform} shows another conversation by now; nothing was inserted.`,
    next: 'Check who is on screen, then insert again.',
  }),
  unsettled: (platform) => ({
    what: `${platform} is changing from one conversation to another; nothing was inserted.`,
    next: 'Check who is on screen, then insert again.',
  }),
  'page-gone': (platform) => ({
    what: `The ${platform} page did not answer; nothing was inserted.`,
    next: 'Reload the page, then insert again.',
  }),
  'permission-missing': (platform) => ({
    what: `The browser does not let Deskside into ${platform}; nothing was inserted.`,
    next: 'Allow the host in Deskside’s settings.',
  }),
  'no-composer': (platform) => ({
    what: `${platform} shows no field to write in.`,
    next: 'Open a conversation, then insert again.',
  }),
  'several-composers': (platform) => ({
    what: `${platform} shows several fields to write in; nothing was inserted.`,
    next: 'Click into the one you mean, then insert again.',
  }),
  'join-first': (platform) => ({
    what: `${platform} lets you write only after you joined the chat.`,
    next: 'Join the chat there, then insert again.',
  }),
  'replies-closed': (platform) => ({
    what: `This channel takes no replies at the moment, says ${platform}.`,
    next: 'Write a private note, or start another conversation.',
  }),
  'read-only': (platform) => ({
    what: `The field in ${platform} cannot be written in right now.`,
    next: 'Wait until it can, then insert again.',
  }),
  'out-of-sight': (platform) => ({
    what: `Nobody can see the field to write in, in ${platform}; nothing was inserted.`,
    next: 'Bring it into view, then insert again.',
  }),
  'mode-changed': (platform) => ({
    what: `${platform} changed between reply and private note; nothing was inserted.`,
    next: 'Check which one is open, then insert again.',
  }),
  'too-long': (_platform, limit) => ({
    what:
      limit === undefined
        ? 'The text is longer than this channel takes.'
        : `The text is longer than the ${formatNumber(limit)} characters this channel takes.`,
    next: 'Shorten it, then insert again.',
  }),
  'not-taken': (platform) => ({
    what: `${platform} did not take the text; the field is as it was.`,
    next: 'Click into the field and paste.',
  }),
};

function clipboard({ onClipboard }: OutcomeSetting): string {
  return onClipboard ? 'The text is on the clipboard.' : '';
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
