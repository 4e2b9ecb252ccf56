import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { Contact } from '../../model/contact';
import type { ApiPorts, HistoryPart } from '../contract/api';
import { inOrderOfArrival } from './arrival';
import type { Colleagues } from './colleagues';
import type { HistoryPlace } from './history-mapping';
import { type ListPage, readPages } from './pages';
import { inModel, type Piece, piecesOf } from './pieces';
import { type ListName, Progress } from './progress';
import { kustomerId } from './schemas';

/**
 * A customer's conversations, messages of all channels and notes: three lists read at the same time,
 * each page yielded as it arrives. Names of colleagues that are not known yet follow in the last
 * part, which tells their items again. A list that this key may not read is told in the coverage.
 * Throws `TransportError` when all are refused or one fails otherwise, after the others were yielded.
 */
export async function* readHistory(
  ports: ApiPorts,
  colleagues: Colleagues,
  contact: Contact,
  signal: AbortSignal,
): AsyncGenerator<HistoryPart, void, void> {
  if (!v.is(kustomerId, contact.id)) throw new TransportError('not-found');
  const { connection } = ports;
  const place: HistoryPlace = { connection, contact };
  const progress = new Progress();
  const nameless: Piece[] = [];
  for await (const { name, page, failure } of inOrderOfArrival(lists(ports, contact.id, signal))) {
    if (failure !== undefined) {
      progress.fail(name, failure);
      continue;
    }
    const { pieces, dropped } = piecesOf(name, page, place);
    const times = pieces.map((piece) => piece.time).filter((time) => time !== undefined);
    progress.add(name, { dropped, times, end: page.end });
    nameless.push(...pieces.filter(({ userIds }) => userIds.some((id) => !colleagues.of(id))));
    yield { ...inModel(pieces, colleagues.of), coverage: progress.coverage(ports.now()) };
  }
  progress.throwIfFailed();
  const userIds = nameless.flatMap((piece) => piece.userIds);
  const learned = await colleagues.learn(userIds, signal);
  const renamed = inModel(learned ? nameless : [], colleagues.of);
  yield { ...renamed, coverage: progress.coverage(ports.now()) };
}

type Arrival = { name: ListName } & (
  | { page: ListPage; failure?: undefined }
  | { page?: undefined; failure: TransportError }
);

function lists(ports: ApiPorts, customerId: string, signal: AbortSignal) {
  return [
    readList(
      'conversations',
      readPages(ports, path`/v1/customers/${customerId}/conversations`, {}, signal),
    ),
    readList(
      'messages',
      readPages(
        ports,
        path`/v1/customers/${customerId}/messages`,
        { include: 'attachments' },
        signal,
      ),
    ),
    readList('notes', readPages(ports, path`/v1/customers/${customerId}/notes`, {}, signal)),
  ];
}

/** A failure of one list is an arrival too, so that it does not end the others. */
async function* readList(
  name: ListName,
  pages: AsyncGenerator<ListPage, void, void>,
): AsyncGenerator<Arrival, void, void> {
  try {
    for await (const page of pages) yield { name, page };
  } catch (failure) {
    if (!(failure instanceof TransportError)) throw failure;
    yield { name, failure };
  }
}
