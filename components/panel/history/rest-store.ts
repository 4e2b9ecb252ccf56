import { create } from 'zustand';
import { sendCommand } from '../../../lib/messaging/send';
import { sendUntilAnswered } from '../send-until-answered';
import { sayUnanswered } from '../use-panel-command';

interface RestState {
  /** The contact on screen of whose person everything is being loaded. */
  wished: string | undefined;
  /** Loads everything of this person (`contactRef`), also when the worker is stopped meanwhile. */
  load(windowId: number, anchor: string): void;
  /** Stops loading older items. What was loaded stays. */
  stop(windowId: number): void;
  /** This contact is on screen: a wish for another one is over, and the worker stops by itself. */
  keepOnly(anchor: string): void;
}

/** The wish to have a whole history loaded. It outlives the worker, not the panel. */
export const useRestStore = create<RestState>((set, get) => ({
  wished: undefined,
  load: (windowId, anchor) => {
    set({ wished: anchor });
    const isWished = () => get().wished === anchor;
    sendUntilAnswered('panel.all', { windowId, anchor }, isWished)
      .catch(sayUnanswered)
      .finally(() => {
        if (isWished()) set({ wished: undefined });
      });
  },
  stop: (windowId) => {
    set({ wished: undefined });
    sendCommand('panel.stop', { windowId }).catch(sayUnanswered);
  },
  keepOnly: (anchor) => {
    if (get().wished !== anchor) set({ wished: undefined });
  },
}));
