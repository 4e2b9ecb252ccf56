import { decisionActs } from '../../../lib/identity/decision-acts';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { DecisionLine } from './DecisionLine';
import { useConflicts } from './use-conflicts';
import { useDecisions } from './use-decisions';

interface DecisionListProps {
  contacts: readonly Contact[];
  anchor: string;
  windowId: number;
  onDone(): void;
}

/** What was decided about this person's records and does not show in the list of them. */
export function DecisionList({ contacts, anchor, windowId, onDone }: DecisionListProps) {
  const members = new Set(contacts.map(contactRef));
  const all = useDecisions(contacts);
  const conflicts = useConflicts(contacts, all);
  const hidden = all.filter(
    ({ link }) => link.verdict !== 'same' || !members.has(link.a) || !members.has(link.b),
  );
  const acts = decisionActs(
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
