import { create } from 'zustand';

interface AnswersView {
  isOpen: boolean;
  /** Which answer was chosen last, and in which conversation: in another it means nothing. */
  chosen: { subject: string; key: string } | undefined;
  setOpen(isOpen: boolean): void;
  choose(chosen: { subject: string; key: string }): void;
}

/**
 * How old answers are viewed: kept while something else is typed, filled in or shown. Contains none of their
 * text.
 */
export const useAnswersView = create<AnswersView>((set) => ({
  isOpen: true,
  chosen: undefined,
  setOpen: (isOpen) => set({ isOpen }),
  choose: (chosen) => set({ chosen }),
}));
