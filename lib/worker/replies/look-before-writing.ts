import { t } from '@lingui/core/macro';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import type { Reply, ReplyContent } from '../../model/reply';
import type { ReplyDraft } from '../../platforms/contract/replies';
import { isSameReply } from '../../replies/same-reply';
import type { DesksideDatabase } from '../../storage/database';
import type { WorkerPorts } from '../ports';
import { conflictAnswer, replyFailed } from './failure-words';

/** What is to be written of a response. */
export interface GuardedSave {
  /** Without an `id` it is new. */
  draft: ReplyDraft;
  /** The response as the person who changes it saw it; it is replaced only while it is unchanged. */
  base: Reply | undefined;
}

interface Look extends GuardedSave {
  /** What the platform would keep of the draft. */
  kept: ReplyContent;
  label: string;
}

/**
 * What there is to say before a response is written, going by what is stored for its source; `undefined` when
 * it may be written.
 */
export async function lookBeforeWriting(
  { database }: WorkerPorts,
  source: string,
  { draft, kept, base, label }: Look,
): Promise<ReplyAnswer | undefined> {
  if (draft.id === undefined) {
    const twin = await twinOf(database, source, { draft, kept });
    if (twin === undefined) return undefined;
    const { title, shortcut } = twin;
    // A second try, or a copy that was made before.
    const same = title === kept.title ? kept : { ...kept, title, shortcut };
    if (isSameReply(twin, same)) return { kind: 'ok', id: twin.id };
    return conflictAnswer('taken', label, twin);
  }
  const now = await database.replies.get([source, draft.id]);
  const row = await database.replySources.get(source);
  if (row?.unlisted?.includes(draft.id) === true) return notAllListed(label);
  if (now === undefined || now.deletedAt !== undefined) {
    return row?.coverage.state === 'complete'
      ? conflictAnswer('deleted', label)
      : notAllListed(label);
  }
  if (isSameReply(now, kept)) return { kind: 'ok', id: now.id };
  if (base === undefined || !isSameReply(now, base)) return conflictAnswer('changed', label, now);
  return undefined;
}

/**
 * What has the name of a new one. A code that was made in the helpdesk itself may have what one from here
 * would not get, such as blanks.
 */
function twinOf(
  { replies }: DesksideDatabase,
  source: string,
  { draft, kept }: Pick<Look, 'draft' | 'kept'>,
): Promise<Reply | undefined> {
  const entered = draft.shortcut.trim().replace(/^\/+/, '') || kept.title;
  return replies
    .where('[source+title]')
    .anyOf([kept.title, entered].map((title) => [source, title]))
    .filter(({ deletedAt }) => deletedAt === undefined)
    .first();
}

/** The list that was just read does not say what is there now. */
export function notAllListed(label: string): ReplyAnswer {
  return replyFailed(
    t`${label} did not list all of its responses, so Deskside cannot tell what is there. Nothing was changed. Try again later.`,
  );
}
