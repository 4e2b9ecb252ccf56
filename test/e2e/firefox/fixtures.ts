import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import type { ConnectionForm } from '../../browser/connect';
import { fakeDisplay } from '../../browser/display';
import { findFirefox } from '../../browser/firefox/find-firefox';
import { Firefox } from '../../browser/firefox/firefox';
import { packFolder } from '../../browser/firefox/pack';
import { ADDON_ID } from '../../browser/firefox/preferences';
import { startProxy } from '../../browser/firefox/proxy';
import { type Helpdesks, startHelpdesks } from '../../helpdesks/start';
import { connectByHand } from './connect';
import { textOf } from './documents';

const built = path.resolve(import.meta.dirname, '../../../.output/firefox-mv3');

/** A Firefox in which the built extension was installed for good, and the helpdesks it leads to. */
export interface FirefoxDesk {
  helpdesks: Helpdesks;
  readonly firefox: Firefox;
  /** Connects an account by hand, unless that was done before. */
  connect(form: ConnectionForm): Promise<void>;
  /** Ends the browser and starts it again with what it had stored. */
  restart(): Promise<void>;
  /** Starts the browser anew with what an administrator preset for the extension, or without. */
  restartUnder(policy: object | undefined): Promise<void>;
  /** Writes into the log what the extension showed, and what the helpdesks were asked last. */
  tell(): Promise<void>;
}

/** All tests share one browser, and go on where the one before ended. */
export const test = base.extend<object, { desk: FirefoxDesk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
    async ({}, use) => {
      const program = findFirefox();
      if (program === undefined) throw new Error('there is no Firefox');
      const helpdesks = await startHelpdesks();
      // Without it nothing tells the id that a note's place in Chatra needs.
      helpdesks.chatra.switches.clientByChatId = true;
      const proxy = await startProxy(helpdesks);
      const folder = await mkdtemp(path.join(tmpdir(), 'deskside-firefox-'));
      const archive = path.join(folder, 'deskside.xpi');
      await packFolder(built, archive);
      const stopDisplay = await fakeDisplay();
      const profile = path.join(folder, 'profile');
      const managed = path.join(folder, 'home/.mozilla/managed-storage');
      for (const each of [profile, managed]) await mkdir(each, { recursive: true });
      const home = path.join(folder, 'home');
      const start = () => Firefox.start(program, { profile, home, proxyPort: proxy.port });
      let firefox = await start();
      await firefox.install(archive);
      const connected = new Set<string>();
      const restart = async () => {
        await firefox.end();
        firefox = await start();
      };
      await use({
        helpdesks,
        connect: async (form) => {
          if (!connected.has(form.platform)) await connectByHand(firefox, form);
          connected.add(form.platform);
        },
        get firefox() {
          return firefox;
        },
        restart,
        restartUnder: async (policy) => {
          const file = path.join(managed, `${ADDON_ID}.json`);
          const manifest = { name: ADDON_ID, description: 'A test', type: 'storage', data: policy };
          if (policy === undefined) await rm(file, { force: true });
          else await writeFile(file, JSON.stringify(manifest));
          await restart();
        },
        tell: async () => {
          for (const place of ['panel', 'picker'] as const) {
            console.log(`The ${place} showed:\n${await textOf(firefox, place)}`);
          }
          const asked = helpdesks.apiRequests().slice(-12);
          console.log(
            asked.map(({ method, path, status }) => `${method} ${path} ${status}`).join('\n'),
          );
        },
      });
      await firefox.end();
      stopDisplay();
      await proxy.stop();
      await helpdesks.server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
