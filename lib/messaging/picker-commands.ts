import * as v from 'valibot';
import { command, done } from './define-command';
import { keysNotices } from './page-request';

const windowId = v.pipe(v.number(), v.integer());

/**
 * The picker: the search for canned responses in a frame above the helpdesk page, for browsers whose
 * panel cannot be given the keyboard.
 */
export const pickerCommands = {
  /** The shortcut for the canned responses, as the browser writes it; empty when there is none. */
  'page.shortcut': command(['page'], v.object({}), v.string()),
  /** The text of this notice, in the current language. */
  'page.notice': command(['page'], v.object({ notice: v.picklist(keysNotices) }), v.string()),
  /** The page shows the picker now. Answers a ticket for one frame. */
  'page.picker': command(['page'], v.object({}), v.string()),
  /** Accept a ticket; answers the window that it is for, once. */
  'panel.open-picker': command(
    ['panel'],
    v.object({ ticket: v.pipe(v.string(), v.maxLength(100)) }),
    v.optional(windowId),
  ),
  /** Go back to the page in front of this window. */
  'panel.close-picker': command(['panel'], v.object({ windowId }), done),
} as const;
