import { plural, t } from '@lingui/core/macro';
import { useId } from 'react';
import type { MembraneOffer } from '../../../lib/messaging/membrane-commands';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { signInEnd } from '../../../lib/model/sign-in-end';
import { formatNumber } from '../../../lib/text/format-number';
import { useMembraneAccount } from '../../hooks/use-membrane-account';
import { Button } from '../../ui/Button';
import { AttemptProgress } from '../connections/OutcomePanel';
import type { ConnectionForm } from '../connections/use-connection-form';
import { useMembraneOffers } from './use-membrane-offers';

interface MembraneChoiceProps {
  platform: PlatformDescriptor;
  form: ConnectionForm;
}

/** Which of the connections in Membrane is this platform's, and how to make one. */
export function MembraneChoice(props: MembraneChoiceProps) {
  const account = useMembraneAccount();
  if (account === undefined) return null;
  if (account === 'none' || signInEnd(account, Date.now()) === 'over') {
    return (
      <div className="flex flex-col gap-2">
        <p className="text-12 text-ink-soft">{t`First sign in to Membrane under “Membrane” below.`}</p>
      </div>
    );
  }
  return <Offers key={account.tenantId} {...props} />;
}

function Offers({ platform, form }: MembraneChoiceProps) {
  const { label } = platform;
  const { membraneId: chosen, chooseMembrane: onChoose } = form;
  const { offers, dropped, isLoading, watched, failure, ...act } = useMembraneOffers(
    platform.name,
    chosen,
    onChoose,
  );
  const own = offers.filter((offer) => offer.platform === platform.name || offer.id === chosen);
  const others = offers.filter((offer) => !own.includes(offer));
  const otherCount = formatNumber(others.length);
  const row = (offer: MembraneOffer) => (
    <OfferRow
      key={offer.id}
      offer={offer}
      isChosen={offer.id === chosen}
      isWatched={offer.id === watched}
      onChoose={() => onChoose(offer.id)}
      onOpen={() => act.open(offer.id)}
      onWait={() => act.watch(offer.id)}
    />
  );
  return (
    <fieldset className="flex flex-col gap-2 text-13">
      <legend className="mb-1 font-medium text-12 text-ink">
        {t`Connection to ${label} in Membrane`}
      </legend>
      {isLoading && <AttemptProgress text={t`Contacting Membrane…`} />}
      {!isLoading && own.length === 0 && failure === undefined && (
        <p className="text-12 text-ink-soft">{t`Membrane has no connection to ${label} yet.`}</p>
      )}
      {own.map(row)}
      {others.length > 0 && (
        <details className="text-12">
          <summary>{t`Other connections in Membrane (${otherCount})`}</summary>
          <div className="flex flex-col gap-2 pt-2">{others.map(row)}</div>
        </details>
      )}
      {dropped > 0 && (
        <p className="text-12 text-ink-soft">
          {plural(dropped, {
            one: '# more connection in Membrane cannot be shown here.',
            other: '# more connections in Membrane cannot be shown here.',
          })}
        </p>
      )}
      <p role="alert" className="text-13 text-bad empty:hidden wrap-anywhere">
        {failure}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={isLoading} onClick={act.ensure}>
          {t`Connect ${label} in Membrane`}
        </Button>
        <Button disabled={isLoading} onClick={act.refresh}>{t`Look again`}</Button>
      </div>
    </fieldset>
  );
}

function situationWords(situation: MembraneOffer['situation']): string {
  switch (situation) {
    case 'ready':
      return t({ message: 'ready', context: 'a connection in Membrane' });
    case 'building':
      return t`Membrane is still preparing it`;
    case 'person-needed':
      return t`you need to sign in to it there`;
    case 'failed':
      return t`it failed in Membrane`;
  }
}

interface OfferRowProps {
  offer: MembraneOffer;
  isChosen: boolean;
  /** True while this page waits for it. */
  isWatched: boolean;
  onChoose(): void;
  onOpen(): void;
  onWait(): void;
}

function OfferRow({ offer, isChosen, isWatched, onChoose, onOpen, onWait }: OfferRowProps) {
  const id = useId();
  const { name, app, situation, said } = offer;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input
        id={id}
        type="radio"
        checked={isChosen}
        disabled={situation !== 'ready' && !isChosen}
        onChange={onChoose}
      />
      <label htmlFor={id} className="min-w-0 wrap-anywhere">
        {name} <span className="text-12 text-ink-faint">{t`(${app})`}</span>
      </label>
      <span className={`text-12 ${situation === 'ready' ? 'text-good' : 'text-ink-soft'}`}>
        {situationWords(situation)}
      </span>
      {said !== undefined && situation !== 'ready' && (
        <span className="text-12 text-ink-soft wrap-anywhere">{t`Membrane says: “${said}”`}</span>
      )}
      {(situation === 'person-needed' || situation === 'failed') && (
        <Button onClick={onOpen}>{t`Sign in to ${name} in Membrane`}</Button>
      )}
      {isWatched && <AttemptProgress text={t`Waiting for Membrane… You can leave this page.`} />}
      {situation === 'building' && !isWatched && <Button onClick={onWait}>{t`Wait for it`}</Button>}
    </div>
  );
}
