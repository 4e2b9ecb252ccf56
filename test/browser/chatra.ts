import { expect, type Page } from '@playwright/test';
import type { ChatraEmulator } from '../helpdesks/chatra/emulator';
import type { Client, Message } from '../helpdesks/chatra/records';
import { readTable } from './timeline';

/** What a capture of this client's conversation has to hold, oldest first; system lines are none. */
export function toldInChat({ messages }: Pick<Client, 'messages'>): string[] {
  return messages.filter((each) => each.type !== 'system').map((each) => plain(each.text));
}

/** How many of these are on screen when the conversation opens. */
export function countAtFirst(client: Client, messagesAtOnce: number): number {
  return toldInChat({ messages: client.messages.slice(-messagesAtOnce) }).length;
}

/** What the extension has stored of the conversation, in its order. */
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

/** Gives a person's one conversation a past, up to `total` messages, many of them the same words. */
export function lengthen(chatra: ChatraEmulator, personKey: string, total: number): Client {
  const client = chatra.data.ofPerson(personKey);
  const oldest = Math.min(...client.messages.map((each) => each.at));
  const missing = total - toldInChat(client).length;
  const older = Array.from({ length: missing }, (_none, index): Message => {
    const ago = (missing - index) * 3 * 60_000;
    return olderMessage(index, oldest - 24 * 60 * 60_000 - ago);
  });
  client.messages.unshift(...older);
  return client;
}

const words = ['ok', 'Where is my order?', 'ok', 'One moment please', 'Thank you!', '👍'];

function olderMessage(index: number, at: number): Message {
  const text = words[index % words.length] ?? 'ok';
  // 17 characters as the app's ids have, none of them easily mistaken for another.
  const id = `old${String(index).padStart(14, 'x')}`;
  const base = { id, text: index % 4 === 0 ? `${text} (${index})` : text, at };
  if (index % 3 !== 1) return { ...base, type: 'client' };
  const agent = { agentId: 'a', agentName: index % 2 === 0 ? 'Priya' : 'Viktor' };
  return { ...base, ...agent, type: 'agent', ...(index % 5 === 0 ? { note: true } : {}) };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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
