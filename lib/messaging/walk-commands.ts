import * as v from 'valibot';
import { command, done } from './define-command';

/** Commands of the panel about the page in front. Not among what it loads at its start. */
export const walkCommands = {
  /**
   * Read the conversation on screen off its page, from the newest message to the first, or stop that. The
   * row of the screen shows its progress.
   */
  'panel.walk': command(
    ['panel'],
    v.object({ windowId: v.pipe(v.number(), v.integer()), action: v.picklist(['start', 'stop']) }),
    done,
  ),
} as const;
