import { t } from '@lingui/core/macro';
import ListChecks from 'lucide-react/icons/list-checks';
import PanelRight from 'lucide-react/icons/panel-right';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { send } from '../../lib/messaging/send';
import { type HelpdeskOffers, setUpCommands } from '../../lib/messaging/set-up-commands';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { type HelpdeskOffer, isFoundHelpdesk } from '../../lib/model/helpdesk-offer';
import { isSetUpUnfinished } from '../../lib/storage/set-up-progress';
import { joinSentences } from '../../lib/text/join-sentences';
import { useSetUpState } from '../hooks/use-set-up-state';
import { Button } from '../ui/Button';
import { PlatformIcon } from '../ui/PlatformIcon';
import { StateScreen } from '../ui/StateScreen';
import { sendFromPanel } from './send-from-panel';

/** The panel before anything is connected: what it is for, which helpdesks are there, and the set-up. */
export function WelcomeScreen({ platforms }: { platforms: readonly PlatformDescriptor[] }) {
  const found = useOffersBeside();
  const state = useSetUpState();
  if (state === undefined) return null;
  const seen = found?.offers.filter(isFoundHelpdesk) ?? [];
  const isUnfinished = isSetUpUnfinished(state);
  const offered = platforms.filter(
    ({ name }) => found === undefined || found.offers.some(({ platform }) => platform === name),
  );
  return (
    <StateScreen
      icon={PanelRight}
      title={
        state.isSkipped ? t`No helpdesk is connected yet` : t`The whole customer, beside your chat`
      }
      text={
        state.isSkipped
          ? t`Deskside shows a customer’s timeline once it is connected to the helpdesks you work in.`
          : t`Connect the helpdesks you work in, and everything that happened with the customer on screen appears here in one timeline.`
      }
    >
      {seen.length > 0 ? (
        <SeenList offers={seen} platforms={platforms} />
      ) : (
        <ul aria-label={t`Supported helpdesks`} className="grid grid-cols-2 gap-x-5 gap-y-1.5">
          {offered.map((platform) => (
            <li key={platform.name} className="flex items-center gap-1.5 text-12 text-ink-soft">
              <PlatformIcon platform={platform} size={14} />
              {platform.label}
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="primary"
        className="min-h-9 w-full max-w-[260px] text-13"
        onClick={() => sendFromPanel(setUpCommands, 'set-up.open', {})}
      >
        <ListChecks size={15} aria-hidden />
        {isUnfinished ? t`Go on with the set-up` : t`Set up Deskside`}
      </Button>
      <p className="text-pretty text-12 text-ink-faint">
        {isUnfinished
          ? t`What you have chosen and entered is kept, except keys.`
          : joinSentences(
              t`It opens in a tab and takes about a minute for each helpdesk. Have its key at hand, or a Membrane account.`,
              seen.length === 0 && (found?.hiddenTabs ?? 0) > 0
                ? t`The browser hides which helpdesks are open in your tabs until you allow it, which you can do in the set-up.`
                : undefined,
            )}
      </p>
    </StateScreen>
  );
}

/** Leads back to the set-up if it was left unfinished, even when something is connected already. */
export function SetUpReminder() {
  const state = useSetUpState();
  if (state === undefined || !isSetUpUnfinished(state)) return null;
  return (
    <Button onClick={() => sendFromPanel(setUpCommands, 'set-up.open', {})}>
      <ListChecks size={13} aria-hidden /> {t`Go on with the set-up`}
    </Button>
  );
}

function SeenList({
  offers,
  platforms,
}: {
  offers: readonly HelpdeskOffer[];
  platforms: readonly PlatformDescriptor[];
}) {
  return (
    <ul
      aria-label={t`Found helpdesks`}
      className="flex w-full flex-col divide-y divide-line rounded-lg border border-line bg-sunken text-left"
    >
      {offers.map(({ id, platform: name, host, label, source }) => {
        const platform = platforms.find((each) => each.name === name);
        return (
          <li key={id} className="flex items-center gap-2.5 px-3 py-2">
            <PlatformIcon platform={platform} size={20} />
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="font-medium text-13 wrap-anywhere">
                {label ?? platform?.label ?? name}
              </span>
              <span className="text-12 text-ink-soft wrap-anywhere">{host}</span>
            </span>
            <span className="shrink-0 text-11 text-ink-faint">
              {source === 'tab' ? t`open now` : t`your team’s`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What can be connected, as far as is known without asking; checked again when another tab is shown. */
function useOffersBeside(): HelpdeskOffers | undefined {
  const [found, setFound] = useState<HelpdeskOffers>();
  useEffect(() => {
    let isWanted = true;
    const look = () =>
      void send(setUpCommands, 'set-up.offers', {}).then(
        (answer) => isWanted && setFound(answer),
        // The button itself reports when the worker does not answer.
        () => undefined,
      );
    const lookWhenLoaded = (_tabId: number, change: { status?: string | undefined }) => {
      if (change.status === 'complete') look();
    };
    look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(lookWhenLoaded);
    return () => {
      isWanted = false;
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(lookWhenLoaded);
    };
  }, []);
  return found;
}
