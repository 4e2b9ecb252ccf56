import { create } from 'zustand';
import { replyCommands } from '../../../lib/messaging/reply-commands';
import { PAST_SOURCE, replyRef } from '../../../lib/model/reply';
import type { FillDraft, ReplyFormDraft } from '../../../lib/model/reply-draft';
import { database } from '../../../lib/storage/database';
import { readReplyDrafts, type StoredReplyDrafts } from '../../../lib/storage/reply-queries';
import { DraftSaver } from '../draft-saver';

interface ReplyDrafts {
  /** False until what an earlier panel left unfinished has been read. */
  isRead: boolean;
  /** Never rejects: the code that reads the responses from the database reports its failures. */
  read(): Promise<void>;
  /** The response being written; absent when it was saved or given up. */
  draft: ReplyFormDraft | undefined;
  /** Something was written into it; closing a form that was only opened loses nothing. */
  isWritten: boolean;
  /** How often the search had been requested when the form was opened: a later request hides the form. */
  openedAt: number;
  /** Opens the form, with an unfinished draft if there is one. */
  open(draft: ReplyFormDraft, requests: number): void;
  keep(draft: ReplyFormDraft | undefined): void;
  /** What is being changed or filled in for the composer, per conversation and response. */
  fills: ReadonlyMap<string, FillDraft>;
  /** The unfinished text of this response for this conversation, if any. */
  fillOf(subject: string, reply: string): FillDraft | undefined;
  keepFill(fill: FillDraft): void;
  forgetFill(fill: FillKey): void;
  /** Keeps what is being filled in under another subject from now on. */
  moveFill(fill: FillKey, subject: string): void;
}

type FillKey = Pick<FillDraft, 'subject' | 'reply' | 'connectionId'>;

const formSaver = new DraftSaver(replyCommands, 'replies.draft');
const fillSavers = new Map<string, DraftSaver<typeof replyCommands, 'replies.fill'>>();

const nothing: StoredReplyDrafts = { form: undefined, fills: [] };

function keyOf({ subject, reply }: Pick<FillKey, 'subject' | 'reply'>): string {
  return JSON.stringify([subject, reply]);
}

/** A text based on an answer to somebody else must not outlive that answer: it stays in this panel. */
function isStored({ reply }: Pick<FillKey, 'reply'>): boolean {
  return !reply.startsWith(replyRef({ source: PAST_SOURCE, id: '' }));
}

function fillSaver(key: string): DraftSaver<typeof replyCommands, 'replies.fill'> {
  const saver = fillSavers.get(key) ?? new DraftSaver(replyCommands, 'replies.fill');
  if (!fillSavers.has(key)) saver.listen();
  fillSavers.set(key, saver);
  return saver;
}

/**
 * What is being written is kept here when another conversation or another part of the panel is shown, and in
 * the database when the panel closes.
 */
export const useReplyDrafts = create<ReplyDrafts>((set, get) => ({
  isRead: false,
  read: async () => {
    if (get().isRead) return;
    const { form, fills } = await readReplyDrafts(database).catch(() => nothing);
    set((now) => ({
      isRead: true,
      draft: now.draft ?? form,
      isWritten: now.isWritten || (now.draft === undefined && form !== undefined),
      fills: new Map([...fills.map((fill) => [keyOf(fill), fill] as const), ...now.fills]),
    }));
  },
  draft: undefined,
  isWritten: false,
  openedAt: 0,
  open: (draft, requests) =>
    set((form) => ({
      draft: form.isWritten ? (form.draft ?? draft) : draft,
      openedAt: requests,
    })),
  keep: (draft) => {
    if (draft === undefined) formSaver.now({});
    else formSaver.later({ draft });
    set({ draft, isWritten: draft !== undefined });
  },
  fills: new Map(),
  fillOf: (subject, reply) => get().fills.get(keyOf({ subject, reply })),
  keepFill: (fill) => {
    const key = keyOf(fill);
    const { body, answers, ...rest } = fill;
    if (isStored(fill)) fillSaver(key).later({ ...rest, text: { body, answers } });
    set(({ fills }) => ({ fills: new Map(fills).set(key, fill) }));
  },
  forgetFill: ({ subject, reply, connectionId }) => {
    const key = keyOf({ subject, reply });
    if (!get().fills.has(key)) return;
    if (isStored({ reply })) fillSaver(key).now({ subject, reply, connectionId });
    const left = new Map(get().fills);
    left.delete(key);
    set({ fills: left });
  },
  moveFill: (from, subject) => {
    const fill = get().fillOf(from.subject, from.reply);
    if (fill === undefined) return;
    get().keepFill({ ...fill, subject });
    get().forgetFill(from);
  },
}));

formSaver.listen();
