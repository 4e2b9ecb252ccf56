import { vi } from 'vitest';
import type { PageAdapter } from '../../../../lib/platforms/contract/page';
import type { Emulator } from '../../../helpdesks/core/emulator';

// Drawing a whole app takes a moment on a slow machine, and the first time its libraries are loaded.
vi.setConfig({ testTimeout: 30_000 });

/** Waits until the assertion holds, for as long as a slow machine needs to draw. */
export function eventually(assertion: () => void): Promise<void> {
  return vi.waitFor(assertion, { timeout: 10_000 });
}

/** The script of an emulated helpdesk page, and the adapter that has to read what it draws. */
export interface PageModules {
  draw(): Promise<unknown>;
  adapter(): Promise<PageAdapter>;
}

/**
 * Opens an address of an emulated helpdesk in this document and lets the helpdesk's own script draw
 * it. Script and adapter are loaded anew, as in a tab that was opened just now.
 */
export async function openDrawn(
  emulator: Emulator,
  address: string,
  modules: PageModules,
): Promise<PageAdapter> {
  vi.resetModules();
  const { html, url } = await load(emulator, address);
  Reflect.get(window, 'happyDOM').setURL(url);
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) =>
    emulator.handle(new Request(new URL(path, url), init)),
  );
  // The script under that address is loaded from its sources below.
  const inline = html.replace(/<link [^>]*>|<script [^>]*src=[^>]*><\/script>/g, '');
  const parsed = new DOMParser().parseFromString(inline, 'text/html');
  document.head.innerHTML = parsed.head.innerHTML;
  document.body.innerHTML = parsed.body.innerHTML;
  const adapter = await modules.adapter();
  await modules.draw();
  return adapter;
}

async function load(emulator: Emulator, address: string): Promise<{ html: string; url: string }> {
  for (let url = address; ; ) {
    const answer = await emulator.handle(new Request(url));
    const redirect = answer.headers.get('location');
    if (redirect === null) return { html: await answer.text(), url };
    url = new URL(redirect, url).href;
  }
}

/** What the adapter says of the page now. */
export function read(adapter: PageAdapter) {
  return adapter.read(document, window.location);
}
