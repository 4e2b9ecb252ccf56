import { create } from 'zustand';

interface PaletteState {
  /** What is shown above the panel: the command palette, or the sheet of shortcuts. */
  shown: 'commands' | 'shortcuts' | undefined;
  show(what: 'commands' | 'shortcuts'): void;
  close(): void;
}

/** Whether the command palette or the sheet of shortcuts is open. */
export const usePalette = create<PaletteState>((set) => ({
  shown: undefined,
  show: (shown) => set({ shown }),
  close: () => set({ shown: undefined }),
}));
