import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { axeSource, barriersByAxe } from '../axe';
import { expect } from '../expect';
import { hand } from '../real-keys';
import { Marionette } from './marionette';
import { ADDON_ID, ADDON_URL, preferences } from './preferences';

/** A document of this browser: the tab in front, and what the extension shows or runs. */
export type Place = 'tab' | 'panel' | 'picker' | 'background';

/** The window of a page as its own scripts see it. */
export type PageWindow = Window & typeof globalThis;

/** Finds the document of a place; runs in the browser's own window. */
const places: Readonly<Record<Place, string>> = {
  tab: 'return gBrowser.selectedBrowser.browsingContext',
  panel: `return SidebarController.browser?.contentDocument
    ?.getElementById('webext-panels-browser')?.browsingContext`,
  picker: `return gBrowser.selectedBrowser.browsingContext.getAllBrowsingContextsInSubtree()
    .find((each) => each.currentWindowGlobal?.documentURI?.spec.startsWith('${ADDON_URL}picker.html'))`,
  background: `return [...WebExtensionPolicy.getByID('${ADDON_ID}').extension.views]
    .find((each) => each.viewType === 'background')?.xulBrowser.browsingContext`,
};

/** A Firefox with a window on this process's display, driven by mouse and keyboard and by Marionette. */
export class Firefox {
  private constructor(
    private readonly process: ChildProcess,
    private readonly marionette: Marionette,
  ) {}

  /**
   * Starts one with this profile, a folder, for a person whose own folder is `home`; waits until its
   * window has the keyboard.
   */
  static async start(
    program: string,
    { profile, home, proxyPort }: { profile: string; home: string; proxyPort: number },
  ): Promise<Firefox> {
    const lines = Object.entries(preferences(proxyPort)).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
    const portFile = path.join(profile, 'MarionetteActivePort');
    await rm(portFile, { force: true });
    const flags = ['--marionette', '--remote-allow-system-access', '--no-remote'];
    const size = ['--width', '1400', '--height', '900'];
    const child = spawn(program, [...flags, '--profile', profile, ...size], {
      stdio: 'ignore',
      env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1' },
    });
    let port = 0;
    const readPort = async () => {
      port = Number(await readFile(portFile, 'utf8').catch(() => '0'));
      return port;
    };
    await expect.poll(readPort, { timeout: 60_000 }).toBeGreaterThan(0);
    const marionette = await Marionette.connect(port);
    await marionette.command('WebDriver:NewSession', { acceptInsecureCerts: true });
    await marionette.command('WebDriver:SetTimeouts', { script: 30_000, pageLoad: 30_000 });
    await marionette.command('Marionette:SetContext', { value: 'chrome' });
    // The window may be drawn a little later.
    await expect(() => hand.takeWindow('firefox')).toPass({ timeout: 30_000 });
    return new Firefox(child, marionette);
  }

  /** Runs the body of a function in the browser's own window; what it returns has to be JSON. */
  async browser(body: string, ...args: unknown[]): Promise<unknown> {
    const script = `
      const done = arguments[arguments.length - 1];
      const args = [...arguments].slice(0, -1);
      (async () => { ${body} })().then(
        (value) => done({ value: value ?? null }),
        (error) => done({ error: String(error) }),
      );`;
    const answer = await this.marionette.command('WebDriver:ExecuteAsyncScript', {
      script,
      args,
      newSandbox: true,
    });
    return unwrapped((answer as { value: unknown }).value);
  }

  /**
   * Runs a function in a document. Its first argument is the page's own window; it must not use
   * anything around it. Throws while the document is not there.
   */
  async in<A extends unknown[], R>(
    place: Place,
    run: (page: PageWindow, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    return (await this.#run(place, run.toString(), args)) as R;
  }

  /** What keeps anybody out of what a document shows, by axe: each rule with the elements that break it. */
  async barriers(place: Place): Promise<unknown> {
    const source = `async () => {
      ${axeSource}
      return (${barriersByAxe.toString()})();
    }`;
    return this.#run(place, source, []);
  }

  async #run(place: Place, source: string, args: readonly unknown[]): Promise<unknown> {
    const script = `
      const done = arguments[arguments.length - 1];
      const args = [...arguments].slice(0, -1);
      (async () => (${source})(window.wrappedJSObject ?? window, ...args))().then(
        (value) => done(JSON.stringify({ value: value ?? null })),
        (error) => done(JSON.stringify({ error: String(error) })),
      );`;
    const answer = await this.browser(
      `const context = (() => { ${places[place]} })();
       const actor = context?.currentWindowGlobal?.getActor('MarionetteCommands');
       if (actor === undefined) throw new Error('not there: ' + args[0]);
       const options = { async: true, newSandbox: true, timeout: 30000, sandboxName: null };
       const result = await actor.executeScript(args[1], args[2], { ...options, line: 0, file: 'x' });
       return typeof result === 'string' ? result : result.value;`,
      place,
      script,
      args,
    );
    return unwrapped(JSON.parse(String(answer)));
  }

  /** Whether the extension shows this now. */
  async has(place: Place): Promise<boolean> {
    const found = `return (() => { ${places[place]} })()?.currentWindowGlobal != null`;
    return (await this.browser(found)) === true;
  }

  /** Opens an address in a new tab in front. */
  async openTab(url: string): Promise<void> {
    await this.browser(
      `const options = { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() };
       gBrowser.selectedTab = gBrowser.addTab(args[0], options);
       const browser = gBrowser.selectedBrowser;
       while (browser.currentURI.spec === 'about:blank' || browser.webProgress.isLoadingDocument) {
         await new Promise((resolve) => window.requestAnimationFrame(resolve));
       }`,
      url,
    );
  }

  /** Shuts all tabs but a new empty one. */
  async closeTabs(): Promise<void> {
    await this.browser(
      `const options = { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() };
       gBrowser.selectedTab = gBrowser.addTab('about:blank', options);
       for (const tab of [...gBrowser.tabs]) if (!tab.selected) gBrowser.removeTab(tab);`,
    );
  }

  /** Clicks with the mouse into the middle of what a function finds in a document. */
  async click<A extends unknown[]>(
    place: Place,
    find: (page: PageWindow, ...args: A) => Element | null | undefined,
    ...args: A
  ): Promise<void> {
    const source = `async (page, ...args) => {
      const find = ${find.toString()};
      const placeOf = async () => {
        const element = find(page, ...args);
        if (element == null) throw new Error('nothing to click');
        element.scrollIntoView({ block: 'nearest' });
        await new Promise((resolve) => window.requestAnimationFrame(resolve));
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const hit = window.document.elementFromPoint(x, y);
        if (!element.contains(hit)) throw new Error('something lies on it');
        return [window.mozInnerScreenX + x, window.mozInnerScreenY + y];
      };
      const [first, second] = [await placeOf(), await placeOf()];
      if (String(first) !== String(second)) throw new Error('it still moves');
      page.isClicked = 'not yet';
      const receive = ({ target }) => {
        page.isClicked = find(page, ...args)?.contains(target) ?? true;
      };
      window.addEventListener('click', receive, { capture: true, once: true });
      return second;
    }`;
    await expect(async () => {
      const [x = 0, y = 0] = (await this.#run(place, source, args)) as number[];
      hand.click(Math.round(x), Math.round(y));
      // A click that is late must not be made twice.
      await expect.poll(() => this.#isClicked(place), { timeout: 10_000 }).not.toBe('not yet');
      // What came in between may have moved it: then something else was hit, or nothing.
      expect(await this.#isClicked(place)).toBe(true);
    }).toPass({ intervals: [50, 100], timeout: 45_000 });
  }

  /** Whether the last click hit what it was for; a document that is not there any more has received it. */
  #isClicked(place: Place): Promise<unknown> {
    return this.#run(place, '(page) => page.isClicked ?? true', []).catch(() => true);
  }

  /** Installs a packed extension permanently. */
  install(archive: string): Promise<unknown> {
    return this.marionette.command('Addon:Install', { path: archive, temporary: false });
  }

  /** Stops the background page, as Firefox does with one that is idle. */
  stopBackground(): Promise<unknown> {
    return this.browser(
      `const { extension } = WebExtensionPolicy.getByID(args[0]);
       const how = { ignoreDevToolsAttached: true, disableResetIdleForTest: true };
       await extension.terminateBackground(how);
       return extension.backgroundState;`,
      ADDON_ID,
    );
  }

  /** Closes the browser as a person does; one that does not close is killed. */
  async end(): Promise<void> {
    const { exitCode, signalCode } = this.process;
    if (exitCode !== null || signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.process.once('exit', () => resolve()));
    const kill = setTimeout(() => this.process.kill('SIGKILL'), 30_000);
    this.marionette.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    await ended;
    clearTimeout(kill);
    this.marionette.close();
  }
}

function unwrapped(answer: unknown): unknown {
  const { error, value } = answer as { error?: string; value?: unknown };
  if (error !== undefined) throw new Error(error);
  return value;
}
