import { contactTitle, linkWords } from '../../../lib/identity/decision-words';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { contactOfRef } from '../../../lib/storage/panel-queries';
import type { Decision } from '../../../lib/storage/people-queries';
import { Button } from '../../ui/Button';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useDirectory } from '../directory';
import { useNow } from '../use-now';
import { usePanelCommand } from '../use-panel-command';
import { useConflicts } from './use-conflicts';
import { useDecide } from './use-decide';
import { useDecisions } from './use-decisions';

interface DecisionListProps {
  contacts: readonly Contact[];
  anchor: string;
  windowId: number;
  onDone(): void;
}

/** What was decided about this person's records and does not show in the list of them. */
export function DecisionList({ contacts, anchor, windowId, onDone }: DecisionListProps) {
  const joined = new Set(contacts.map(contactRef));
  const all = useDecisions(contacts);
  const decisions = all.filter(
    ({ link }) => link.verdict !== 'same' || !joined.has(link.a) || !joined.has(link.b),
  );
  const conflicts = useConflicts(contacts, all);
  if (decisions.length === 0 && conflicts.length === 0) return null;
  return (
    <section className="flex flex-col gap-1.5 border-line border-t pt-2">
      <h3 className="font-semibold text-11 text-ink-faint">Kept apart, or not found</h3>
      {conflicts.map((sentence) => (
        <p key={sentence} className="text-12 text-ink-soft wrap-anywhere">
          {sentence}
        </p>
      ))}
      <ul className="flex flex-col gap-2">
        {decisions.map((decision) => (
          <li key={`${decision.link.a}\n${decision.link.b}`}>
            <DecisionLine
              decision={decision}
              isOtherA={!joined.has(decision.link.a)}
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

interface DecisionLineProps extends Pick<DecisionListProps, 'anchor' | 'windowId' | 'onDone'> {
  decision: Decision;
  /** The contact to name is the pair's first. */
  isOtherA: boolean;
}

function DecisionLine(props: DecisionLineProps) {
  const { decision, isOtherA, anchor, windowId, onDone } = props;
  const { link } = decision;
  const { platforms, connections } = useDirectory();
  const now = useNow(3_600_000);
  const decide = useDecide(windowId, anchor);
  const send = usePanelCommand();
  const contact = isOtherA ? decision.a : decision.b;
  const [own, other] = isOtherA ? [link.b, link.a] : [link.a, link.b];
  const platform = platforms.get(connections.get(contactOfRef(other).connectionId)?.platform ?? '');
  const title = contact === undefined ? 'A record that is no longer stored' : contactTitle(contact);
  const takeBack = () => {
    if (contact !== undefined) void decide(contact, 'none', own);
    else {
      const pair = { one: contactOfRef(own), other: contactOfRef(other) };
      send('people.decide', { windowId, ...pair, verdict: 'none' });
    }
    onDone();
  };
  return (
    <div className="flex items-start gap-2 text-12">
      <span className="pt-px">
        <PlatformIcon platform={platform} size={14} label={platform?.label ?? ''} />
      </span>
      <p className="min-w-0 flex-1 wrap-anywhere">
        <bdi className="text-ink">{title}</bdi>{' '}
        <span className="text-ink-faint">{linkWords(link, now)}</span>
      </p>
      <Button aria-label={`Take back the decision about ${title}`} onClick={takeBack}>
        Take back
      </Button>
    </div>
  );
}
