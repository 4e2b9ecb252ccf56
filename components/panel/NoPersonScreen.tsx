import LogIn from 'lucide-react/icons/log-in';
import MessagesSquare from 'lucide-react/icons/messages-square';
import MousePointerClick from 'lucide-react/icons/mouse-pointer-click';
import PanelRight from 'lucide-react/icons/panel-right';
import Plug from 'lucide-react/icons/plug';
import { historyCommands } from '../../lib/messaging/history-commands';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { Button } from '../ui/Button';
import { PlatformIcon } from '../ui/PlatformIcon';
import { StateScreen } from '../ui/StateScreen';
import { usePanel } from './PanelContext';
import type { PanelState } from './panel-state';
import { sendFromPanel } from './send-from-panel';
import { UnknownPersonScreen } from './UnknownPersonScreen';

interface NoPersonScreenProps {
  state: Exclude<PanelState, { kind: 'person' | 'identifying' }>;
  /** Epoch ms. */
  now: number;
}

/** Every state in which there is no person to show. */
export function NoPersonScreen({ state, now }: NoPersonScreenProps) {
  const { platforms } = usePanel().snapshot;
  switch (state.kind) {
    case 'starting':
      return (
        <div role="status" className="appear-late p-6 text-center text-ink-faint">
          Waiting for Deskside’s background part…
        </div>
      );
    case 'welcome':
      return (
        <StateScreen
          icon={PanelRight}
          title="The whole customer, beside your chat"
          text="Connect the helpdesks your team works in. Deskside then shows one timeline of everything that happened with the customer on screen."
        >
          <ConnectButton platform={state.platform} label="Connect your first helpdesk" />
          <PlatformRow platforms={platforms} />
        </StateScreen>
      );
    case 'no-helpdesk':
      return (
        <StateScreen
          icon={MessagesSquare}
          title="No helpdesk in this tab"
          text="Open a conversation in one of your helpdesks, and its customer appears here."
        >
          <PlatformRow platforms={platforms} />
        </StateScreen>
      );
    case 'signed-out': {
      const label = state.platform?.label ?? 'the helpdesk';
      return (
        <StateScreen
          icon={LogIn}
          title={`Signed out of ${label}`}
          text={`Sign in to ${label} in this tab and open a conversation.`}
        />
      );
    }
    case 'no-person':
      return (
        <StateScreen
          icon={MousePointerClick}
          title="No conversation open"
          text={`Choose a conversation in ${state.platform?.label ?? 'the helpdesk'} to see who is writing and what happened before.`}
        />
      );
    case 'not-connected':
      return (
        <StateScreen
          icon={Plug}
          title={`This ${state.platform?.label ?? 'helpdesk'} account is not connected`}
          text={
            <>
              The page at <bdi className="break-all font-medium">{hostOf(state.origin)}</bdi>{' '}
              belongs to an account Deskside does not know yet.
            </>
          }
        >
          <ConnectButton
            platform={state.platform}
            label={`Connect ${state.platform?.label ?? 'it'}`}
          />
        </StateScreen>
      );
    case 'unknown':
      return <UnknownPersonScreen state={state} now={now} />;
  }
}

function PlatformRow({ platforms }: { platforms: readonly PlatformDescriptor[] }) {
  return (
    <ul aria-label="Supported helpdesks" className="grid grid-cols-2 gap-x-5 gap-y-1.5 pt-3">
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
      className="h-8 px-3 text-13"
      onClick={() =>
        sendFromPanel(historyCommands, 'panel.connect', platform ? { platform: platform.name } : {})
      }
    >
      <Plug size={14} aria-hidden /> {label}
    </Button>
  );
}
