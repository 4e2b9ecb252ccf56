import { t } from '@lingui/core/macro';
import ArrowDownUp from 'lucide-react/icons/arrow-down-up';
import ExternalLinkIcon from 'lucide-react/icons/external-link';
import History from 'lucide-react/icons/history';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Search from 'lucide-react/icons/search';
import UserRoundSearch from 'lucide-react/icons/user-round-search';
import { browser } from 'wxt/browser';
import { contactTitle } from '../../../lib/identity/decision-words';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { contactRef } from '../../../lib/model/ids';
import { webPageUrl } from '../../../lib/text/safe-links';
import { useSearchStore } from '../find-in-history/search-store';
import { useCompactView } from '../history/compact-view';
import { setCompact } from '../history/use-giving-way';
import { useNotesView } from '../notes/notes-store';
import type { PanelContextValue } from '../PanelContext';
import { usePeopleStore } from '../people/people-store';
import { sendFromPanel } from '../send-from-panel';
import { usePanelView } from '../view-store';
import type { PanelCommand } from './panel-command';

/** What can be done with the person on screen. */
export function personCommands({ windowId, snapshot }: PanelContextValue): PanelCommand[] {
  const { chooseTab } = usePanelView.getState();
  const group = 'commands';
  const commands: PanelCommand[] = [
    {
      ...{ id: 'new-note', group, Icon: NotebookPen, title: t`New note`, keys: 'N' },
      run: () => {
        chooseTab('notes');
        useNotesView.getState().write();
      },
    },
    {
      ...{ id: 'search', group, Icon: Search, title: t`Search the timeline`, keys: 'Ctrl+F' },
      run: () => {
        chooseTab('history');
        useSearchStore.getState().open();
      },
    },
    ...openCommands(snapshot),
    {
      ...{ id: 'history', group, Icon: History, title: t`Show the history`, keepsFocus: true },
      run: () => chooseTab('history'),
    },
    {
      ...{ id: 'notes', group, Icon: NotebookPen, title: t`Show the notes`, keepsFocus: true },
      run: () => chooseTab('notes'),
    },
    {
      ...{ id: 'refresh', group, Icon: RefreshCw, title: t`Refresh all`, keepsFocus: true },
      run: () => sendFromPanel(historyCommands, 'panel.refresh', { windowId }),
    },
    {
      ...{ id: 'find-record', group, Icon: UserRoundSearch, title: t`Find another record` },
      otherWords: t`link same person`,
      run: () => usePeopleStore.getState().find(true),
    },
  ];
  const { scroller, isCompact } = useCompactView.getState();
  if (scroller === null) return commands;
  const title = isCompact ? t`Show the upper part` : t`Hide the upper part`;
  return [
    ...commands,
    {
      ...{ id: 'compact', group, Icon: ArrowDownUp, title, keys: 'I', keepsFocus: true },
      run: () => setCompact(!isCompact),
    },
  ];
}

/** Opens each of the person's records that has a page in its helpdesk. */
function openCommands({ contacts, platforms }: PanelContextValue['snapshot']): PanelCommand[] {
  return contacts.flatMap((contact) => {
    const url = webPageUrl(contact.url);
    if (url === undefined) return [];
    const { label = contact.platform } =
      platforms.find(({ name }) => name === contact.platform) ?? {};
    return {
      ...{ id: `open ${contactRef(contact)}`, group: 'commands', Icon: ExternalLinkIcon },
      title: t`Open in ${label}`,
      detail: contactTitle(contact),
      keepsFocus: true,
      run: () => void browser.tabs.create({ url }),
    } satisfies PanelCommand;
  });
}
