import type { NoteRow } from '../../lib/model/note';
import { NotesBrowser } from '../unit/worker/notes/notes-browser';
import { openDesk } from '../unit/worker/notes/notes-desk';
import type { Figure } from './report';

/**
 * The fewest requests that are possible: a list of notes takes one for each action; a single text field is
 * read to know what is due, right before it is written, and afterwards, or its content could be lost.
 */
const least: Readonly<Record<string, number>> = { chatwoot: 1, kustomer: 1, chaport: 4, chatra: 4 };

/** Requests that a new note and its first edit take, per platform, against the fewest possible. */
export async function benchNotes(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { connection, name } of openDesk().hands) {
    const { created, edited } = await measure(connection.id);
    const limit = least[name] ?? 1;
    const frame = { unit: 'requests', against: 'the least the API allows', limit };
    figures.push({ what: `new note on ${name}`, value: created, ...frame });
    figures.push({
      what: 'its edit, with a look at what a colleague wrote',
      value: edited,
      ...frame,
    });
  }
  return figures;
}

async function measure(connectionId: string): Promise<{ created: number; edited: number }> {
  let requests = 0;
  const browser = new NotesBrowser({
    name: 'Sam',
    hands: openDesk().hands,
    wrap: (inner) => ({
      send: (request) => {
        requests += 1;
        return inner.send(request);
      },
    }),
  });
  await browser.open();
  await readHistory(browser, connectionId);
  // Done once before, so that requests made only once for an account do not count.
  const scope: NoteRow['scope'] = { kind: 'connection', connectionId };
  await browser.save('before', { scope });
  await browser.outbox.wake();
  requests = 0;
  const id = await browser.save('new', { scope });
  await browser.outbox.wake();
  const created = requests;
  requests = 0;
  await browser.save('edited', { id, scope });
  await browser.outbox.wake();
  return { created, edited: requests };
}

/** The person on screen has known conversations, in which a note may be placed. */
async function readHistory({ ports, database }: NotesBrowser, connectionId: string): Promise<void> {
  const connection = await database.connections.get(connectionId);
  const contact = await database.contacts.where({ connectionId }).first();
  if (connection === undefined || contact === undefined) throw new Error('nobody');
  const { signal } = new AbortController();
  const parts = ports.apiOf(connection).history?.(contact, { signal, wanted: 1 }) ?? [];
  for await (const { conversations } of parts) await database.conversations.bulkPut(conversations);
}
