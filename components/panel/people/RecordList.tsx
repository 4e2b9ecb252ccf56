import { plural, t } from '@lingui/core/macro';
import UserRoundSearch from 'lucide-react/icons/user-round-search';
import { contactTitle } from '../../../lib/identity/decision-words';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import type { Verdict } from '../../../lib/model/link-decision';
import type { ScreenRow } from '../../../lib/model/screen';
import { Button } from '../../ui/Button';
import { useAnchor, usePanel } from '../PanelContext';
import { ContactLine } from './ContactLine';
import { DecisionList } from './DecisionList';
import { usePeopleStore } from './people-store';
import { useDecide, useSubject } from './use-decide';
import { useIsChosen } from './use-is-chosen';
import { useWhy } from './use-why';

interface RecordListProps {
  /** A decision was made: there is nothing more to do here. */
  onDone(): void;
}

/** The records that were combined as one person, why, and how to undo that. */
export function RecordList({ onDone }: RecordListProps) {
  const anchor = useAnchor();
  const { snapshot } = usePanel();
  const { contacts, screen } = snapshot;
  const why = useWhy(contacts);
  const isChosen = useIsChosen() === true;
  const decide = useDecide();
  const subjectOf = useSubject();
  const find = usePeopleStore((store) => store.find);
  const say = (contact: Contact, verdict: Verdict | 'none') => {
    void decide(subjectOf(contact), verdict);
    onDone();
  };
  return (
    <div className="flex flex-col gap-3">
      <h2 className="font-semibold text-13">{headline(contacts.length)}</h2>
      <ul className="flex flex-col gap-3">
        {contacts.map((contact) => {
          const title = contactTitle(contact);
          return contactRef(contact) === anchor ? (
            <li key={anchor}>
              <ContactLine
                contact={contact}
                why={[]}
                mark={
                  <span className="shrink-0 text-11 text-ink-faint">
                    {whyHere(contact, screen, isChosen)}
                  </span>
                }
              />
            </li>
          ) : (
            <li key={contactRef(contact)}>
              <ContactLine contact={contact} why={whyOr(why(contact))}>
                <Button
                  aria-label={t`Unlink ${title}`}
                  title={t`Unlink it from this person; it stays a suggestion`}
                  onClick={() => say(contact, 'unlinked')}
                >{t`Unlink`}</Button>
                <Button
                  aria-label={t`${title} is not the same person`}
                  title={t`Separate it for good and never suggest it again`}
                  onClick={() => say(contact, 'different')}
                >{t`Not the same person`}</Button>
              </ContactLine>
            </li>
          );
        })}
      </ul>
      <DecisionList contacts={contacts} onDone={onDone} />
      <Button
        className="self-start"
        onClick={() => {
          onDone();
          find(true);
        }}
      >
        <UserRoundSearch size={12} aria-hidden /> {t`Find another record…`}
      </Button>
    </div>
  );
}

/** Why the panel is about this particular record. */
function whyHere(
  { connectionId }: Contact,
  screen: ScreenRow | undefined,
  isChosen: boolean,
): string {
  if (screen?.isOpenedByHand === true) return t`opened by you`;
  return connectionId === screen?.connectionId && !isChosen ? t`on screen` : t`chosen manually`;
}

function headline(count: number): string {
  return plural(count, {
    one: 'Known from # record',
    other: '# records combined as one person',
  });
}

/** A helpdesk may find a record by something that it does not reveal. */
function whyOr(phrases: string[]): string[] {
  return phrases.length > 0 ? phrases : [t`found by its helpdesk for this person`];
}
