import { singleFlight } from '../../async/single-flight';
import { isResting } from '../../http/retry';
import {
  type CardValues,
  cardVariables,
  fillCardAddress,
  readCardAddress,
} from '../../model/card-address';
import type { CardAnswerRow, DataCard } from '../../model/data-card';
import type { ScreenRow } from '../../model/screen';
import { noLongerWanted } from '../abort-reason';
import { askCard } from './ask-card';
import { type CardPerson, readCardPerson } from './card-person';
import type { CardPorts } from './ports';

/** For this long (ms) an answer is not asked for again automatically. */
export const CARD_FRESH_MS = 5 * 60_000;
/** For this long (ms) a failure is not retried automatically, unless the server said when. */
const FAILURE_REST_MS = 15_000;

type RowKey = [cardId: string, connectionId: string, contactId: string];

/** What is under way for a window, and for which values. */
interface WindowLoad {
  wanted: string;
  controller: AbortController;
}

/**
 * Asks the cards about the person a panel shows: one request for a person and card at a time, given up when
 * all windows that wait for it show somebody else. Nothing here survives the worker; what it left unanswered
 * is asked again.
 */
export class CardLoads {
  readonly #flights = singleFlight<string, void>();
  readonly #windows = new Map<number, WindowLoad>();
  #turn = 0;
  /** The latest turn of each window that has taken effect: a load that was still reading then comes too late. */
  readonly #taken = new Map<number, number>();

  constructor(private readonly ports: CardPorts) {}

  /**
   * Works until every card has answered, or somebody else is on screen. Of several for one window the one that
   * was asked for last counts, however long each takes to read who is there. Throws what the database throws.
   */
  async load(
    screen: ScreenRow | undefined | Promise<ScreenRow | undefined>,
    options: { windowId: number; cardId?: string | undefined; force?: boolean | undefined },
  ): Promise<void> {
    const { windowId } = options;
    const turn = this.#nextTurn();
    const shown = await screen;
    const person = shown && (await readCardPerson(this.ports.database, shown));
    const signal = this.#signalFor(windowId, person, turn);
    if (person === undefined || signal === undefined) return;
    const cards = await this.#cards(options.cardId);
    const work = cards.map((card) => this.#one(card, person, options.force === true, signal));
    for (const each of await Promise.allSettled(work)) {
      if (each.status === 'rejected' && !signal.aborted) throw each.reason;
    }
  }

  /** Gives up what is under way for a window. */
  stop(windowId: number): void {
    this.#taken.set(windowId, this.#nextTurn());
    this.#end(windowId);
  }

  #end(windowId: number): void {
    this.#windows.get(windowId)?.controller.abort(noLongerWanted());
    this.#windows.delete(windowId);
  }

  /** Gives up everything: cards were changed. */
  stopAll(): void {
    for (const windowId of [...this.#windows.keys()]) this.stop(windowId);
  }

  #nextTurn(): number {
    this.#turn += 1;
    return this.#turn;
  }

  /** The same for the same values of the same person; others end what is under way, unless they come too late. */
  #signalFor(
    windowId: number,
    person: CardPerson | undefined,
    turn: number,
  ): AbortSignal | undefined {
    const before = this.#windows.get(windowId);
    const wanted = JSON.stringify(person);
    const taken = this.#taken.get(windowId) ?? 0;
    const isJoined = before !== undefined && before.wanted === wanted;
    if (turn < taken) return isJoined ? before.controller.signal : undefined;
    this.#taken.set(windowId, turn);
    if (isJoined) return before.controller.signal;
    this.#end(windowId);
    if (person === undefined) return undefined;
    const controller = new AbortController();
    this.#windows.set(windowId, { wanted, controller });
    return controller.signal;
  }

  async #cards(cardId: string | undefined): Promise<DataCard[]> {
    const all = await this.ports.database.cards.toArray();
    const wanted = all.filter(({ id }) => cardId === undefined || id === cardId);
    if (wanted.every(({ isManaged }) => isManaged) || (await this.ports.allowsOwnCards())) {
      return wanted;
    }
    return wanted.filter(({ isManaged }) => isManaged);
  }

  async #one(
    card: DataCard,
    person: CardPerson,
    force: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const { cardAnswers } = this.ports.database;
    const { connectionId, id } = person.contact;
    const key: RowKey = [card.id, connectionId, id];
    const address = readCardAddress(card.address);
    if ('problem' in address || address.origin !== card.origin) return;
    const filled = fillCardAddress(address, person.values);
    const row = await cardAnswers.get(key);
    signal.throwIfAborted();
    const base = { cardId: card.id, connectionId, contactId: id, updatedAt: this.ports.now() };
    if (filled.lacking !== undefined) {
      if (String(row?.lacking) === String(filled.lacking)) return;
      await this.#store({ ...base, sent: {}, lacking: filled.lacking });
      return;
    }
    const { url, sent } = filled;
    if (!force && row !== undefined && !isDue(row, sent, this.ports.now())) return;
    const borrowed = Object.fromEntries(
      Object.entries(person.borrowed).filter(([name]) => Object.hasOwn(sent, name)),
    );
    const asked: CardAnswerRow = { ...base, sent, borrowed, asking: this.ports.newId() };
    await this.#flights(
      JSON.stringify([key, url]),
      (flight) => this.#ask(card, url, asked, flight),
      signal,
    );
  }

  /** Stores a row unless its card or person was erased since they were read; false where one was. */
  #store(row: CardAnswerRow): Promise<boolean> {
    const { database } = this.ports;
    const { cards, contacts, cardAnswers } = database;
    const { cardId, connectionId, contactId, sent } = row;
    return database.transaction('rw', cards, contacts, cardAnswers, async () => {
      const card = await cards.get(cardId);
      const contact = await contacts.get([connectionId, contactId]);
      if (card === undefined || contact === undefined) return false;
      const before = await cardAnswers.get([cardId, connectionId, contactId]);
      // What was answered for other values may be about somebody else.
      const isKept = row.lacking === undefined && hasSameValues(before?.sent ?? {}, sent);
      await cardAnswers.put({ ...(isKept ? before : {}), ...row });
      return true;
    });
  }

  async #ask(card: DataCard, url: string, asked: CardAnswerRow, signal: AbortSignal) {
    const { database, now } = this.ports;
    const key: RowKey = [asked.cardId, asked.connectionId, asked.contactId];
    if (!(await this.#store(asked))) return;
    const secrets = () => this.ports.readSecrets(card.id, card.origin);
    const request = { url, origin: card.origin, header: card.header, secrets };
    let change: Partial<CardAnswerRow> = {};
    try {
      const { content, failure } = await askCard(this.ports, request, signal);
      if (content !== undefined) change = { content, fetchedAt: now(), failure: undefined };
      // That nothing is known about the person is an answer, too.
      else if (failure.kind !== 'nobody') change = { failure };
      else change = { failure, content: undefined, fetchedAt: undefined };
    } finally {
      await database.transaction('rw', database.cardAnswers, async () => {
        const row = await database.cardAnswers.get(key);
        // Erased meanwhile, or asked again for other values.
        if (row === undefined || row.asking !== asked.asking) return;
        const answered: CardAnswerRow = { ...row, ...change, updatedAt: now() };
        delete answered.asking;
        await database.cardAnswers.put(answered);
      });
    }
  }
}

/** Whether what is stored has to be asked for again. `now`: epoch ms. */
function isDue(row: CardAnswerRow, sent: CardValues, now: number): boolean {
  const { failure, fetchedAt, lacking, asking } = row;
  if (lacking !== undefined || asking !== undefined || !hasSameValues(row.sent, sent)) return true;
  if (failure === undefined) return !isWithin(fetchedAt ?? 0, CARD_FRESH_MS, now);
  switch (failure.kind) {
    // Nothing is sent just to find out.
    case 'permission-missing':
    case 'no-secret':
    case 'locked':
      return true;
    case 'nobody':
      return !isWithin(failure.at, CARD_FRESH_MS, now);
    default:
      return !isResting(failure.retryAt ?? failure.at + FAILURE_REST_MS, now);
  }
}

/** A clock that was set back does not make an answer recent. */
function isWithin(at: number, span: number, now: number): boolean {
  return Math.abs(now - at) < span;
}

function hasSameValues(one: CardValues, other: CardValues): boolean {
  return cardVariables.every((name) => one[name] === other[name]);
}
