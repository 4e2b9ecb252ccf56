import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import { readEach } from '../shared/read-each';
import { PagedList } from './paged-list';
import { kustomerNoteSchema } from './schemas';

/** The most pages of notes that a customer can have; each contains up to a hundred. */
export const MOST_NOTE_PAGES = 50;

/**
 * All notes of a customer that are not marked as deleted. Throws `TransportError`, also where the list is not
 * read whole: a note that is not in a part of it must not count as removed.
 *
 * A note that is deleted while the list is read moves those behind it up, one of them onto a page that was
 * read before. It must not count as removed, so all pages but the last are read once more.
 */
export async function readAllNotes(ports: ApiPorts, customerId: string, signal: AbortSignal) {
  const first = await readNotePages(ports, customerId, MOST_NOTE_PAGES, signal);
  // If a list has no end, nobody can say what was removed from it.
  if (first.end === undefined) throw new TransportError('too-large');
  const again = await readNotePages(ports, customerId, first.pages - 1, signal);
  const ended = [first.end, again.end].filter((end) => end !== undefined);
  if (ended.some((end) => end !== 'whole')) throw new TransportError('not-json');
  const { items, dropped } = readEach(kustomerNoteSchema, first.raw);
  const later = readEach(kustomerNoteSchema, again.raw).items;
  const byId = new Map([...items, ...later].map((note) => [note.id, note]));
  return {
    notes: [...byId.values()].filter(({ attributes }) => attributes.deleted !== true),
    dropped,
  };
}

async function readNotePages(
  ports: ApiPorts,
  customerId: string,
  pages: number,
  signal: AbortSignal,
) {
  const list = new PagedList(ports, path`/v1/customers/${customerId}/notes`, {});
  const raw: unknown[] = [];
  while (list.end === undefined && list.pagesRead < pages) {
    raw.push(...list.record(await list.fetch(signal)).data);
  }
  return { raw, end: list.end, pages: list.pagesRead };
}
