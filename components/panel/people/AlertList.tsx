import { t } from '@lingui/core/macro';
import UserRoundSearch from 'lucide-react/icons/user-round-search';
import { identifiersOf } from '../../../lib/identity/identifiers';
import { peopleCommands } from '../../../lib/messaging/people-commands';
import { useSearchStore } from '../find-in-history/search-store';
import { usePanel } from '../PanelContext';
import { SignInWarning } from '../SignInWarning';
import { sendFromPanel } from '../send-from-panel';
import { Collisions } from './Collisions';
import { FindDialog } from './FindDialog';
import { usePeopleStore } from './people-store';
import { Suggestions } from './Suggestions';
import { UndoLine } from './UndoLine';
import { useIsChosen } from './use-is-chosen';

/** The lines between the person and the tabs; usually nothing at all. */
export function AlertList() {
  return (
    <div tabIndex={-1} className="px-3 *:mt-1.5 focus:outline-none">
      <SignInWarning />
      <OpenedByHand />
      <Collisions />
      <UndoLine />
      <AskWho />
      <Suggestions />
      <FindDialog />
    </div>
  );
}

/** Says that no page shows this person, and leads back. */
function OpenedByHand() {
  const { windowId, snapshot } = usePanel();
  if (snapshot.screen?.isOpenedByHand !== true) return null;
  const isOverTab = snapshot.screen.over !== undefined;
  return (
    <div className="flex items-center gap-2 rounded-md border border-line bg-sunken py-0.5 pr-0.5 pl-2 text-12">
      <span className="min-w-0 flex-1">
        {isOverTab
          ? t`You opened this person. The tab shows someone else.`
          : t`No conversation is open. You opened this person.`}
      </span>
      <button
        type="button"
        onClick={() => {
          sendFromPanel(peopleCommands, 'people.close', { windowId });
          // The search belonged to the person who is being left.
          if (isOverTab) useSearchStore.getState().close();
        }}
        className="h-6 shrink-0 rounded-md px-1.5 font-medium text-accent hover:bg-hover"
      >
        {isOverTab ? t`Back` : t`Close`}
      </button>
    </div>
  );
}

/** Offers to choose whose conversation this is, where nothing in it shows that and nobody has chosen yet. */
function AskWho() {
  const { contacts, screen } = usePanel().snapshot;
  const find = usePeopleStore((store) => store.find);
  const isChosen = useIsChosen();
  // A person opened by hand has no conversation on screen.
  if (screen?.isOpenedByHand === true) return null;
  const [only] = contacts;
  if (only === undefined || contacts.length > 1 || identifiersOf(only).length > 0) return null;
  if (only.connectionId !== screen?.connectionId || isChosen !== false) return null;
  return (
    <button
      type="button"
      onClick={() => find(true)}
      className="-mx-1 flex items-center gap-1.5 rounded-sm px-1 py-0.5 text-12 text-ink-soft hover:bg-hover hover:text-ink"
    >
      <UserRoundSearch size={12} aria-hidden className="shrink-0 text-ink-faint" />
      {t`Nothing here says who this is. Choose the person…`}
    </button>
  );
}
