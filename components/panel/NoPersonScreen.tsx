import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import LogIn from 'lucide-react/icons/log-in';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import MessagesSquare from 'lucide-react/icons/messages-square';
import MousePointerClick from 'lucide-react/icons/mouse-pointer-click';
import Plug from 'lucide-react/icons/plug';
import { useEffect } from 'react';
import { historyCommands } from '../../lib/messaging/history-commands';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { Button } from '../ui/Button';
import { PlatformIcon } from '../ui/PlatformIcon';
import { StateScreen } from '../ui/StateScreen';
import { takeEarlyKeys } from './early-keys';
import { usePanel } from './PanelContext';
import { LazyRepliesTab } from './PersonScreen';
import type { PanelState } from './panel-state';
import { LazyPeoplePart } from './people/LazyPeoplePart';
import { SignInWarning } from './SignInWarning';
import { sendFromPanel } from './send-from-panel';
import { UnknownPersonScreen } from './UnknownPersonScreen';
import { usePanelView } from './view-store';
import { SetUpReminder, WelcomeScreen } from './WelcomeScreen';

interface NoPersonScreenProps {
  state: Exclude<PanelState, { kind: 'person' | 'identifying' }>;
  /** Epoch ms. */
  now: number;
}

/** States in which responses and people can be searched although nobody is on screen. */
const searchable: readonly PanelState['kind'][] = [
  'no-helpdesk',
  'signed-out',
  'no-person',
  'not-connected',
];

/** Every state in which there is no person to show. */
export function NoPersonScreen({ state, now }: NoPersonScreenProps) {
  const tab = usePanelView((view) => view.tab);
  const canSearch = searchable.includes(state.kind);
  useDroppedTyping(state.kind === 'welcome');
  if (tab === 'replies' && (canSearch || state.kind === 'unknown')) {
    return (
      <div className="flex h-full flex-col">
        <BackRow />
        <LazyRepliesTab person={undefined} />
      </div>
    );
  }
  return (
    <div className="flex h-full flex-col overflow-y-auto pb-[14vh]">
      <div className="px-3 *:mt-1.5">
        <SignInWarning />
      </div>
      <div className="m-auto flex w-full flex-col">
        <StateOf state={state} now={now} />
        {canSearch && <SearchTools />}
      </div>
    </div>
  );
}

/** Drops what is typed for the search after each request for it, where none can come. */
function useDroppedTyping(hasNoSearch: boolean): void {
  const requests = usePanelView((view) => view.replyRequests);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each request the collecting begins again
  useEffect(() => {
    if (!hasNoSearch) return;
    takeEarlyKeys(document);
    usePanelView.getState().takeTyped();
  }, [hasNoSearch, requests]);
}

/** Leads back from the responses. */
function BackRow() {
  const chooseTab = usePanelView((view) => view.chooseTab);
  return (
    <div className="flex shrink-0 px-2 pt-1.5">
      <button
        type="button"
        onClick={() => chooseTab('history')}
        className="inline-flex h-6 items-center gap-1 rounded-md px-1 text-12 text-ink-soft hover:bg-hover hover:text-ink"
      >
        <ChevronLeft size={13} aria-hidden /> {t`Back`}
      </button>
    </div>
  );
}

/** What can be done without a conversation. */
function SearchTools() {
  const findReply = usePanelView((view) => view.findReply);
  return (
    <div className="mx-auto flex w-full max-w-[420px] flex-col gap-3 px-3 pb-4">
      <LazyPeoplePart part="anybody" />
      <Button
        className="self-center"
        onClick={() => findReply()}
        title={t`Canned responses (press /)`}
      >
        <MessageSquareText size={12} aria-hidden /> {t`Replies`}
      </Button>
    </div>
  );
}

function StateOf({ state, now }: NoPersonScreenProps) {
  const { platforms } = usePanel().snapshot;
  const label = 'platform' in state ? state.platform?.label : undefined;
  switch (state.kind) {
    case 'starting':
      return (
        <div
          role="status"
          className="appear-late p-6 text-center text-ink-faint"
        >{t`Starting Deskside…`}</div>
      );
    case 'welcome':
      return <WelcomeScreen platforms={platforms} />;
    case 'no-helpdesk':
      return (
        <StateScreen
          icon={MessagesSquare}
          title={t`No helpdesk in this tab`}
          text={t`Open a conversation in one of your helpdesks, and its customer appears here.`}
        >
          <PlatformRow platforms={platforms} />
          <SetUpReminder />
        </StateScreen>
      );
    case 'signed-out':
      return (
        <StateScreen
          icon={LogIn}
          title={label === undefined ? t`Signed out of the helpdesk` : t`Signed out of ${label}`}
          text={
            label === undefined
              ? t`Sign in to the helpdesk in this tab and open a conversation.`
              : t`Sign in to ${label} in this tab and open a conversation.`
          }
        />
      );
    case 'no-person':
      return (
        <StateScreen
          icon={MousePointerClick}
          title={t`No conversation open`}
          text={
            label === undefined
              ? t`Choose a conversation in the helpdesk to see who is writing and what happened before.`
              : t`Choose a conversation in ${label} to see who is writing and what happened before.`
          }
        />
      );
    case 'not-connected': {
      const host = hostOf(state.origin);
      return (
        <StateScreen
          icon={Plug}
          title={
            label === undefined
              ? t`This helpdesk account is not connected`
              : t`This ${label} account is not connected`
          }
          text={
            <Trans>
              The page at <bdi className="break-all font-medium">{host}</bdi> belongs to an account
              Deskside does not know yet.
            </Trans>
          }
        >
          <ConnectButton
            platform={state.platform}
            label={label === undefined ? t`Connect this account` : t`Connect ${label}`}
          />
        </StateScreen>
      );
    }
    case 'unknown':
      return <UnknownPersonScreen state={state} now={now} />;
  }
}

function PlatformRow({ platforms }: { platforms: readonly PlatformDescriptor[] }) {
  return (
    <ul aria-label={t`Supported helpdesks`} className="grid grid-cols-2 gap-x-5 gap-y-1.5 pt-3">
      {platforms.map((platform) => (
        <li key={platform.name} className="flex items-center gap-1.5 text-12 text-ink-soft">
          <PlatformIcon platform={platform} size={14} />
          {platform.label}
        </li>
      ))}
    </ul>
  );
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

/** Leads to the form that connects a platform, or to the choice of one. */
function ConnectButton({
  platform,
  label,
}: {
  platform: PlatformDescriptor | undefined;
  label: string;
}) {
  return (
    <Button
      variant="primary"
      className="min-h-8 px-3 text-13"
      onClick={() =>
        sendFromPanel(
          historyCommands,
          'panel.open-settings',
          platform ? { platform: platform.name } : {},
        )
      }
    >
      <Plug size={14} aria-hidden /> {label}
    </Button>
  );
}
