import type { Page } from '@playwright/test';
import type { Client } from '../helpdesks/chatra/records';
import { plain, toldInChat } from './chatra-story';
import { expect } from './expect';
import { readTable } from './timeline';

/** How many of these are on screen when the conversation opens. */
export function countAtFirst(client: Client, messagesAtOnce: number): number {
  return toldInChat({ messages: client.messages.slice(-messagesAtOnce) }).length;
}

/** What the extension has stored from the conversation, in its order. */
export async function capturedOf(panel: Page, client: Client) {
  const rows = await readTable(panel, 'messages');
  return rows
    .filter((row) => row.conversationId === client.chatId)
    .sort((a, b) => Number(a.sequence) - Number(b.sequence))
    .map((row) => ({
      text: plain(String(row.text)) || fileName(row.attachments),
      kind: row.kind,
      direction: row.direction,
      author: authorName(row.author),
      timeQuality: row.timeQuality,
      deleted: row.deleted === true,
    }));
}

/** Waits until everything on screen so far, at least the newest `count`, has been captured. */
export async function waitForCapture(panel: Page, client: Client, count: number): Promise<void> {
  const expected = toldInChat(client).slice(-count);
  await expect
    .poll(async () => (await capturedOf(panel, client)).slice(-count).map((each) => each.text))
    .toEqual(expected);
}

/** Scrolls up until the app has loaded the whole conversation, `count` messages. */
export async function scrollToTop(tab: Page, selector: string, count: number): Promise<void> {
  await expect
    .poll(() =>
      tab.evaluate((messages) => {
        const first = document.querySelector(messages);
        let area = first?.parentElement;
        while (area !== null && area !== undefined && area.scrollHeight <= area.clientHeight + 1) {
          area = area.parentElement;
        }
        area?.scrollTo(0, 0);
        return document.querySelectorAll(messages).length;
      }, selector),
    )
    .toBe(count);
}

function fileName(attachments: unknown): string {
  const [first]: unknown[] = Array.isArray(attachments) ? attachments : [];
  return typeof first === 'object' && first !== null ? String(Reflect.get(first, 'name')) : '';
}

function authorName(author: unknown): string | undefined {
  const name: unknown =
    typeof author === 'object' && author !== null ? Reflect.get(author, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
}
