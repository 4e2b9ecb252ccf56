import { t } from '@lingui/core/macro';
import Check from 'lucide-react/icons/check';
import Search from 'lucide-react/icons/search';
import { useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { HelpdeskOffer } from '../../../lib/model/helpdesk-offer';
import type { SetUpState } from '../../../lib/storage/set-up-progress';
import { Button } from '../../ui/Button';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { FocusedAlert } from './FocusedAlert';
import { StepFrame } from './StepFrame';
import { isProposed, withChosen } from './steps';
import type { OfferedHelpdesks } from './use-set-up';

interface ChooseStepProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  state: SetUpState;
  offered: OfferedHelpdesks;
  onChoose(offers: readonly HelpdeskOffer[], ids: ReadonlySet<string>): void;
}

/** The helpdesks that can be connected; those that are known to be in use come first. */
export function ChooseStep(props: ChooseStepProps) {
  const { platforms, connections, state, offered, onChoose } = props;
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isEmpty, setIsEmpty] = useState(false);
  const offers = withChosen(offered.found?.offers ?? [], state, connections);
  const isTicked = (offer: HelpdeskOffer) => ticked.get(offer.id) ?? isProposed(offer, state);
  const hasConnection = offers.some(({ connectionId }) => connectionId !== undefined);
  const goOn = () => {
    const ids = new Set(offers.filter(isTicked).map(({ id }) => id));
    if (ids.size === 0 && !hasConnection) setIsEmpty(true);
    else onChoose(offers, ids);
  };
  return (
    <StepFrame
      title={t`Which helpdesks do you work in?`}
      text={t`Choose all of them, so that a customer who writes in several has one timeline. Each takes about a minute, and you can stop at any time and continue later.`}
      onward={{ label: t`Continue`, act: goOn }}
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">{t`Helpdesks`}</legend>
        {offers.map((offer) => (
          <OfferRow
            key={offer.id}
            offer={offer}
            platform={platforms.find(({ name }) => name === offer.platform)}
            isTicked={isTicked(offer)}
            onTick={(isOn) => {
              setIsEmpty(false);
              setTicked(new Map([...ticked, [offer.id, isOn]]));
            }}
          />
        ))}
      </fieldset>
      <TabSearch offered={offered} />
      {isEmpty && (
        <FocusedAlert>
          <p className="rounded-md bg-bad-soft px-3 py-2 text-13 text-ink">{t`Choose at least one helpdesk, or leave the set-up for now.`}</p>
        </FocusedAlert>
      )}
    </StepFrame>
  );
}

interface OfferRowProps {
  offer: HelpdeskOffer;
  platform: PlatformDescriptor | undefined;
  isTicked: boolean;
  onTick(isOn: boolean): void;
}

function OfferRow({ offer, platform, isTicked, onTick }: OfferRowProps) {
  const place = placeWords(offer);
  const words = (
    <>
      <PlatformIcon platform={platform} size={22} />
      <span className="flex min-w-0 flex-1 basis-40 flex-col">
        <span className="font-semibold text-13">{platform?.label ?? offer.platform}</span>
        {place !== '' && <span className="text-12 text-ink-soft wrap-anywhere">{place}</span>}
      </span>
    </>
  );
  if (offer.connectionId !== undefined) {
    return (
      <div className={`${rowStyle} border-line bg-sunken`}>
        <Check size={16} aria-hidden className="shrink-0 text-good" />
        {words}
        <span className="text-12 text-good">{t`Connected`}</span>
      </div>
    );
  }
  return (
    <label
      className={`${rowStyle} cursor-pointer border-line-strong bg-raised hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft`}
    >
      <input
        type="checkbox"
        checked={isTicked}
        className="size-4 shrink-0 accent-accent"
        onChange={(event) => onTick(event.target.checked)}
      />
      {words}
      <span className="text-12 text-ink-soft">{sourceWords(offer)}</span>
    </label>
  );
}

const rowStyle =
  'flex min-h-14 flex-wrap items-center gap-x-3 gap-y-0.5 rounded-lg border px-3.5 py-2.5';

/** Which account, and where it is, as far as both are known. */
function placeWords({ label, host }: HelpdeskOffer): string {
  return label !== undefined && host !== undefined ? t`${label}, ${host}` : (label ?? host ?? '');
}

function sourceWords({ source, isSure }: HelpdeskOffer): string {
  if (source === 'organisation') return t`Set by your organisation`;
  if (source !== 'tab') return '';
  return isSure ? t`Open in a tab` : t`Probably open in a tab`;
}

/** What the browser does not reveal about the open tabs, and how to allow that. */
function TabSearch({ offered: { found, looked, lookAtTabs } }: { offered: OfferedHelpdesks }) {
  if (looked === 'done') {
    return (
      <p role="status" className="text-12 text-ink-soft">
        {found?.offers.some(({ source }) => source === 'tab')
          ? t`The helpdesks in your tabs are listed first. The permission was given back.`
          : t`None of your tabs shows a helpdesk that Deskside knows. The permission was given back.`}
      </p>
    );
  }
  if (found === undefined || found.hiddenTabs === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-12 text-ink-soft">
      <p className="min-w-0 flex-1 basis-72 text-pretty">
        {looked === 'denied'
          ? t`The browser did not allow it, and nothing was read. Choose your helpdesks yourself, or try again.`
          : t`The browser hides the addresses of your tabs from Deskside until you allow it. To find open helpdesks, Deskside looks once, on this computer, and gives the permission back right away. The browser calls this reading your browsing history.`}
      </p>
      <Button className="min-h-8 px-3" onClick={lookAtTabs}>
        <Search size={13} aria-hidden /> {t`Find open helpdesks`}
      </Button>
    </div>
  );
}
