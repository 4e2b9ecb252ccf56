import type { Page } from '@playwright/test';

const sentences = [
  'Where is my order, please? It was to be here on Monday.',
  'We are sorry about this and look into it today.',
  'The parcel was handed to the courier this morning and takes two to four working days.',
  'Die Rechnung stimmt nicht: die Straße fehlt.',
  'Please send the number of your order, it stands at the top of the invoice.',
];

/**
 * Puts this many messages beside those stored of the person on screen, one an hour, of one to five
 * sentences: some 190 letters on average. They are told apart by their number at the end of the text.
 */
export function fillHistory(panel: Page, from: number, until: number): Promise<void> {
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
              const length = 1 + ((index * 7) % 5);
              const words = Array.from(
                { length },
                (_none, at) => texts[(index + at * 3) % texts.length],
              );
              store.put({
                ...model,
                id: `bench-${index}`,
                conversationId: `bench-${Math.floor(index / 50)}`,
                text: `${words.join(' ')} ${index}`,
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
    [from, until, sentences] as const,
  );
}
