import type { Table } from 'dexie';
import type { CardAnswerRow, DataCard } from '../model/data-card';
import type { ContactKey } from '../model/ids';
import type { DesksideDatabase } from './database';

/** All cards, and what is stored of them about one contact. */
export interface CardsOfContact {
  cards: DataCard[];
  answers: CardAnswerRow[];
}

/** The tables that `readCardsOf` reads. */
export function cardTables(db: DesksideDatabase): Table[] {
  return [db.cards, db.cardAnswers];
}

/** All cards: the administrator's first, then the oldest. Meant to be followed. */
export async function readCards(db: DesksideDatabase): Promise<DataCard[]> {
  const cards = await db.cards.toArray();
  return cards.sort(
    (a, b) => Number(b.isManaged) - Number(a.isManaged) || a.createdAt - b.createdAt,
  );
}

/** The cards and their answers about the contact on screen, if there is one. Meant to be followed. */
export async function readCardsOf(
  db: DesksideDatabase,
  contact: ContactKey | undefined,
): Promise<CardsOfContact> {
  const cards = await readCards(db);
  if (cards.length === 0 || contact === undefined) return { cards, answers: [] };
  const key = [contact.connectionId, contact.id];
  const answers = await db.cardAnswers.where('[connectionId+contactId]').equals(key).toArray();
  return { cards, answers };
}

/** What a card holds, in figures: for a report that names nothing. */
export interface CardFigures {
  isManaged: boolean;
  hasSecret: boolean;
  /** Of how many people. */
  answers: number;
  /** Items of these answers that could not be read. */
  dropped: number;
  /** Kinds of the failures that stand. */
  failures: string[];
}

/** The figures of every card. Meant to be followed. */
export async function readCardFigures(db: DesksideDatabase): Promise<CardFigures[]> {
  const [cards, answers] = await Promise.all([readCards(db), db.cardAnswers.toArray()]);
  return cards.map(({ id, isManaged, header }) => {
    const own = answers.filter(({ cardId }) => cardId === id);
    return {
      isManaged,
      hasSecret: header !== undefined,
      answers: own.filter(({ content }) => content !== undefined).length,
      dropped: own.reduce((sum, { content }) => sum + (content?.dropped ?? 0), 0),
      failures: [...new Set(own.flatMap(({ failure }) => failure?.kind ?? []))].sort(),
    };
  });
}
