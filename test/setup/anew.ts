// Runs before each file of unit tests that shares its thread although it has stand-ins: when its tests have ended,
// nothing of it is left for the next one. What packages hold is loaded once for a thread, which is what saves the time.
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listen = typeof window.addEventListener;

const stops: (() => void)[] = [];

function rememberListeners(target: Window | Document): void {
  const listen: Listen = target.addEventListener;
  target.addEventListener = (...[type, listener, options]: Parameters<Listen>) => {
    listen.call(target, type, listener, options);
    stops.push(() => target.removeEventListener(type, listener, options));
  };
  afterAll(() => {
    for (const stop of stops) stop();
    target.addEventListener = listen;
  });
}

async function forgetPage(): Promise<void> {
  const { cleanup } = await import('@testing-library/react');
  cleanup();
  for (const each of [document.documentElement, document.head, document.body]) {
    for (const name of each.getAttributeNames()) each.removeAttribute(name);
  }
  document.head.replaceChildren();
  document.body.replaceChildren();
  document.title = '';
  localStorage.clear();
  sessionStorage.clear();
}

// Databases of files before would be asked to close, and say so.
globalThis.indexedDB = new IDBFactory();
Dexie.dependencies.indexedDB = indexedDB;

const isPage = 'document' in globalThis;
const start = isPage ? location.href : '';
if (isPage) {
  // These listen to a document when they first meet it, and never again.
  const { userEvent } = await import('@testing-library/user-event');
  userEvent.setup();
  const { createRoot } = await import('react-dom/client');
  createRoot(document.createElement('div'));
  for (const target of [window, document]) rememberListeners(target);
}

afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  if (isPage) {
    await forgetPage();
    history.replaceState(null, '', start);
  }
  fakeBrowser.reset();
  // Modules that were imported with a stand-in would keep it, also those that are still on their way.
  await vi.dynamicImportSettled();
  vi.resetModules();
});
