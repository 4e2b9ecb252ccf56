import type { Page } from '@playwright/test';
import { readTable } from '../browser/timeline';

const sentences = [
  'Where is my order, please? It was to be here on Monday.',
  'We are sorry about this and look into it today.',
  'The parcel was handed to the courier this morning and takes two to four working days.',
  'Die Rechnung stimmt nicht: die Straße fehlt.',
  'Please send the number of your order, it stands at the top of the invoice.',
];

/**
 * Puts this many messages beside those stored of the person on screen, one an hour, of one to five sentences:
 * some 190 letters on average. They are distinguished by the number at the end of their text. Returns how
 * many rows the timeline then has: one for each message, each day, and each run of messages of one
 * conversation on a day.
 */
export async function fillHistory(panel: Page, from: number, until: number): Promise<number> {
  await putMessages(panel, from, until);
  return countRows(panel);
}

/** How many of the messages added contain all of these strings literally. */
export function countWith(until: number, ...parts: readonly string[]): number {
  const texts = Array.from({ length: until }, (_none, index) => textOf(index, sentences));
  return texts.filter((text) => parts.every((part) => text.includes(part))).length;
}

function textOf(index: number, texts: readonly string[]): string {
  const length = 1 + ((index * 7) % 5);
  const words = Array.from({ length }, (_none, at) => texts[(index + at * 3) % texts.length]);
  return `${words.join(' ')} ${index}`;
}

function putMessages(panel: Page, from: number, until: number): Promise<void> {
  const texts = Array.from({ length: until - from }, (_none, at) => textOf(from + at, sentences));
  return panel.evaluate(
    ([first, end, texts]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('deskside');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('messages', 'readwrite');
          const store = writing.objectStore('messages');
          const reading = store.getAll(null, 50);
          reading.onsuccess = () => {
            const [model] = reading.result;
            for (let index = first; index < end; index += 1) {
              store.put({
                ...model,
                id: `bench-${index}`,
                conversationId: `bench-${Math.floor(index / 50)}`,
                text: texts[index - first],
                sentAt: model.sentAt - (index + 1) * 3_600_000,
              });
            }
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    [from, until, texts] as const,
  );
}

/**
 * There is a heading where the day, or the conversation on a day, differs from that of the message before.
 */
async function countRows(panel: Page): Promise<number> {
  const messages = await readTable(panel, 'messages');
  messages.sort((a, b) => Number(b.sentAt) - Number(a.sentAt));
  const days = messages.map(({ sentAt }) => new Date(Number(sentAt)).toDateString());
  const runs = messages.map(({ conversationId }, at) => `${days[at]} ${conversationId}`);
  const changes = (values: readonly string[]) =>
    values.filter((value, at) => value !== values[at - 1]).length;
  return messages.length + changes(days) + changes(runs);
}
