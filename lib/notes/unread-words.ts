import { t } from '@lingui/core/macro';
import { type CoverageAction, reasonWords } from '../coverage/reason-words';
import type { NotesFailure } from '../model/screen';
import { joinSentences } from '../text/join-sentences';
import { unreachedWords } from './replica-words';

/** That a platform's notes could not be read, for people. */
interface UnreadWords {
  /** What failed, why, and what to do next. */
  sentence: string;
  action: CoverageAction;
}

/** Puts into words why the notes of a contact could not be read; `now` is epoch ms. */
export function unreadWords(
  failure: NotesFailure['failure'],
  setting: { platformLabel: string; now: number },
): UnreadWords {
  const platform = setting.platformLabel;
  if (failure === 'no-handle') {
    const lead = t`The notes in ${platform} have not been read yet.`;
    const what = unreachedWords('no-handle', platform);
    const next = t`Deskside reads them once the id is known.`;
    return { sentence: joinSentences(lead, what, next), action: 'none' };
  }
  const lead = t`The notes in ${platform} could not be read.`;
  if (failure.state === 'not-found') {
    const what = unreachedWords('contact-gone', platform);
    return { sentence: joinSentences(lead, what), action: 'none' };
  }
  const { what = '', next = '', action = 'retry' } = reasonWords(failure, setting) ?? {};
  return { sentence: joinSentences(lead, what, next), action };
}
