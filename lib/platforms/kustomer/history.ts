import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import type { Contact } from '../../model/contact';
import type { ApiPorts, HistoryOptions, HistoryPart } from '../contract/api';
import { inOrderOfArrival } from './arrival';
import type { Colleagues } from './colleagues';
import { readCursor } from './cursor';
import type { HistoryPlace } from './history-mapping';
import { inModel, type Piece, piecesOf } from './pieces';
import { type ListName, Progress } from './progress';
import { kustomerId } from './schemas';

/**
 * A customer's conversations, messages of all channels and notes: three lists, of which first one
 * page each is read at the same time, and then pages of the one that was cut latest, until about
 * `wanted` messages and notes are held without a gap. A list that does not run newest first is read
 * on to its end, as the newest may come last. Each page is yielded as it arrives; names of
 * colleagues that are not known yet follow in a part that tells their items again. A list that this
 * key may not read is told in the coverage. Throws `TransportError` when all are refused or one
 * fails otherwise, after the others were yielded.
 */
export async function* readHistory(
  ports: ApiPorts,
  colleagues: Colleagues,
  contact: Contact,
  { signal, cursor, wanted }: HistoryOptions,
): AsyncGenerator<HistoryPart, void, void> {
  if (!v.is(kustomerId, contact.id)) throw new TransportError('not-found');
  const progress = new Progress(ports, contact.id, wanted, readCursor(cursor));
  const place: HistoryPlace = { connection: ports.connection, contact };
  const part = (pieces: readonly Piece[]): HistoryPart => ({
    ...inModel(pieces, colleagues.of),
    coverage: progress.coverage(ports.now()),
    cursor: progress.cursor(),
  });
  let names = progress.next();
  if (names.length === 0) yield part([]);
  for (; names.length > 0; names = progress.next()) {
    const nameless: Piece[] = [];
    for await (const pieces of round(names, progress, place, signal)) {
      nameless.push(...pieces.filter(({ userIds }) => userIds.some((id) => !colleagues.of(id))));
      yield part(pieces);
    }
    progress.throwIfFailed();
    const userIds = nameless.flatMap((piece) => piece.userIds);
    const learned = await colleagues.learn(userIds, signal);
    if (learned || progress.hasFailed) yield part(learned ? nameless : []);
  }
}

/** Reads one page of each of these lists and notes in `progress` what it yields, when it does. */
async function* round(
  names: readonly ListName[],
  progress: Progress,
  place: HistoryPlace,
  signal: AbortSignal,
): AsyncGenerator<Piece[], void, void> {
  const answers = names.map((name) => fetchPage(name, progress, signal));
  for await (const { name, body, failure } of inOrderOfArrival(answers)) {
    if (failure !== undefined) {
      progress.fail(name, failure);
      continue;
    }
    const page = progress.lists[name].note(body);
    const { pieces, dropped } = piecesOf(name, page, place);
    // What an earlier call brought is neither counted nor reported twice.
    progress.add(page.isRepeat ? { dropped: 0, times: [] } : { dropped, times: timesOf(pieces) });
    yield pieces;
  }
}

interface Arrival {
  name: ListName;
  body?: unknown;
  failure?: TransportError;
}

/** A failure of one list is an arrival too, so that it does not end the others. */
async function* fetchPage(
  name: ListName,
  progress: Progress,
  signal: AbortSignal,
): AsyncGenerator<Arrival, void, void> {
  try {
    yield { name, body: await progress.lists[name].fetch(signal) };
  } catch (failure) {
    if (!(failure instanceof TransportError)) throw failure;
    yield { name, failure };
  }
}

function timesOf(pieces: readonly Piece[]): number[] {
  return pieces
    .filter(({ kind }) => kind === 'message')
    .map(({ time }) => time)
    .filter((time) => time !== undefined);
}
