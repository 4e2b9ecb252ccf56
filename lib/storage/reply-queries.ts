import type { BulkRunRow } from '../model/bulk-run';
import type { ContactKey } from '../model/ids';
import type { Reply, ReplySourceRow, UsageRow } from '../model/reply';
import { replyRef } from '../model/reply';
import type { FillDraft, ReplyFormDraft } from '../model/reply-draft';
import type { ReplyVersionRow } from '../model/reply-version';
import type { DesksideDatabase } from './database';

/** Every canned response that is not deleted, of every source. Meant to be followed. */
export async function readStoredReplies(db: DesksideDatabase): Promise<Reply[]> {
  const all = await db.replies.toArray();
  return all.filter((reply) => reply.deletedAt === undefined);
}

/** Deleted responses that can still be brought back, the last deleted first. */
export async function readDeletedReplies(db: DesksideDatabase): Promise<Reply[]> {
  const deleted = await db.replies.filter((reply) => reply.deletedAt !== undefined).toArray();
  return deleted.sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
}

/** The last texts of a response, the newest first. Meant to be followed. */
export async function readReplyVersions(
  db: DesksideDatabase,
  { source, id }: { source: string; id: string },
): Promise<ReplyVersionRow[]> {
  const rows = await db.replyVersions.where('[source+id]').equals([source, id]).sortBy('key');
  return rows.reverse();
}

/** Our texts that were replaced at the moment they were saved, one for each response. Meant to be followed. */
export async function readCrossedTexts(db: DesksideDatabase): Promise<ReplyVersionRow[]> {
  const rows = await db.replyVersions.where('crossedAt').above(0).sortBy('key');
  return [...new Map(rows.map((row) => [replyRef(row), row])).values()];
}

/** What is stored of each source. Meant to be followed. */
export async function readReplySources(db: DesksideDatabase): Promise<ReplySourceRow[]> {
  return db.replySources.toArray();
}

/** Use in this browser, by `replyRef`. Meant to be followed. */
export async function readUsage(db: DesksideDatabase): Promise<Map<string, UsageRow>> {
  const rows = await db.usage.toArray();
  return new Map(rows.map((row) => [replyRef(row), row]));
}

/** Drafts of canned responses that are neither saved nor inserted yet. */
export interface StoredReplyDrafts {
  /** The form of a response. */
  form: ReplyFormDraft | undefined;
  /** For the composer, per conversation and response. */
  fills: FillDraft[];
}

/** Reads what an earlier panel left unfinished. */
export async function readReplyDrafts(db: DesksideDatabase): Promise<StoredReplyDrafts> {
  const [forms, fills] = await Promise.all([db.replyDrafts.toArray(), db.fillDrafts.toArray()]);
  return { form: forms[0]?.draft, fills };
}

/** Reads what a customer wrote last; empty where nothing is stored. Meant to be followed. */
export async function readLastMessage(
  db: DesksideDatabase,
  { connectionId, id }: ContactKey,
): Promise<string> {
  const last = await db.messages
    .where('[connectionId+contactId+sentAt]')
    .between([connectionId, id, -Infinity], [connectionId, id, Infinity])
    .reverse()
    .filter(
      (message) =>
        message.direction === 'in' && message.deleted !== true && message.text.trim() !== '',
    )
    .first();
  return last?.text ?? '';
}

/** Changes of many responses, the latest first. Meant to be followed. */
export async function readBulkRuns(db: DesksideDatabase): Promise<BulkRunRow[]> {
  const runs = await db.bulkRuns.toArray();
  return runs.sort((a, b) => b.createdAt - a.createdAt);
}
