import { t } from '@lingui/core/macro';
import Keyboard from 'lucide-react/icons/keyboard';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import Settings from 'lucide-react/icons/settings';
import TextSearch from 'lucide-react/icons/text-search';
import { historyCommands, type OptionsSection } from '../../../lib/messaging/history-commands';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import { useEverywhereStore } from '../everywhere/everywhere-store';
import type { PanelState } from '../panel-state';
import { sendFromPanel } from '../send-from-panel';
import { usePanelView } from '../view-store';
import { usePalette } from './palette-store';
import type { PanelCommand } from './panel-command';

/** What can be done regardless of the person on screen. */
export function generalCommands(snapshot: PanelSnapshot, state: PanelState): PanelCommand[] {
  const group = 'commands';
  const settings = { group, Icon: Settings, keepsFocus: true } as const;
  const isConnected = snapshot.connections.length > 0 && state.kind !== 'not-connected';
  return [
    ...(isConnected ? searches() : []),
    { ...settings, id: 'settings', title: t`Open the settings`, run: () => openSettings() },
    {
      ...{ ...settings, id: 'manage-responses', title: t`Manage canned responses` },
      otherWords: t`settings`,
      run: () => openSettings('responses'),
    },
    {
      ...{ ...settings, id: 'connections', title: t`Manage connections to helpdesks` },
      otherWords: t`settings`,
      run: () => openSettings('helpdesks'),
    },
    {
      ...{ id: 'shortcuts', group, Icon: Keyboard, title: t`Keyboard shortcuts`, keys: '?' },
      otherWords: t`keys help`,
      run: () => usePalette.getState().show('shortcuts'),
    },
  ];
}

function searches(): PanelCommand[] {
  const group = 'commands';
  return [
    {
      ...{ id: 'find-reply', group, Icon: MessageSquareText, keys: '/' },
      title: t`Find a canned response`,
      run: () => usePanelView.getState().findReply(),
    },
    {
      ...{ id: 'everywhere', group, Icon: TextSearch, keys: 'Ctrl+Shift+F' },
      title: t`Search everything stored`,
      run: () => useEverywhereStore.getState().open(),
    },
  ];
}

/** Opens the settings, or one section of them. */
function openSettings(section?: OptionsSection): void {
  sendFromPanel(historyCommands, 'panel.open-settings', section === undefined ? {} : { section });
}
