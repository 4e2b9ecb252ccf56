import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { fieldLabel } from '../../../../lib/identity/completion-words';
import type { OfferedCompletion } from '../../../../lib/messaging/completion-commands';
import type { Contact } from '../../../../lib/model/contact';
import { type ContactKey, contactRef } from '../../../../lib/model/ids';
import { withAsciiHost } from '../../../../lib/text/link-host';
import { PlatformIcon } from '../../../ui/PlatformIcon';
import { useWhy } from '../use-why';
import { offerKey } from './use-completions';
import { useRecordNames } from './use-record-names';

interface OfferListProps {
  offers: readonly OfferedCompletion[];
  contacts: readonly Contact[];
  /** `offerKey` of each offer that is to be written. */
  chosen: ReadonlySet<string>;
  onToggle(offer: OfferedCompletion): void;
}

/** What could be written, by the record it would go to; nothing is chosen beforehand. */
export function OfferList({ offers, contacts, chosen, onToggle }: OfferListProps) {
  const { platformOf, helpdeskOf, titleOf } = useRecordNames(contacts);
  const targets = [...new Map(offers.map(({ target }) => [contactRef(target), target]))];
  return targets.map(([ref, target]) => {
    const own = offers.filter((offer) => contactRef(offer.target) === ref);
    const helpdesk = helpdeskOf(target);
    const obstacle = own.find((offer) => offer.obstacle !== undefined)?.obstacle;
    return (
      <fieldset key={ref} className="flex flex-col gap-1 rounded-md border border-line p-2">
        <legend className="-ml-1 flex max-w-full items-center gap-1.5 px-1 font-medium">
          <PlatformIcon platform={platformOf(target)} size={12} />
          <span className="shrink-0">{t`Into ${helpdesk}:`}</span>
          <bdi className="wrap-anywhere">{withAsciiHost(titleOf(target))}</bdi>
        </legend>
        {obstacle !== undefined && <p className="text-warn wrap-anywhere">{obstacle}</p>}
        {own.map((offer) => (
          <OfferChoice
            key={offerKey(offer)}
            offer={offer}
            contacts={contacts}
            from={helpdeskOf(offer.source)}
            isChosen={chosen.has(offerKey(offer))}
            onToggle={() => onToggle(offer)}
          />
        ))}
      </fieldset>
    );
  });
}

interface OfferChoiceProps {
  offer: OfferedCompletion;
  contacts: readonly Contact[];
  /** The helpdesk that has the value. */
  from: string;
  isChosen: boolean;
  onToggle(): void;
}

/** A value, where it comes from and why that record is considered the same person. */
function OfferChoice({ offer, contacts, from, isChosen, onToggle }: OfferChoiceProps) {
  const { shown } = offer;
  const find = (key: ContactKey) => contacts.find((each) => contactRef(each) === contactRef(key));
  const [source, target] = [find(offer.source), find(offer.target)];
  const whyHere = useWhy([source, target].filter((each) => each !== undefined));
  const whyAtAll = useWhy(contacts);
  // If nothing joins these two directly, a third record does.
  const [reason] = source === undefined ? [] : [...whyHere(source), ...whyAtAll(source)];
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        className="mt-0.5 shrink-0"
        disabled={offer.obstacle !== undefined}
        checked={isChosen}
        onChange={onToggle}
      />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="wrap-anywhere">
          <span className="text-ink-faint">{fieldLabel(offer.field)} </span>
          <bdi className="font-medium">{withAsciiHost(offer.value)}</bdi>
        </span>
        <span className="text-11 text-ink-faint wrap-anywhere">
          {reason === undefined ? t`from ${from}` : t`from ${from}: ${reason}`}
        </span>
        {shown !== undefined && (
          <span className="text-11 text-ink-soft wrap-anywhere">
            <Trans>
              in place of <bdi>“{shown}”</bdi>
            </Trans>
          </span>
        )}
      </span>
    </label>
  );
}
