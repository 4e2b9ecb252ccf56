import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { NoteOutbox } from '../../../lib/worker/notes/outbox';
import { Preparation } from '../../../lib/worker/prepare';
import { startWorker } from '../../../lib/worker/start';

type Listener = (...args: unknown[]) => unknown;

function isEvent(value: unknown): value is { addListener(listener: Listener): void } {
  return typeof value === 'object' && value !== null && 'addListener' in value;
}

/** Every event of the browser by its name, with what listens to it from now on. */
function heard(): Map<string, Listener[]> {
  const listeners = new Map<string, Listener[]>();
  for (const [area, members] of Object.entries(browser)) {
    if (typeof members !== 'object' || members === null) continue;
    for (const [name, event] of Object.entries(members)) {
      if (!isEvent(event)) continue;
      const own: Listener[] = [];
      listeners.set(`${area}.${name}`, own);
      vi.spyOn(event, 'addListener').mockImplementation((listener) => void own.push(listener));
    }
  }
  return listeners;
}

test('a permission that is granted again sets going the notes that waited for it', async () => {
  const listeners = heard();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const resume = vi.spyOn(NoteOutbox.prototype, 'connectionsChanged').mockResolvedValue();
  vi.spyOn(NoteOutbox.prototype, 'wake').mockResolvedValue();
  vi.spyOn(Preparation.prototype, 'done').mockResolvedValue();
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation(async () => []);
  vi.spyOn(browser.sidePanel, 'setPanelBehavior').mockResolvedValue();
  startWorker();
  expect(resume).not.toHaveBeenCalled();
  for (const listener of listeners.get('permissions.onAdded') ?? [])
    listener({ origins: ['https://desk.example/*'] });
  await vi.waitFor(() => expect(resume).toHaveBeenCalledOnce());
});
