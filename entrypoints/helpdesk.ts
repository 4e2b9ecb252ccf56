import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import {
  isHoldKeysRequest,
  isInsertRequest,
  isReportRequest,
  isUndoInsertRequest,
} from '../lib/messaging/page-request';
import { ComposerMemory } from '../lib/page/composer-memory';
import { holdKeys } from '../lib/page/hold-keys';
import { Inserter } from '../lib/page/inserter';
import { Reporter } from '../lib/page/reporter';
import { isAlive, onWorkerMessage, tellWorker } from '../lib/page/runtime';
import { ScreenReader } from '../lib/page/screen-reader';
import { watchPage } from '../lib/page/watch-page';
import { pageAdapters } from '../lib/platforms/page-adapters';

/**
 * Ends the copy that ran here before: one of an earlier version, or one injected twice. WXT's context
 * for content scripts would do so by an event on the document, which the helpdesk's own scripts could
 * send as well, and would bring the polyfill, a third more of code, into every helpdesk page.
 */
declare global {
  var stopDeskside: (() => void) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.stopDeskside?.();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  globalThis.stopDeskside = stop;

  const screens = new ScreenReader(pageAdapters, document, location);
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
});
