import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { contactTitle, linkWords } from '../../../lib/identity/decision-words';
import { type GroupedDecision, groupDecisions } from '../../../lib/identity/grouped-decisions';
import { resolvePerson } from '../../../lib/identity/resolve-person';
import { conflictWords, isJustDecided } from '../../../lib/identity/why-apart-words';
import type { Contact } from '../../../lib/model/contact';
import { type ContactRef, contactRef, parseContactRef } from '../../../lib/model/ids';
import { isAddressRef } from '../../../lib/model/screen-address';
import type { DecisionWithContacts } from '../../../lib/storage/people-queries';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../ui/Button';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { usePlatformIndex } from '../platform-index';
import { useDecide } from './use-decide';
import { useDecisions } from './use-decisions';
import { usePeopleRules } from './use-people-rules';

interface DecisionLineProps {
  act: GroupedDecision;
  /** By `contactRef`; a contact may be gone from its platform. */
  stored: ReadonlyMap<ContactRef, Contact>;
  /** It concerns a record of the person on screen: the other records are named. */
  isOwn: boolean;
  onDone(): void;
}

/** One decision, by whom and when, with a button that undoes it. */
function DecisionLine(props: DecisionLineProps) {
  const { act, stored, isOwn, onDone } = props;
  const { platforms, connections } = usePlatformIndex();
  const now = useNow(3_600_000);
  const decide = useDecide();
  const [other = act.about] = act.others;
  const named = isOwn ? other : act.about;
  const contact = stored.get(named);
  const platform = platforms.get(
    connections.get(parseContactRef(named).connectionId)?.platform ?? '',
  );
  const title = contact === undefined ? unstoredTitle(named) : contactTitle(contact);
  const further = countTogether(act, named, isOwn) - 1;
  const takeBack = () => {
    // What an older version wrote separately for each of several records is still one decision.
    for (const each of act.others)
      void decide({ ref: act.about, title, platformLabel: platform?.label }, 'none', each);
    onDone();
  };
  return (
    <div className="flex items-start gap-2 text-12">
      <span className="pt-px">
        <PlatformIcon platform={platform} size={14} label={platform?.label ?? ''} />
      </span>
      <p className="min-w-0 flex-1 wrap-anywhere">
        {further > 0 ? (
          <Trans>
            <bdi className="text-ink">{title}</bdi> and{' '}
            <Plural value={further} one="# more" other="# more" />
          </Trans>
        ) : (
          <bdi className="text-ink">{title}</bdi>
        )}{' '}
        <span className="text-ink-faint">{linkWords(act.link, now)}</span>
      </p>
      <Button aria-label={t`Undo the decision about ${title}`} onClick={takeBack}>{t`Undo`}</Button>
    </div>
  );
}

/** How many records the decision is about: `named`, and those that were the same person then. */
function countTogether({ link, others }: GroupedDecision, named: ContactRef, isOwn: boolean) {
  if (link.person?.includes(named) === true) return link.person.length;
  // Older versions wrote one row for each.
  return isOwn ? others.length : 1;
}

/** The title of what is not stored: a conversation whose person was chosen by hand has no record. */
export function unstoredTitle(ref: ContactRef): string {
  return isAddressRef(ref) ? t`A conversation` : t`A record that is no longer stored`;
}

interface DecisionListProps {
  contacts: readonly Contact[];
  onDone(): void;
}

/** What was decided about this person's records and does not show in the list of them. */
export function DecisionList({ contacts, onDone }: DecisionListProps) {
  const members = new Set(contacts.map(contactRef));
  const all = useDecisions(contacts);
  const conflicts = useConflicts(contacts, all);
  const hidden = all.filter(
    ({ link }) => link.verdict !== 'same' || !members.has(link.a) || !members.has(link.b),
  );
  const acts = groupDecisions(
    hidden.map(({ link }) => link),
    members,
  );
  if (acts.length === 0 && conflicts.length === 0) return null;
  const stored = new Map(
    all
      .flatMap(({ a, b }) => [a, b])
      .filter((contact) => contact !== undefined)
      .map((contact) => [contactRef(contact), contact]),
  );
  return (
    <section className="flex flex-col gap-2 border-line border-t pt-2">
      <h3 className="font-semibold text-11 text-ink-faint">{t`Other decisions`}</h3>
      {conflicts.map((sentence) => (
        <p key={sentence} className="text-12 text-ink-soft wrap-anywhere">
          {sentence}
        </p>
      ))}
      <ul className="flex flex-col gap-2 empty:hidden">
        {acts.map((act) => (
          <li key={`${act.link.a}\n${act.link.b}`}>
            <DecisionLine
              act={act}
              stored={stored}
              isOwn={members.has(act.about)}
              onDone={onDone}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One sentence for each pair of records that one thing would join and another keeps apart. */
function useConflicts(
  contacts: readonly Contact[],
  decisions: readonly DecisionWithContacts[],
): string[] {
  const { platforms } = usePlatformIndex();
  const now = useNow(3_600_000);
  const rules = usePeopleRules();
  return useMemo(() => {
    const [anchor] = contacts;
    if (anchor === undefined) return [];
    const decided = decisions.flatMap(({ a, b }) => [a, b]).filter((each) => each !== undefined);
    const known = new Map([...contacts, ...decided].map((each) => [contactRef(each), each]));
    const nameOf = (ref: ContactRef) => {
      const contact = known.get(ref);
      if (contact === undefined) return t`a record that is no longer stored`;
      const label = platforms.get(contact.platform)?.label ?? contact.platform;
      const title = contactTitle(contact);
      return t`${title} in ${label}`;
    };
    const links = decisions.map(({ link }) => link);
    const { conflicts } = resolvePerson(anchor, [...known.values()], links, rules);
    const shown = conflicts.filter((conflict) => !isJustDecided(conflict));
    return [...new Set(shown.map((conflict) => conflictWords(conflict, { nameOf, now })))];
  }, [contacts, decisions, rules, platforms, now]);
}
