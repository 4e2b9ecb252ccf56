import { t } from '@lingui/core/macro';
import CircleHelp from 'lucide-react/icons/circle-help';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Settings from 'lucide-react/icons/settings';
import UserRoundSearch from 'lucide-react/icons/user-round-search';
import { Suspense } from 'react';
import { coverageWords } from '../../lib/coverage/coverage-words';
import { historyCommands } from '../../lib/messaging/history-commands';
import { Button } from '../ui/Button';
import { StateScreen } from '../ui/StateScreen';
import { usePanel } from './PanelContext';
import type { PanelState } from './panel-state';
import { LazyPeoplePart } from './people/LazyPeoplePart';
import { usePeopleStore } from './people/people-store';
import { sendFromPanel } from './send-from-panel';
import { usePanelView } from './view-store';

interface UnknownPersonScreenProps {
  state: Extract<PanelState, { kind: 'unknown' }>;
  now: number;
}

function failureTitle(label: string | undefined): string {
  return label === undefined
    ? t`The helpdesk could not be asked who this is`
    : t`${label} could not be asked who this is`;
}

function silenceWords(label: string | undefined): string {
  return label === undefined
    ? t`The helpdesk does not say who is writing in this conversation.`
    : t`${label} does not say who is writing in this conversation.`;
}

/** A conversation is open, but it could not be determined whose: why, and what to do. */
export function UnknownPersonScreen({ state, now }: UnknownPersonScreenProps) {
  const { windowId } = usePanel();
  const find = usePeopleStore((store) => store.find);
  const findReply = usePanelView((view) => view.findReply);
  const label = state.platform?.label;
  const platformLabel = label ?? t`the helpdesk`;
  const words =
    state.problem && coverageWords(state.problem, { platformLabel, now, phase: 'settled' });
  const isFailure = words?.tone === 'bad';
  const retry = () =>
    sendFromPanel(historyCommands, 'panel.refresh', {
      windowId,
      ...(state.connection === undefined ? {} : { connectionId: state.connection.id }),
    });
  return (
    <StateScreen
      icon={isFailure ? RefreshCw : CircleHelp}
      tone={isFailure ? 'bad' : 'neutral'}
      title={isFailure ? failureTitle(label) : t`Unknown person`}
      text={words?.sentence ?? silenceWords(label)}
    >
      {state.address !== undefined && (
        <>
          <Button
            variant={isFailure ? 'plain' : 'primary'}
            className="min-h-8 px-3 text-13"
            onClick={() => find(true)}
          >
            <UserRoundSearch size={14} aria-hidden /> {t`I know who this is…`}
          </Button>
          <Suspense>
            <LazyPeoplePart part="find" />
          </Suspense>
        </>
      )}
      <div className="flex flex-wrap justify-center gap-2">
        <Button onClick={retry}>
          <RefreshCw size={12} aria-hidden /> {t`Try again`}
        </Button>
        <Button onClick={() => findReply()} title={t`Canned responses (press /)`}>
          <MessageSquareText size={12} aria-hidden /> {t`Replies`}
        </Button>
        {words?.action === 'connect' && (
          <Button
            onClick={() =>
              sendFromPanel(
                historyCommands,
                'panel.open-settings',
                state.platform ? { platform: state.platform.name } : {},
              )
            }
          >
            <Settings size={12} aria-hidden /> {t`Open settings`}
          </Button>
        )}
      </div>
    </StateScreen>
  );
}
