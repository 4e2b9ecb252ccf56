import type { DecisionAct } from '../../../lib/identity/decision-acts';
import { contactTitle, linkWords } from '../../../lib/identity/decision-words';
import type { Contact } from '../../../lib/model/contact';
import { isPlace } from '../../../lib/model/screen-place';
import { contactOfRef } from '../../../lib/storage/panel-queries';
import { Button } from '../../ui/Button';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useNames } from '../names';
import { useNow } from '../use-now';
import { useDecide } from './use-decide';

interface DecisionLineProps {
  act: DecisionAct;
  /** By `contactRef`; a contact may be gone from its platform. */
  stored: ReadonlyMap<string, Contact>;
  /** It is about a record of the person on screen: the others are named. */
  isOwn: boolean;
  anchor: string;
  windowId: number;
  onDone(): void;
}

/** One decision, by whom and when, with a button that takes it back. */
export function DecisionLine(props: DecisionLineProps) {
  const { act, stored, isOwn, anchor, windowId, onDone } = props;
  const { platforms, connections } = useNames();
  const now = useNow(3_600_000);
  const decide = useDecide(windowId, anchor);
  const [other = act.about] = act.others;
  const named = isOwn ? other : act.about;
  const contact = stored.get(named);
  const platform = platforms.get(connections.get(contactOfRef(named).connectionId)?.platform ?? '');
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
  return isPlace(ref) ? 'A conversation' : 'A record that is no longer stored';
}
