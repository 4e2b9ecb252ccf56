import { create } from 'zustand';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { send } from '../../../lib/messaging/send';
import type { ContactRef } from '../../../lib/model/ids';
import { sayUnanswered } from '../send-from-panel';
import { sendUntilAnswered } from '../send-until-answered';

/** Clocks may disagree; a platform in trouble is left alone for so long at least. */
const SHORTEST_PAUSE_MS = 1_000;

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

/** A platform that is down, or asks for fewer calls, is asked again when its time has come. */
async function loadUntilDone(
  request: { windowId: number; anchor: ContactRef },
  isWanted: () => boolean,
): Promise<void> {
  while (isWanted()) {
    const goOnAt = await sendUntilAnswered(historyCommands, 'panel.all', request, isWanted);
    if (goOnAt === undefined) return;
    const pause = Math.max(goOnAt - Date.now(), SHORTEST_PAUSE_MS);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** How many requests there have been: one that was stopped must not go on beside the next. */
let rounds = 0;

/** The request to have a whole history loaded. It outlives the worker, not the panel. */
export const useLoadAllStore = create<LoadAllState>((set, get) => ({
  requested: undefined,
  load: (windowId, anchor) => {
    set({ requested: anchor });
    rounds += 1;
    const round = rounds;
    const isWanted = () => get().requested === anchor && round === rounds;
    loadUntilDone({ windowId, anchor }, isWanted)
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
