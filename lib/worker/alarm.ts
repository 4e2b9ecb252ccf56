import { browser } from 'wxt/browser';

/** An alarm of the browser, which starts the worker again when its time has come. */
export class Alarm {
  constructor(private readonly name: string) {}

  /** Sets it to `at` (epoch ms) instead of whatever it was set to; `undefined` takes it away. */
  async schedule(at: number | undefined): Promise<void> {
    if (at === undefined) await browser.alarms.clear(this.name);
    else await browser.alarms.create(this.name, { when: at });
  }

  /** To be called before the worker's first pause; otherwise the browser does not report it. */
  listen(onAlarm: () => void): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === this.name) onAlarm();
    });
  }
}
