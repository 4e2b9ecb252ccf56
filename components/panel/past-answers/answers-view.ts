import { create } from 'zustand';

interface AnswersView {
  isOpen: boolean;
  /** Key of the answer that was chosen last. */
  chosen: string | undefined;
  setOpen(isOpen: boolean): void;
  choose(key: string): void;
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
