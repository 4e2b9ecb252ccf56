import {
  asksToInsert,
  asksToUndoInsert,
  isClosePickerRequest,
  isHoldKeysRequest,
  isReportRequest,
  isStopWalkRequest,
  isWalkRequest,
} from '../messaging/page-request';
import type { InsertOutcome } from '../model/insertion';
import type { PageAdapter } from '../platforms/contract/page';
import { pickerTag } from '../platforms/shared/page/in-front';
import type { WalkHost } from '../walk/conversation-walk';
import type { ActivityWatch } from './activity-watch';
import { ComposerMemory } from './composer-memory';
import { UnseenShortcut } from './hold-after-unseen-shortcut';
import { holdKeys, isHoldingKeys } from './hold-keys';
import type { Inserter } from './inserter';
import { learnNotices, noticeTag } from './keys-notice';
import { PickerFrame } from './picker-frame';
import { Reporter } from './reporter';
import { askWorker, extensionUrl, isAlive, onWorkerMessage, tellWorker } from './runtime';
import { ScreenReader } from './screen-reader';
import { watchPage } from './watch-page';

/**
 * Ends the copy that ran here before: one of an earlier version, or one injected twice. WXT's context
 * for content scripts would do so by an event on the document, which the helpdesk's own scripts could
 * send as well, and would bring the polyfill, a third more of code, into every helpdesk page.
 */
declare global {
  var stopDeskside: (() => void) | undefined;
}

/**
 * Puts the content script's parts together in a page of this platform and starts them. `Activity` is left out
 * where the page is captured.
 */
export function startOnPage(adapter: PageAdapter, Activity?: typeof ActivityWatch): void {
  globalThis.stopDeskside?.();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  globalThis.stopDeskside = stop;
  globalThis.desksideWalk = undefined;

  const screens = new ScreenReader(adapter, document, location);
  const activity = Activity && new Activity(() => void tellWorker('page.activity', {}));
  const reporter = new Reporter(screens, { tell: tellWorker, activity });
  const report = (): void => {
    if (isAlive()) void reporter.report();
    else stop();
  };
  const { signal } = controller;
  leaveToSuccessor(signal, stop);
  const memory = new ComposerMemory(document, signal);
  let inserter: Inserter | undefined;
  const insertion = (
    act: (inserter: Inserter) => Promise<InsertOutcome>,
  ): Promise<InsertOutcome> => {
    inserter ??= globalThis.desksideInserter?.(screens, { memory, signal });
    const known = inserter;
    if (known === undefined) return Promise.resolve({ kind: 'refused', reason: 'page-gone' });
    return picker?.whileWriting(() => act(known)) ?? act(known);
  };
  const picker = import.meta.env.FIREFOX ? startPicker(signal) : undefined;
  const unseen = import.meta.env.FIREFOX ? undefined : startUnseenShortcut(signal);
  const walkHost = {
    ...{ adapter, document, signal },
    tell: (type: string, payload: unknown) => {
      // A page must not be scrolled for an extension that was updated meanwhile.
      if (!isAlive()) stop();
      return tellWorker(type, payload);
    },
    hold: (isHeld: boolean) => reporter.hold(isHeld),
  };
  const repeatIfAsked = (message: unknown): boolean => {
    const isAsked = isReportRequest(message);
    if (isAsked) void reporter.repeat();
    return isAsked;
  };
  const stopListening = onWorkerMessage((message) => {
    if (asksToInsert(message)) return insertion((known) => known.insert(message));
    if (asksToUndoInsert(message)) return insertion((known) => known.undo(message));
    if (isHoldKeysRequest(message)) {
      if (picker === undefined) return holdKeys(document, signal, unseen?.take());
      picker.open();
      return true;
    }
    if (isClosePickerRequest(message)) {
      picker?.close();
      return true;
    }
    return answerWalk(message, walkHost) ?? repeatIfAsked(message);
  });
  signal.addEventListener('abort', stopListening, { once: true });
  window.addEventListener('pagehide', () => void tellWorker('page.gone', {}), controller);
  window.addEventListener(
    'pageshow',
    (event) => event.persisted && void reporter.repeat(),
    controller,
  );
  watchPage(document, signal, report, adapter.isAddressEnough);
  report();
  void learnNotices();
}

const askShortcut = () => askWorker('page.shortcut', {});

function startUnseenShortcut(signal: AbortSignal): UnseenShortcut {
  const ports = { shortcut: askShortcut, isHolding: isHoldingKeys };
  return new UnseenShortcut(document, ports, signal);
}

/** An event that copies from before an update can receive: they run in a world of their own. */
const successorEvent = 'deskside-started';

/** Events of a person to which an earlier copy must no longer react. */
const acts = ['keydown', 'keyup', 'pointerdown', 'input'];

/**
 * Ends this copy when its extension was updated, reloaded or removed: with the next one that starts
 * here, or before it does anything to a key or a click. Ends earlier copies, too. If the page itself
 * sends that event, nothing happens: a copy whose extension is there goes on.
 */
function leaveToSuccessor(signal: AbortSignal, stop: () => void): void {
  window.dispatchEvent(new Event(successorEvent));
  const look = (): void => void (isAlive() || stop());
  for (const type of [successorEvent, ...acts]) {
    window.addEventListener(type, look, { capture: true, signal });
  }
  // Where the browser ended them at once, what they had put above the page is still there.
  for (const left of document.querySelectorAll(`${pickerTag}, ${noticeTag}`)) left.remove();
}

/**
 * Starts to read a conversation to its first message, or stops that; false where the code for it is not
 * loaded yet or nothing runs that could be stopped, `undefined` where the worker asks for something else.
 */
function answerWalk(message: unknown, host: WalkHost): boolean | undefined {
  const walk = globalThis.desksideWalk;
  if (isWalkRequest(message)) walk?.start(message.conversationId, host);
  else if (isStopWalkRequest(message)) return walk?.stop() ?? false;
  else return undefined;
  return walk !== undefined;
}

function startPicker(signal: AbortSignal): PickerFrame {
  const ports = {
    shortcut: askShortcut,
    ticket: () => askWorker('page.picker', {}),
    address: extensionUrl('/picker.html'),
  };
  return new PickerFrame(document, ports, signal);
}
