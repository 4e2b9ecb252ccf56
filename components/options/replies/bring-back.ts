import { OWN_SOURCE, type Reply } from '../../../lib/model/reply';
import { madeAgainWords } from '../../../lib/replies/lost-parts';
import { sourceLabel } from '../../../lib/replies/source-words';
import { restoreReply } from '../../replies/reply-commands';
import type { ManagedLibrary } from './use-managed-library';

/** Brings a deleted response back, or says why not. In a platform it becomes a new one. */
export async function bringBack(reply: Reply, library: ManagedLibrary): Promise<string> {
  const answer = await restoreReply(reply);
  if (answer.kind !== 'ok') return answer.message;
  const name = `“${reply.title || reply.shortcut}”`;
  if (reply.source === OWN_SOURCE) return `${name} is back.`;
  const loss = madeAgainWords([reply.source], library);
  return `${name} is in ${sourceLabel(reply.source, library)} again, as a new response with the same shortcut and text. ${loss}`.trim();
}
