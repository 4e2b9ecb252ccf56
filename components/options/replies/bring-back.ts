import { t } from '@lingui/core/macro';
import { OWN_SOURCE, type Reply } from '../../../lib/model/reply';
import { madeAgainWords } from '../../../lib/replies/lost-parts';
import { sourceLabel } from '../../../lib/replies/source-words';
import { joinSentences } from '../../../lib/text/join-sentences';
import { restoreReply } from '../../replies/reply-actions';
import type { ManagedLibrary } from './use-managed-library';

/** Brings a deleted response back, or says why not. In a platform it becomes a new one. */
export async function bringBack(reply: Reply, library: ManagedLibrary): Promise<string> {
  const answer = await restoreReply(reply);
  if (answer.kind !== 'ok') return answer.message;
  const name = reply.title || reply.shortcut;
  if (reply.source === OWN_SOURCE) return t`“${name}” is back.`;
  const loss = madeAgainWords([reply.source], library);
  const place = sourceLabel(reply.source, library);
  return joinSentences(
    t`“${name}” is in ${place} again, as a new response with the same shortcut and text.`,
    loss,
  );
}
