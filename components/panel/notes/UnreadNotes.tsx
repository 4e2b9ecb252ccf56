import { t } from '@lingui/core/macro';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Settings from 'lucide-react/icons/settings';
import type { CoverageAction } from '../../../lib/coverage/reason-words';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { noteCommands } from '../../../lib/messaging/note-commands';
import { contactRef } from '../../../lib/model/ids';
import { unreadWords } from '../../../lib/notes/unread-words';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../ui/Button';
import { usePanel } from '../PanelContext';
import { sendFromPanel } from '../send-from-panel';
import type { NotesScene } from './notes-scene';

/** Which platforms' notes could not be read, why, and what to do. */
export function UnreadNotes({ scene }: { scene: NotesScene }) {
  const { snapshot } = usePanel();
  const now = useNow(30_000);
  const unread = unreadIn(snapshot, scene);
  if (unread.length === 0) return null;
  return (
    <div role="status">
      <ul className="flex flex-col gap-1.5">
        {unread.map(({ connectionId, platform, failure }) => {
          const platformLabel = scene.labels.get(connectionId) ?? platform;
          const { sentence, action } = unreadWords(failure, { platformLabel, now });
          return (
            <li
              key={connectionId}
              // Nothing is wrong if the id is merely not known yet.
              className={`flex items-start gap-2 text-12 ${failure === 'no-handle' ? 'text-ink-soft' : 'text-warn'}`}
            >
              <span className="min-w-0 flex-1 text-pretty wrap-anywhere">{sentence}</span>
              <UnreadAction action={action} platform={platform} anchor={scene.anchor} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface UnreadActionProps extends Pick<NotesScene, 'anchor'> {
  action: CoverageAction;
  platform: string;
}

function UnreadAction({ action, platform, anchor }: UnreadActionProps) {
  if (action === 'retry') {
    return (
      <Button onClick={() => sendFromPanel(noteCommands, 'notes.refresh', { anchor })}>
        <RefreshCw size={12} aria-hidden /> {t`Try again`}
      </Button>
    );
  }
  if (action !== 'connect') return null;
  return (
    <Button onClick={() => sendFromPanel(historyCommands, 'panel.open-settings', { platform })}>
      <Settings size={12} aria-hidden /> {t`Open settings`}
    </Button>
  );
}

/** The first failure of each account among the person's contacts. */
function unreadIn({ sources, connections }: PanelSnapshot, { refs }: Pick<NotesScene, 'refs'>) {
  return sources.flatMap(({ connectionId, unreadNotes = [] }) => {
    const platform = connections.find(({ id }) => id === connectionId)?.platform;
    const own = unreadNotes.find(({ contactId: id }) =>
      refs.includes(contactRef({ connectionId, id })),
    );
    if (platform === undefined || own === undefined) return [];
    return [{ connectionId, platform, failure: own.failure }];
  });
}
