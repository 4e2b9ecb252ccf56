import * as v from 'valibot';
import { inOrderOfArrival } from '../../../async/in-order-of-arrival';
import { TransportError } from '../../../http/transport-error';
import type { Contact } from '../../../model/contact';
import type { ApiPorts, HistoryOptions, HistoryPart } from '../../contract/api';
import { isRefusal } from '../calls';
import type { Colleagues } from '../colleagues';
import { assertIsThere } from '../contacts-merge-target';
import { kustomerId } from '../schemas';
import type { HistoryOwner } from './conversations';
import { readKustomerCursor } from './cursor';
import { buildItems, itemsOf, type KustomerItem } from './items';
import { KustomerProgress, type ListName } from './progress';

/**
 * A customer's conversations, messages of all channels and notes: three lists, of which first one
 * page each is read at the same time, and then pages of the one that was cut latest, until about
 * `wanted` messages and notes are read without a gap. A list that does not run newest first is read
 * on to its end, as the newest may come last. Each page is yielded as it arrives; names of
 * colleagues that are not known yet follow in a part with their items again. A list that this
 * key may not read is reported in the coverage. Throws `TransportError` when all are refused or one
 * fails otherwise, after the others were yielded, and when all that may be read is empty because the
 * customer is gone.
 */
export async function* loadKustomerHistory(
  ports: ApiPorts,
  colleagues: Colleagues,
  contact: Contact,
  { signal, cursor, wanted }: HistoryOptions,
): AsyncGenerator<HistoryPart, void, void> {
  if (!v.is(kustomerId, contact.id)) throw new TransportError('not-found');
  const progress = new KustomerProgress(ports, contact.id, wanted, readKustomerCursor(cursor));
  const owner: HistoryOwner = { connection: ports.connection, contact };
  const part = (items: readonly KustomerItem[]): HistoryPart => ({
    ...buildItems(items, colleagues.of),
    coverage: progress.coverage(ports.now()),
    cursor: progress.cursor(),
    allNotes: progress.takeAllNotes(),
  });
  let names = progress.listsToRead();
  if (names.length === 0) yield part([]);
  for (; names.length > 0; names = progress.listsToRead()) {
    const nameless: KustomerItem[] = [];
    const unknown: string[] = [];
    for await (const items of readPages(names, progress, owner, signal)) {
      nameless.push(...items.filter(({ userIds }) => userIds.some((id) => !colleagues.of(id))));
      unknown.push(...items.flatMap((item) => item.userIds).filter((id) => !colleagues.of(id)));
      yield part(items);
    }
    progress.throwIfFailed();
    await colleagues.learn(unknown, signal);
    // The reading of the notes, which runs at the same time, may have learned them first.
    const learned = unknown.some((id) => colleagues.of(id));
    if (learned || progress.hasFailed) yield part(learned ? nameless : []);
  }
  // What the lists of a customer who is gone answer is not known: perhaps that they are empty.
  if (progress.isEmpty) await throwIfGone(ports, contact.id, progress, signal);
}

/** A key that may not read one of the lists may lack the right to this as well; the coverage names the first. */
async function throwIfGone(
  ports: ApiPorts,
  id: string,
  { isRefused }: KustomerProgress,
  signal: AbortSignal,
): Promise<void> {
  try {
    await assertIsThere(ports, id, signal);
  } catch (error) {
    if (!isRefused || !isRefusal(error)) throw error;
  }
}

/** Reads one page of each of these lists, and records in `progress` what each brings as it arrives. */
async function* readPages(
  names: readonly ListName[],
  progress: KustomerProgress,
  owner: HistoryOwner,
  signal: AbortSignal,
): AsyncGenerator<KustomerItem[], void, void> {
  const waiting = [...names];
  const fetch = (name: ListName) => fetchListPage(name, progress, signal);
  const answers = inOrderOfArrival(() => waiting.shift(), fetch, names.length);
  for await (const { name, body, failure } of answers) {
    if (failure !== undefined) {
      progress.addFailure(name, failure);
      continue;
    }
    const page = progress.lists[name].record(body);
    const { items, dropped } = itemsOf(name, page, owner);
    // What an earlier call brought is neither counted nor reported twice.
    progress.countPage(
      page.isRepeat ? { dropped: 0, times: [] } : { dropped, times: messageTimesOf(items) },
    );
    if (name === 'notes') {
      const ids = items.map(({ id }) => id);
      progress.countNotes(dropped, ids);
    }
    yield items;
  }
}

interface PageAnswer {
  name: ListName;
  body?: unknown;
  failure?: TransportError;
}

/** A failed list counts as an arrival too, so that it does not end the others. */
async function fetchListPage(
  name: ListName,
  progress: KustomerProgress,
  signal: AbortSignal,
): Promise<PageAnswer> {
  try {
    return { name, body: await progress.lists[name].fetch(signal) };
  } catch (failure) {
    if (!(failure instanceof TransportError)) throw failure;
    return { name, failure };
  }
}

function messageTimesOf(items: readonly KustomerItem[]): number[] {
  return items
    .filter(({ kind }) => kind === 'message')
    .map(({ time }) => time)
    .filter((time) => time !== undefined);
}
