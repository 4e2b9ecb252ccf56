import { create } from 'zustand';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { send } from '../../../lib/messaging/send';
import type { ContactRef } from '../../../lib/model/ids';
import { sayUnanswered } from '../send-from-panel';
import { sendUntilAnswered } from '../send-until-answered';

interface LoadAllState {
  /** The contact on screen of whose person everything is being loaded. */
  requested: string | undefined;
  /** Loads everything of this person (`contactRef`), also when the worker is stopped meanwhile. */
  load(windowId: number, anchor: ContactRef): void;
  /** Stops loading older items. What was loaded stays. */
  stop(windowId: number): void;
  /** This contact is on screen: a request for another one is over, and the worker stops by itself. */
  keepOnly(anchor: ContactRef): void;
}

/** The request to have a whole history loaded. It outlives the worker, not the panel. */
export const useLoadAllStore = create<LoadAllState>((set, get) => ({
  requested: undefined,
  load: (windowId, anchor) => {
    set({ requested: anchor });
    const isWanted = () => get().requested === anchor;
    sendUntilAnswered(historyCommands, 'panel.all', { windowId, anchor }, isWanted)
      .catch(sayUnanswered)
      .finally(() => {
        if (isWanted()) set({ requested: undefined });
      });
  },
  stop: (windowId) => {
    set({ requested: undefined });
    send(historyCommands, 'panel.stop', { windowId }).catch(sayUnanswered);
  },
  keepOnly: (anchor) => {
    if (get().requested !== anchor) set({ requested: undefined });
  },
}));
