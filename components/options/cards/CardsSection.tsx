import { t } from '@lingui/core/macro';
import Plus from 'lucide-react/icons/plus';
import { useEffect, useId, useState } from 'react';
import { MOST_CARDS } from '../../../lib/model/data-card';
import { matchPatternOf } from '../../../lib/model/match-patterns';
import { readCards } from '../../../lib/storage/card-queries';
import { database } from '../../../lib/storage/database';
import { isFocusFree } from '../../hooks/is-focus-free';
import { useLiveRead } from '../../hooks/use-live-read';
import { usePolicy } from '../../hooks/use-policy';
import { Button } from '../../ui/Button';
import { useMissingPermissions } from '../permissions';
import { StillReading } from '../StillReading';
import { AnswerGuide } from './AnswerGuide';
import { CardFormView } from './CardFormView';
import { CardRow } from './CardRow';

/** The cards that show the team's own data about a person: which there are, and what each sends where. */
export function CardsSection() {
  const id = useId();
  const cards = useLiveRead({ tables: [database.cards], read: () => readCards(database) }, []);
  const policy = usePolicy()?.policy;
  /** The card in the form; `new` for one that is being made. */
  const [editing, setEditing] = useState<string>();
  const [said, setSaid] = useState('');
  /** The id of the button to which the focus returns. */
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    if (left === undefined) return;
    if (isFocusFree()) document.getElementById(left)?.focus();
    setLeft(undefined);
  }, [left]);
  const missing = useMissingPermissions(
    (cards ?? []).map(({ origin }) => ({ pageOrigin: origin, apiOrigin: origin })),
  );
  if (cards === undefined) return <StillReading />;
  const mayAdd = policy?.features?.ownCards !== false;
  const own = cards.filter(({ isManaged }) => !isManaged);
  const openerOf = (form: string) => `${id}-opens-${form}`;
  const close = (words: string) => {
    // The button that opened the form stood in its place, and takes it again.
    if (editing !== undefined) setLeft(openerOf(editing));
    setEditing(undefined);
    setSaid(words);
  };
  return (
    <section aria-labelledby={`${id}-title`} className="mt-4 border-line-strong border-t pt-5">
      <h2 id={`${id}-title`} className="mb-1 font-semibold text-15">{t`Data cards`}</h2>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-faint">{t`Orders, plans or invoices from your own system, beside the person on screen. For each person the panel shows, Deskside requests the address of each card. The values named in the address then leave this browser, and go to that host only. Deskside uses only the contact on screen, and the person’s other contacts only if you linked them with it or the helpdesk proved who is writing. Without a card, nothing is requested or sent.`}</p>
      {cards.length > 0 && (
        <ul className="mb-3 flex flex-col divide-y divide-line border-line border-y">
          {cards.map((card) => (
            <li key={card.id} className="py-2.5">
              {editing === card.id ? (
                <CardFormView card={card} onClose={close} />
              ) : (
                <CardRow
                  card={card}
                  openerId={openerOf(card.id)}
                  isFormOpen={editing !== undefined}
                  isMissing={missing.has(matchPatternOf(card.origin))}
                  onEdit={() => setEditing(card.id)}
                  onSay={setSaid}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === 'new' && <CardFormView onClose={close} />}
      {editing !== 'new' && mayAdd && (
        <Button
          id={openerOf('new')}
          disabled={own.length >= MOST_CARDS || editing !== undefined}
          onClick={() => setEditing('new')}
        >
          <Plus size={12} aria-hidden /> {t`Add a data card`}
        </Button>
      )}
      {!mayAdd && (
        <p className="text-12 text-ink-faint">{t`Your organisation allows only the cards it has set itself.`}</p>
      )}
      <p role="status" className="pt-1 text-12 text-ink-soft empty:hidden">
        {said}
      </p>
      <AnswerGuide />
    </section>
  );
}
