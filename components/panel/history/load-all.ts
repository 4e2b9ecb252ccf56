import { create } from 'zustand';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { send } from '../../../lib/messaging/send';
import type { ContactRef } from '../../../lib/model/ids';
import { sayUnanswered } from '../send-from-panel';
import { sendUntilAnswered } from '../send-until-answered';

/** Clocks may disagree; a platform in trouble is left alone for at least this long. */
const SHORTEST_PAUSE_MS = 1_000;

interface LoadAllState {
  /** The contact on screen whose person is being loaded completely. */
  requested: string | undefined;
  /** Loads everything about this person (`contactRef`), even if the worker is stopped meanwhile. */
  load(windowId: number, anchor: ContactRef): void;
  /** Stops loading older items. What was loaded stays. */
  stop(windowId: number): void;
  /** This contact is on screen: a request for another one ends, and the worker stops by itself. */
  keepOnly(anchor: ContactRef): void;
}

/** A platform that is down, or asks for fewer calls, is asked again at the time it allows. */
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

/** How many requests there have been: one that was stopped must not continue beside the next. */
let rounds = 0;

/** The request to load a whole history. It outlives the worker, but not the panel. */
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
