import type { Page } from '@playwright/test';
import { expect } from './expect';

export type Spans = { text: string; marks?: string[]; link?: string }[];

/** Blocks of a text as a message carries them. */
export function paragraphs(...texts: string[]) {
  return { blocks: texts.map((text) => ({ kind: 'paragraph', spans: [{ text }] })) };
}

export interface InsertCommand {
  text: { blocks: unknown[] };
  mode?: 'reply' | 'note';
  /** As the panel showed it when the text was written; otherwise what the tab in front is about now. */
  subject?: string;
  reply?: { source: string; id: string };
}

/** What the tab in front is about, from the database as the panel reads it. */
export function subjectOnScreen(panel: Page): Promise<string> {
  return panel.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('deskside');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const row = await new Promise<unknown>((resolve) => {
      const get = database
        .transaction('screens')
        .objectStore('screens')
        .get(tab?.id ?? -1);
      get.onsuccess = () => resolve(get.result);
    });
    database.close();
    return String((row as { subject?: string } | undefined)?.subject);
  });
}

/** What is inserted from here is one after another, and the last is what is taken back. */
const insertionId = 'from the test';

/** Sends the panel's own command from the real panel page; returns the outcome. */
export async function insert(panel: Page, command: InsertCommand): Promise<unknown> {
  const subject = command.subject ?? (await subjectOnScreen(panel));
  return ask(panel, 'panel.insert', { mode: 'reply', insertionId, ...command, subject });
}

export function undoInsert(panel: Page): Promise<unknown> {
  return ask(panel, 'panel.undo-insert', { insertionId });
}

function ask(panel: Page, type: string, payload: object): Promise<unknown> {
  return panel.evaluate(
    async ([name, content]) => {
      const { id } = await chrome.windows.getCurrent();
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const place = { windowId: id, tabId: tab?.id ?? -1 };
      const message = { type: name, payload: { ...(content as object), ...place } };
      const answer = (await chrome.runtime.sendMessage(message)) as { value?: unknown };
      return answer.value ?? answer;
    },
    [type, payload] as const,
  );
}

/** Counts what must never happen in the page from now on. */
export async function watchForSending(tab: Page): Promise<() => Promise<object>> {
  const requests: string[] = [];
  tab.on('request', (request) => requests.push(request.url()));
  await tab.evaluate(() => {
    const seen = { enter: 0, submit: 0, click: 0 };
    Object.assign(window, { seen });
    const count = (kind: keyof typeof seen) => () => {
      seen[kind] += 1;
    };
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      window.addEventListener(type, (event) => event.key === 'Enter' && count('enter')(), true);
    }
    for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown']) {
      window.addEventListener(type, count('click'), true);
    }
    window.addEventListener('submit', count('submit'), true);
  });
  return async () => ({
    ...(await tab.evaluate(() => Reflect.get(window, 'seen') as object)),
    requests,
  });
}

export const nothingSent = { enter: 0, submit: 0, click: 0, requests: [] };

/** Types a draft as a person does and puts the caret between its two halves. */
export async function typeDraft(tab: Page, composer: string, head: string, tail: string) {
  await tab.locator(composer).first().focus();
  await tab.keyboard.type(head + tail);
  for (const _ of tail) await tab.keyboard.press('ArrowLeft');
}

/** What a person reads in the composer; Draft.js counts by its blocks, others as laid out. */
export function composerText(tab: Page, composer: string): Promise<string> {
  return tab
    .locator(composer)
    .first()
    .evaluate((element) => {
      if (element instanceof HTMLTextAreaElement) return element.value;
      const blocks = [...element.querySelectorAll('[data-block="true"]')];
      if (blocks.length > 0) return blocks.map((block) => block.textContent).join('\n');
      return (element as HTMLElement).innerText.replaceAll('\u00a0', ' ').replace(/\n$/, '');
    });
}

/** Waits until the panel's row for the tab in front is there and has a person, the one at this address if given. */
export async function waitForSubject(panel: Page, url?: string): Promise<void> {
  await expect.poll(() => subjectOnScreen(panel)).toContain('"person"');
  if (url === undefined) return;
  const parts = new URL(url).href.split(/[/#]+/).slice(2).join('|');
  await expect.poll(() => subjectOnScreen(panel)).toMatch(new RegExp(`:(?:${parts})"`));
}

/** Has the content script of the tab in front read the page now, as the worker has it do. */
export async function readPageNow(panel: Page): Promise<void> {
  const isTaken = await panel.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.tabs.sendMessage(tab?.id ?? -1, { type: 'worker.report' });
  });
  expect(isTaken).toBe(true);
}

/**
 * Lets the content script see what it sees while the side panel has the focus: Playwright makes every page
 * believe that it has the focus. The page's own scripts do not notice.
 */
export async function pretendPanelHasFocus(tab: Page): Promise<void> {
  const session = await tab.context().newCDPSession(tab);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const own = contexts.filter(({ origin }) => origin.startsWith('chrome-extension://'));
  expect(own.length).toBeGreaterThan(0);
  for (const { id } of own) {
    const expression = 'document.hasFocus = () => false';
    await session.send('Runtime.evaluate', { contextId: id, expression });
  }
}
