import * as v from 'valibot';
import { command, done } from './command';

/** What the panel asks for about the page in front. Not among what it loads at its start. */
export const walkCommands = {
  /**
   * Read the conversation on screen off its page, from the newest message to the first, or stop that. How
   * it goes is told in the row of the screen.
   */
  'panel.walk': command(
    ['panel'],
    v.object({ windowId: v.pipe(v.number(), v.integer()), action: v.picklist(['start', 'stop']) }),
    done,
  ),
} as const;
