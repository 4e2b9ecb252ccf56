import * as v from 'valibot';
import { create } from 'zustand';
import { replySchema } from '../../../lib/model/reply';
import type { ReplyFormDraft } from '../../replies/reply-draft';
import { readLocal, writeLocal } from './local-value';

interface ReplyFormState {
  /** The response being written; absent when it was saved or given up. */
  draft: ReplyFormDraft | undefined;
  /** Something was written into it; a form that was only opened is no loss. */
  isWritten: boolean;
  /** The wishes for the search there had been when the form was opened: a later one puts it aside. */
  openedAt: number;
  /** Opens the form; with what was being written, if there is something. */
  open(draft: ReplyFormDraft, requests: number): void;
  keep(draft: ReplyFormDraft | undefined): void;
}

const name = 'reply-draft';

const draftSchema = v.object({
  source: replySchema.entries.source,
  id: v.optional(v.string()),
  title: v.string(),
  shortcut: v.string(),
  body: v.string(),
  tags: v.string(),
  language: v.string(),
  variants: replySchema.entries.variants,
  platforms: replySchema.entries.platforms,
  audience: v.picklist(['', 'customer', 'internal']),
});

const kept = readLocal(name, draftSchema);

/** What is being written survives another conversation, another part of the panel, and its end. */
export const useReplyFormStore = create<ReplyFormState>((set) => ({
  draft: kept && { ...kept, id: kept.id },
  isWritten: kept !== undefined,
  openedAt: 0,
  open: (draft, requests) =>
    set((form) => ({
      draft: form.isWritten ? (form.draft ?? draft) : draft,
      openedAt: requests,
    })),
  keep: (draft) => {
    writeLocal(name, draft);
    set({ draft, isWritten: draft !== undefined });
  },
}));
