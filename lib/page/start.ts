import {
  isClosePickerRequest,
  isHoldKeysRequest,
  isInsertRequest,
  isReportRequest,
  isStopWalkRequest,
  isUndoInsertRequest,
  isWalkRequest,
} from '../messaging/page-request';
import type { PageAdapter } from '../platforms/contract/page';
import type { WalkHost } from '../walk/page-walk';
import { ComposerMemory } from './composer-memory';
import { holdKeys } from './hold-keys';
import { Inserter } from './inserter';
import { PickerFrame } from './picker-frame';
import { Reporter } from './reporter';
import { askWorker, extensionUrl, isAlive, onWorkerMessage, tellWorker } from './runtime';
import { ScreenReader } from './screen-reader';
import { keepEnterAfterShortcut } from './unseen-shortcut';
import { watchPage } from './watch-page';

/**
 * Ends the copy that ran here before: one of an earlier version, or one injected twice. WXT's context
 * for content scripts would do so by an event on the document, which the helpdesk's own scripts could
 * send as well, and would bring the polyfill, a third more of code, into every helpdesk page.
 */
declare global {
  var stopDeskside: (() => void) | undefined;
}

/** Puts the content script's parts together in a page of this platform and sets them going. */
export function startOnPage(adapter: PageAdapter): void {
  globalThis.stopDeskside?.();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  globalThis.stopDeskside = stop;
  globalThis.desksideWalk = undefined;

  const screens = new ScreenReader(adapter, document, location);
  const reporter = new Reporter(screens, { tell: tellWorker });
  const report = (): void => {
    if (isAlive()) void reporter.report();
    else stop();
  };
  const { signal } = controller;
  const memory = new ComposerMemory(document, signal);
  const tools = () => globalThis.desksideInsertion;
  const inserter = new Inserter(screens, { memory, signal, tools });
  const picker = import.meta.env.FIREFOX ? startPicker(signal) : undefined;
  if (picker === undefined)
    keepEnterAfterShortcut(window, () => tellWorker('page.shortcut', {}), signal);
  const walkHost = {
    ...{ adapter, document, signal, tell: tellWorker },
    hold: (isHeld: boolean) => reporter.hold(isHeld),
  };
  const write = <T>(act: () => Promise<T>): Promise<T> => picker?.whileWriting(act) ?? act();
  const repeatIfAsked = (message: unknown): boolean => {
    const isAsked = isReportRequest(message);
    if (isAsked) void reporter.repeat();
    return isAsked;
  };
  const stopListening = onWorkerMessage((message) => {
    if (isInsertRequest(message)) return write(() => inserter.insert(message));
    if (isUndoInsertRequest(message)) return write(() => inserter.undo());
    if (isHoldKeysRequest(message)) {
      if (picker === undefined) return holdKeys(document, signal);
      picker.open();
      return true;
    }
    if (isClosePickerRequest(message)) {
      picker?.close();
      return true;
    }
    return answerWalk(message, walkHost) ?? repeatIfAsked(message);
  });
  controller.signal.addEventListener('abort', stopListening, { once: true });
  window.addEventListener('pagehide', () => void tellWorker('page.gone', {}), controller);
  window.addEventListener(
    'pageshow',
    (event) => event.persisted && void reporter.repeat(),
    controller,
  );
  watchPage(document, controller.signal, report);
  report();
}

/**
 * Starts to read a conversation to its first message, or stops that; false where what does it was not
 * brought along yet, `undefined` where the worker asks for something else.
 */
function answerWalk(message: unknown, host: WalkHost): boolean | undefined {
  const walk = globalThis.desksideWalk;
  if (isWalkRequest(message)) walk?.start(message.conversationId, host);
  else if (isStopWalkRequest(message)) walk?.stop();
  else return undefined;
  return walk !== undefined;
}

function startPicker(signal: AbortSignal): PickerFrame {
  const ports = {
    shortcut: () => askWorker('page.shortcut', {}),
    ticket: () => askWorker('page.picker', {}),
    address: extensionUrl('/picker.html'),
  };
  return new PickerFrame(document, ports, signal);
}
