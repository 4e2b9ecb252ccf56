import { plural, t } from '@lingui/core/macro';
import type { InsertOutcome, Refusal } from '../model/insertion';
import { formatNumber } from '../text/format-number';
import { joinSentences } from '../text/join-sentences';

/** The outcome of an insertion, for a person. */
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
  const platform = setting.platformLabel;
  const clipboard = setting.onClipboard ? t`The text is on the clipboard.` : undefined;
  if (outcome.kind === 'doubtful') {
    return {
      tone: 'bad',
      what: t`The text in ${platform} may not be what it should be.`,
      next: joinSentences(t`Check it before you send.`, clipboard),
    };
  }
  const { what, next } = refusals[outcome.reason](platform, outcome.limit);
  return { tone: 'warn', what, next: joinSentences(next, clipboard) };
}

/**
 * The same for taking an insertion back, whose outcome is `inserted` when it was. Where it was refused the text
 * is still there, unless somebody sent or deleted it.
 */
export function undoWords(outcome: InsertOutcome, platform: string): OutcomeWords {
  if (outcome.kind === 'inserted') {
    return { tone: 'good', what: t`Undone: the composer is as it was before.`, next: '' };
  }
  if (outcome.kind === 'doubtful') {
    return outcomeWords(outcome, { platformLabel: platform, onClipboard: false });
  }
  return {
    tone: 'warn',
    what: t`Not undone: the text field in ${platform} was left as it is.`,
    next: t`If the text is still in it, remove it there by hand.`,
  };
}

function insertedWords(outcome: Extract<InsertOutcome, { kind: 'inserted' }>): OutcomeWords {
  const { mode, length, limit } = outcome;
  const what =
    mode === 'note'
      ? t`Inserted into the private note. Nothing was sent.`
      : t`Inserted into the reply. Nothing was sent.`;
  if (limit !== undefined && length > limit) {
    const [characters, most] = [formatNumber(length), formatNumber(limit)];
    const next = t`The text has ${characters} characters, but the channel accepts only ${most}. Shorten it.`;
    return { tone: 'warn', what, next };
  }
  if (!outcome.pickerOpened) return { tone: 'good', what, next: '' };
  const next = t`The helpdesk opened its own list over the text. Press Escape to close it.`;
  return { tone: 'warn', what, next };
}

type RefusalWords = (platform: string, limit: number | undefined) => { what: string; next: string };

const refusals: Readonly<Record<Refusal, RefusalWords>> = {
  'wrong-contact': (platform) => ({
    what: t`${platform} shows another conversation now, so nothing was inserted.`,
    next: t`Check who is on screen, then insert again.`,
  }),
  unsettled: (platform) => ({
    what: t`${platform} is switching conversations, so nothing was inserted.`,
    next: t`Check who is on screen, then insert again.`,
  }),
  'page-gone': (platform) => ({
    what: t`The ${platform} page isn’t responding, so nothing was inserted.`,
    next: t`Reload the page, then insert again.`,
  }),
  'permission-missing': (platform) => ({
    what: t`The browser does not give Deskside access to ${platform}, so nothing was inserted.`,
    next: t`Allow the host in Deskside’s settings.`,
  }),
  'no-composer': (platform) => ({
    what: t`${platform} shows no text field.`,
    next: t`Open a conversation, then insert again.`,
  }),
  'several-composers': (platform) => ({
    what: t`${platform} shows several text fields, so nothing was inserted.`,
    next: t`Click into the one you mean, then insert again.`,
  }),
  'join-first': (platform) => ({
    what: t`${platform} lets you write only once you have joined the chat.`,
    next: t`Join the chat there, then insert again.`,
  }),
  'replies-closed': (platform) => ({
    what: t`${platform} says that this channel accepts no replies at the moment.`,
    next: t`Write a private note, or start another conversation.`,
  }),
  'read-only': (platform) => ({
    what: t`The text field in ${platform} can’t be edited right now.`,
    next: t`Wait until it can, then insert again.`,
  }),
  'out-of-sight': (platform) => ({
    what: t`The text field in ${platform} is out of sight, so nothing was inserted.`,
    next: t`Bring it into view, then insert again.`,
  }),
  'mode-changed': (platform) => ({
    what: t`${platform} switched between reply and private note, so nothing was inserted.`,
    next: t`Check which one is open, then insert again.`,
  }),
  'too-long': (_platform, limit) => ({
    what:
      limit === undefined
        ? t`The text is longer than this channel accepts.`
        : plural(limit, {
            one: 'The text is longer than the # character this channel accepts.',
            other: 'The text is longer than the # characters this channel accepts.',
          }),
    next: t`Shorten it, then insert again.`,
  }),
  'not-taken': (platform) => ({
    what: t`${platform} did not accept the text. The field is unchanged.`,
    next: t`Click into the field and paste.`,
  }),
};
