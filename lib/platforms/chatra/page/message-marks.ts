import { editableSelector } from '../../shared/page/editable';
import { isDrawn } from '../../shared/page/in-front';
import { ownParts } from './message-meta';

/** Whether the app marks the message like this: on itself, on its bubble, or beside the words. */
export function hasMark(element: Element, mark: 'edited' | 'deleted'): boolean {
  const named = `[class*="__${mark}"], [class*="--${mark}"], .is-${mark}`;
  return element.matches(named) || ownParts(element, named).some(isDrawn);
}

/** While somebody edits it, a message shows a field in place of its words. */
export function isEdited(element: Element): boolean {
  return ownParts(element, `.is-editing, ${editableSelector}`).length > 0;
}

/** What the app itself reports ("Sam joined") among the messages. */
export function isAppLine(element: Element): boolean {
  return element.matches(
    '[class*="--system"], [class*="--service"], [class*="--event"], .is-system, .is-service, .is-event',
  );
}
