import { vi } from 'vitest';
import type { PageAdapter } from '../../../../lib/platforms/contract/page';
import type { Emulator } from '../../../helpdesks/core/emulator';

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
  forgetListeners();
  await allAnswered();
  const { html, url } = await load(emulator, address);
  Reflect.get(window, 'happyDOM').setURL(url);
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    const answer = emulator.handle(new Request(new URL(path, url), init));
    waiting.add(answer);
    return answer.finally(() => waiting.delete(answer));
  });
  // The script under that address is loaded from its sources below.
  const inline = html.replace(/<link [^>]*>|<script [^>]*src=[^>]*><\/script>/g, '');
  const parsed = new DOMParser().parseFromString(inline, 'text/html');
  document.head.innerHTML = parsed.head.innerHTML;
  document.body.innerHTML = parsed.body.innerHTML;
  const adapter = await modules.adapter();
  await modules.draw();
  return adapter;
}

const waiting = new Set<Promise<Response>>();

/** A page asks again within so many turns after an answer, or no more. */
const quietTurns = 10;

/** What the page before still asks for must not be asked of the next one's server. */
async function allAnswered(): Promise<void> {
  for (let quiet = 0; quiet < quietTurns; quiet += 1) {
    if (waiting.size > 0) quiet = 0;
    await Promise.allSettled(waiting);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

const { addEventListener } = window;
const stops: (() => void)[] = [];

/** A page that was opened before listens no more: all of them share this window. */
function forgetListeners(): void {
  for (const stop of stops.splice(0)) stop();
  window.addEventListener = (...[type, listener, options]: Parameters<typeof addEventListener>) => {
    addEventListener.call(window, type, listener, options);
    stops.push(() => window.removeEventListener(type, listener, options));
  };
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
