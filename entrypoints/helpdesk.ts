import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isReportRequest } from '../lib/messaging/page-request';
import { watchPage } from '../lib/page/changes';
import { Reporter } from '../lib/page/reporter';
import { isAlive, onWorkerMessage, tell } from '../lib/page/runtime';
import { pageAdapters } from '../lib/platforms/pages';

/** Ends the copy that ran here before: one of an earlier version, or one injected twice. */
declare global {
  var stopDeskside: (() => void) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.stopDeskside?.();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  globalThis.stopDeskside = stop;

  const reporter = new Reporter(pageAdapters, { document, location, tell });
  const report = (): void => {
    if (isAlive()) void reporter.report();
    else stop();
  };
  const stopListening = onWorkerMessage((message) => {
    if (!isReportRequest(message)) return false;
    void reporter.repeat();
    return true;
  });
  controller.signal.addEventListener('abort', stopListening, { once: true });
  window.addEventListener('pagehide', () => void tell('page.gone', {}), controller);
  window.addEventListener(
    'pageshow',
    (event) => event.persisted && void reporter.repeat(),
    controller,
  );
  watchPage(document, controller.signal, report);
  report();
});
