import { isRealName } from '../../identity/person-name';
import { vouchedFor } from '../../identity/vouched-for';
import type { CardValues, CardVariable } from '../../model/card-address';
import type { Contact } from '../../model/contact';
import { type ContactKey, contactRef, parseContactRef } from '../../model/ids';
import type { ScreenRow } from '../../model/screen';
import type { DesksideDatabase } from '../../storage/database';
import { decisionsAround } from '../people/decisions';
import { storedMembers } from '../person-lookup/stored-person';

/** The person a card is asked about. */
export interface CardPerson {
  contact: ContactKey;
  values: CardValues;
  /** The record that gave the value if it is another one, as `contactRef`. */
  borrowed: Partial<Record<CardVariable, string>>;
}

/**
 * What may be sent about the contact on screen: what its own record says, and of the person's other records
 * only of those that are vouched for. `undefined` where no person is on screen.
 */
export async function readCardPerson(
  db: DesksideDatabase,
  { anchor, context, connectionId = '' }: ScreenRow,
): Promise<CardPerson | undefined> {
  if (anchor === undefined) return undefined;
  const { connectionId: home, id } = parseContactRef(anchor);
  const shown = await db.contacts.get([home, id]);
  if (shown === undefined) return undefined;
  const records = (await storedMembers(db, anchor)).filter((each) => contactRef(each) !== anchor);
  const conversation = await db.conversations.get([connectionId, context.conversationId ?? '']);
  const isTheirs = home === connectionId && conversation?.contactId === id;
  const isVerified = isTheirs && conversation.isVerified === true;
  const isVouched = vouchedFor(shown, await decisionsAround(db, [anchor]), isVerified);
  const values: Partial<Record<CardVariable, string>> = {
    platform: shown.platform,
    contact_id: shown.id,
  };
  const borrowed: CardPerson['borrowed'] = {};
  const trusted = [shown, ...records.filter(isVouched)];
  for (const [name, read] of readers) {
    for (const record of trusted) {
      const value = read(record)?.trim() ?? '';
      if (value === '') continue;
      values[name] = value;
      if (record !== shown) borrowed[name] = contactRef(record);
      break;
    }
  }
  return { contact: { connectionId: home, id }, values, borrowed };
}

const readers: readonly (readonly [CardVariable, (contact: Contact) => string | undefined])[] = [
  ['email', ({ emails }) => emails[0]],
  ['phone', ({ phones }) => phones[0]],
  ['external_id', ({ externalIds }) => externalIds[0]],
  ['name', ({ name }) => (name !== undefined && isRealName(name) ? name : undefined)],
];
