import UserRoundSearch from 'lucide-react/icons/user-round-search';
import { useMemo } from 'react';
import { conflictWords, isJustDecided } from '../../../lib/identity/conflict-words';
import { contactTitle, linkWords } from '../../../lib/identity/decision-words';
import { type GroupedDecision, groupDecisions } from '../../../lib/identity/grouped-decisions';
import { resolvePerson } from '../../../lib/identity/resolve-person';
import type { Contact } from '../../../lib/model/contact';
import { contactRef, parseContactRef } from '../../../lib/model/ids';
import type { Verdict } from '../../../lib/model/link';
import { isAddressRef } from '../../../lib/model/screen-address';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import type { DecisionWithContacts } from '../../../lib/storage/people-queries';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../ui/Button';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { usePlatformIndex } from '../platform-index';
import { ContactLine } from './ContactLine';
import { usePeopleStore } from './people-store';
import { useDecide, useSubject } from './use-decide';
import { useDecisions } from './use-decisions';
import { usePeopleRules } from './use-people-rules';
import { useWhy } from './use-why';

interface RecordListProps {
  frame: PanelSnapshot;
  anchor: string;
  windowId: number;
  /** Something was decided: there is nothing more to do here. */
  onDone(): void;
}

/** The records that were taken for one person, why, and how to undo that. */
export function RecordList({ frame, anchor, windowId, onDone }: RecordListProps) {
  const { contacts } = frame;
  const why = useWhy(contacts);
  const decide = useDecide(windowId, anchor);
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
        {contacts.map((contact) =>
          contactRef(contact) === anchor ? (
            <li key={anchor}>
              <ContactLine
                contact={contact}
                why={[]}
                mark={
                  <span className="shrink-0 text-11 text-ink-faint">
                    {contact.connectionId === frame.screen?.connectionId
                      ? 'on screen'
                      : 'named by hand'}
                  </span>
                }
              />
            </li>
          ) : (
            <li key={contactRef(contact)}>
              <ContactLine contact={contact} why={whyOr(why(contact))}>
                <Button
                  aria-label={`Unlink ${contactTitle(contact)}`}
                  title="Take it out of this person; it stays a suggestion"
                  onClick={() => say(contact, 'unlinked')}
                >
                  Unlink
                </Button>
                <Button
                  aria-label={`${contactTitle(contact)} is not the same person`}
                  title="Take it out for good and never suggest it again"
                  onClick={() => say(contact, 'different')}
                >
                  Not the same person
                </Button>
              </ContactLine>
            </li>
          ),
        )}
      </ul>
      <DecisionList contacts={contacts} anchor={anchor} windowId={windowId} onDone={onDone} />
      <Button
        className="self-start"
        onClick={() => {
          onDone();
          find(true);
        }}
      >
        <UserRoundSearch size={12} aria-hidden /> Find another record…
      </Button>
    </div>
  );
}

function headline(count: number): string {
  return count === 1 ? 'Known from 1 record' : `${count} records taken for one person`;
}

/** A helpdesk may find a record by something it does not hand out. */
function whyOr(phrases: string[]): string[] {
  return phrases.length > 0 ? phrases : ['found by its helpdesk for this person'];
}

interface DecisionLineProps {
  act: GroupedDecision;
  /** By `contactRef`; a contact may be gone from its platform. */
  stored: ReadonlyMap<string, Contact>;
  /** It is about a record of the person on screen: the others are named. */
  isOwn: boolean;
  anchor: string;
  windowId: number;
  onDone(): void;
}

/** One decision, by whom and when, with a button that takes it back. */
function DecisionLine(props: DecisionLineProps) {
  const { act, stored, isOwn, anchor, windowId, onDone } = props;
  const { platforms, connections } = usePlatformIndex();
  const now = useNow(3_600_000);
  const decide = useDecide(windowId, anchor);
  const [other = act.about] = act.others;
  const named = isOwn ? other : act.about;
  const contact = stored.get(named);
  const platform = platforms.get(
    connections.get(parseContactRef(named).connectionId)?.platform ?? '',
  );
  const title = contact === undefined ? unstoredTitle(named) : contactTitle(contact);
  const more = isOwn && act.others.length > 1 ? ` and ${act.others.length - 1} more` : '';
  const takeBack = () => {
    void decide({ ref: act.about, title, platformLabel: platform?.label }, 'none', other);
    onDone();
  };
  return (
    <div className="flex items-start gap-2 text-12">
      <span className="pt-px">
        <PlatformIcon platform={platform} size={14} label={platform?.label ?? ''} />
      </span>
      <p className="min-w-0 flex-1 wrap-anywhere">
        <bdi className="text-ink">{title}</bdi>
        {more} <span className="text-ink-faint">{linkWords(act.link, now)}</span>
      </p>
      <Button aria-label={`Take back the decision about ${title}`} onClick={takeBack}>
        Take back
      </Button>
    </div>
  );
}

/** Nobody could tell who was on a page when somebody said so: there is no record of it. */
function unstoredTitle(ref: string): string {
  return isAddressRef(ref) ? 'A conversation' : 'A record that is no longer stored';
}

interface DecisionListProps {
  contacts: readonly Contact[];
  anchor: string;
  windowId: number;
  onDone(): void;
}

/** What was decided about this person's records and does not show in the list of them. */
function DecisionList({ contacts, anchor, windowId, onDone }: DecisionListProps) {
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
      <h3 className="font-semibold text-11 text-ink-faint">Other decisions</h3>
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
              anchor={anchor}
              windowId={windowId}
              onDone={onDone}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One sentence for each two records that something would join and something else keeps apart. */
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
    const nameOf = (ref: string) => {
      const contact = known.get(ref);
      if (contact === undefined) return 'a record that is no longer stored';
      const label = platforms.get(contact.platform)?.label ?? contact.platform;
      return `${contactTitle(contact)} in ${label}`;
    };
    const links = decisions.map(({ link }) => link);
    const { conflicts } = resolvePerson(anchor, [...known.values()], links, rules);
    const told = conflicts.filter((conflict) => !isJustDecided(conflict));
    return [...new Set(told.map((conflict) => conflictWords(conflict, { nameOf, now })))];
  }, [contacts, decisions, rules, platforms, now]);
}
