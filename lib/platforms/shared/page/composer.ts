import type { PageContext } from '../../../model/page';
import type { FoundComposer } from '../../contract/page';
import { editableSelector } from './editable';

const lastComposers = new WeakMap<Document, Element>();

/** Remembers that somebody put the caret into this element. */
export function rememberFocused(element: Element): void {
  if (element.matches(editableSelector)) lastComposers.set(element.ownerDocument, element);
}

/**
 * The composer the agent means: the one with focus, else the one that had it last, else the only
 * one. `several` when that does not decide.
 */
export function meantComposer<T extends Element>(
  document: Document,
  candidates: readonly T[],
): T | 'several' | undefined {
  const { activeElement } = document;
  const focused = candidates.find((each) => each.contains(activeElement));
  const last = lastComposers.get(document);
  const meant = focused ?? candidates.find((each) => each === last);
  return meant ?? (candidates.length > 1 ? 'several' : candidates[0]);
}

/** True where the page lets nobody type into the field. */
export function isReadOnly(element: Element): boolean {
  return element.matches(':disabled, [readonly], [aria-disabled="true"], [aria-readonly="true"]');
}

/** The composer's part of a page's context. */
export function composerContext(
  found: FoundComposer | undefined,
): Pick<PageContext, 'composer' | 'composerState'> {
  if (found === undefined) return { composer: 'none' };
  const isThere = found.element !== undefined;
  return { composer: isThere ? found.mode : 'none', composerState: found.state };
}
