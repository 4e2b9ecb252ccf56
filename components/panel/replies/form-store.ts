import { create } from 'zustand';
import type { ReplyDraft } from '../../replies/draft';

interface FormState {
  /** The response being written in this panel; absent while the form is shut. */
  draft: ReplyDraft | undefined;
  keep(draft: ReplyDraft | undefined): void;
}

/** What is being written survives another conversation and another part of the panel. */
export const useFormStore = create<FormState>((set) => ({
  draft: undefined,
  keep: (draft) => set({ draft }),
}));
