import { lazy, Suspense } from 'react';
import { cardTables, readCardsOf } from '../../../lib/storage/card-queries';
import { database } from '../../../lib/storage/database';
import { useLiveRead } from '../../hooks/use-live-read';
import { usePanel } from '../PanelContext';

const LazyCardList = lazy(async () => ({
  default: (await import('./CardList')).CardList,
}));

/** The data cards of the person on screen; shows and loads nothing where none is set up. */
export function CardStrip() {
  const [contact] = usePanel().snapshot.contacts;
  const held = useLiveRead(
    { tables: cardTables(database), read: () => readCardsOf(database, contact) },
    [contact?.connectionId, contact?.id],
  );
  if (held === undefined || contact === undefined || held.cards.length === 0) return null;
  // Until the answers for this person have been read, no one else's data may appear under this name.
  const answers = held.answers.filter(
    ({ connectionId, contactId }) =>
      connectionId === contact.connectionId && contactId === contact.id,
  );
  return (
    <Suspense>
      <LazyCardList cards={held.cards} answers={answers} />
    </Suspense>
  );
}
