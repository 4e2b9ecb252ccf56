import { t } from '@lingui/core/macro';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import UserRound from 'lucide-react/icons/user-round';
import { contactTitle } from '../../../lib/identity/decision-words';
import { peopleCommands } from '../../../lib/messaging/people-commands';
import { contactRef } from '../../../lib/model/ids';
import { type Reply, replyRef } from '../../../lib/model/reply';
import { database } from '../../../lib/storage/database';
import { type RecentPerson, readRecentPeople } from '../../../lib/storage/people-queries';
import { readStoredReplies } from '../../../lib/storage/reply-queries';
import { useLiveRead } from '../../hooks/use-live-read';
import { type PanelContextValue, usePanel } from '../PanelContext';
import { panelState } from '../panel-state';
import { sendFromPanel } from '../send-from-panel';
import { usePanelView } from '../view-store';
import { generalCommands } from './general-commands';
import type { PanelCommand } from './panel-command';
import { personCommands } from './person-commands';

/** How many people are offered without typing, and how many can be found by typing. */
const SHOWN_PEOPLE = 5;
const MOST_PEOPLE = 60;

/** Everything that can be done with what the panel shows now. */
export function usePanelCommands(): PanelCommand[] {
  const panel = usePanel();
  const recent = useLiveRead(
    {
      tables: [database.views, database.sources, database.contacts],
      read: () => readRecentPeople(database, MOST_PEOPLE),
    },
    [],
  );
  const replies = useLiveRead(
    { tables: [database.replies], read: () => readStoredReplies(database) },
    [],
  );
  const state = panelState(panel.snapshot);
  return [
    ...(state.kind === 'person' ? personCommands(panel) : []),
    ...generalCommands(panel.snapshot, state),
    ...recentCommands(panel, recent ?? []),
    ...(replies ?? []).filter(({ deletedAt }) => deletedAt === undefined).map(replyCommand),
  ];
}

/** Opens somebody who was seen recently; the person on screen is not among them. */
function recentCommands(
  { windowId, snapshot }: PanelContextValue,
  recent: readonly RecentPerson[],
): PanelCommand[] {
  const onScreen = new Set(snapshot.contacts.map(contactRef));
  return recent
    .filter(({ contact }) => !onScreen.has(contactRef(contact)))
    .map(({ contact }, place) => {
      const { connectionId, id, emails, phones } = contact;
      const title = contactTitle(contact);
      return {
        id: `person ${contactRef(contact)}`,
        group: 'people',
        Icon: UserRound,
        title,
        detail: [...emails, ...phones].find((value) => value !== title),
        otherWords: [...emails, ...phones].join(' '),
        isOnlyFound: place >= SHOWN_PEOPLE,
        keepsFocus: true,
        run: () => {
          usePanelView.getState().chooseTab('history');
          const about = { windowId, contact: { connectionId, id }, isOverTab: true };
          sendFromPanel(peopleCommands, 'people.open', about);
        },
      };
    });
}

/** Goes to a response in the search, where it is previewed before it is inserted. */
function replyCommand(reply: Reply): PanelCommand {
  const { title, shortcut } = reply;
  const name = title || shortcut;
  return {
    id: `response ${replyRef(reply)}`,
    group: 'responses',
    Icon: MessageSquareText,
    title: name || t`Untitled response`,
    detail: shortcut !== '' && shortcut !== name ? `/${shortcut}` : undefined,
    otherWords: shortcut,
    isOnlyFound: true,
    run: () => usePanelView.getState().findReply(name),
  };
}
