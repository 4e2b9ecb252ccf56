import {
  isHoldKeysRequest,
  isInsertRequest,
  isReportRequest,
  isUndoInsertRequest,
} from '../messaging/page-request';
import type { PageAdapter } from '../platforms/contract/page';
import { ComposerMemory } from './composer-memory';
import { holdKeys } from './hold-keys';
import { Inserter } from './inserter';
import { Reporter } from './reporter';
import { isAlive, onWorkerMessage, tellWorker } from './runtime';
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

/** Puts the content script's parts together in a page of this platform and sets them going. */
export function startOnPage(adapter: PageAdapter): void {
  globalThis.stopDeskside?.();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  globalThis.stopDeskside = stop;

  const screens = new ScreenReader(adapter, document, location);
  const reporter = new Reporter(screens, { tell: tellWorker });
  const report = (): void => {
    if (isAlive()) void reporter.report();
    else stop();
  };
  const { signal } = controller;
  const memory = new ComposerMemory(document, signal);
  const inserter = new Inserter(screens, { memory, signal });
  const stopListening = onWorkerMessage((message) => {
    if (isInsertRequest(message)) return inserter.insert(message);
    if (isUndoInsertRequest(message)) return inserter.undo();
    if (isHoldKeysRequest(message)) return holdKeys(document, signal);
    if (!isReportRequest(message)) return false;
    void reporter.repeat();
    return true;
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
