import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { fieldLabel } from '../../../../lib/identity/completion-words';
import type { OfferedCompletion } from '../../../../lib/messaging/completion-commands';
import type { Contact } from '../../../../lib/model/contact';
import { contactRef } from '../../../../lib/model/ids';
import { withAsciiHost } from '../../../../lib/text/link-host';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { OfferList } from './OfferList';
import { OutcomeList } from './OutcomeList';
import { offerKey, useCompletions } from './use-completions';
import { useRecordNames } from './use-record-names';
import { WrittenList } from './WrittenList';

/** What one record of the person has and another lacks, to be written there after one confirmation. */
export function CompletionPart({ contacts }: { contacts: readonly Contact[] }) {
  const { offers = [], results, write, dismiss } = useCompletions(contacts);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { platformOf } = useRecordNames(contacts);
  // Whether a field holds several values side by side.
  const isList = ({ target, field }: OfferedCompletion) =>
    (platformOf(target)?.capabilities.contactFields ?? []).some(
      (rule) => rule.field === field && rule.isList === true,
    );
  // A button that is pressed here disappears; the focus must stay on the card.
  const section = useRef<HTMLElement>(null);
  const stay = () => section.current?.focus();
  const confirmed = offers.filter((offer) => chosen.has(offerKey(offer)));
  const toggle = (offer: OfferedCompletion) => {
    const next = new Set(chosen);
    if (!next.delete(offerKey(offer))) {
      // A field that takes only one value gets only one.
      for (const other of isList(offer) ? [] : offers.filter((each) => isSameField(each, offer)))
        next.delete(offerKey(other));
      next.add(offerKey(offer));
    }
    setChosen(next);
  };
  const writeChosen = async (signal: AbortSignal) => {
    await write(confirmed, { signal });
    setChosen(new Set());
  };
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-labelledby="completion"
      className="flex flex-col gap-2 empty:hidden focus:outline-none"
    >
      {offers.length + results.length > 0 && (
        <h3
          id="completion"
          className="font-semibold text-11 text-ink-faint"
        >{t`Complete the records`}</h3>
      )}
      <OfferList offers={offers} contacts={contacts} chosen={chosen} onToggle={toggle} />
      {offers.some(({ obstacle }) => obstacle === undefined) && (
        <ConfirmDialog
          title={confirmed.length === 1 ? t`Write this value?` : t`Write these values?`}
          text={
            confirmed.length === 1
              ? t`It goes only to the helpdesk that is named. Nothing there is replaced without being shown to you first, and you can undo it for as long as the value is still there.`
              : t`Each value goes only to the helpdesk that is named. Nothing there is replaced without being shown to you first, and you can undo each for as long as the value is still there.`
          }
          details={<ConfirmedValues offers={confirmed} contacts={contacts} />}
          isHarmless
          action={{ label: t`Write`, busy: t`Writing…` }}
          onDone={stay}
          onConfirm={writeChosen}
        >
          <Button className="self-start" disabled={confirmed.length === 0}>
            {confirmed.length < 2
              ? t`Write the value…`
              : plural(confirmed.length, { one: 'Write # value…', other: 'Write # values…' })}
          </Button>
        </ConfirmDialog>
      )}
      <OutcomeList
        results={results}
        onReplace={(replaced, current) => write(replaced, { shown: current }).then(stay)}
        onDismiss={(offer) => {
          stay();
          dismiss(offer);
        }}
      />
      <WrittenList contacts={contacts} onUndone={stay} />
    </section>
  );
}

function isSameField(one: OfferedCompletion, other: OfferedCompletion): boolean {
  return one.field === other.field && contactRef(one.target) === contactRef(other.target);
}

interface ConfirmedValuesProps {
  offers: readonly OfferedCompletion[];
  contacts: readonly Contact[];
}

/** Each value that is about to be written: field, value, target and source. */
function ConfirmedValues({ offers, contacts }: ConfirmedValuesProps) {
  const { helpdeskOf, titleOf } = useRecordNames(contacts);
  const isUncertain = offers.some(({ isByHand }) => !isByHand);
  return (
    <>
      <ul
        aria-label={t`What is written`}
        className="flex max-h-[40vh] flex-col gap-2 overflow-y-auto rounded-md border border-line bg-sunken p-2 text-12"
      >
        {offers.map((offer) => {
          const { shown, source, target } = offer;
          const [into, from] = [helpdeskOf(target), helpdeskOf(source)];
          const [taker, giver] = [withAsciiHost(titleOf(target)), withAsciiHost(titleOf(source))];
          return (
            <li key={offerKey(offer)} className="text-ink-soft wrap-anywhere">
              <span className="text-ink-faint">{fieldLabel(offer.field)} </span>
              <bdi className="font-medium text-ink">{withAsciiHost(offer.value)}</bdi>
              <p>
                <Trans>
                  into {into}: <bdi>{taker}</bdi>
                </Trans>
              </p>
              <p>
                <Trans>
                  from {from}: <bdi>{giver}</bdi>
                </Trans>
              </p>
              {shown !== undefined && (
                <p>
                  <Trans>
                    in place of <bdi>“{shown}”</bdi>
                  </Trans>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {isUncertain && (
        <p className="text-pretty text-12 text-ink-soft">{t`Anyone can type an address or a number into a chat. Make sure that it is the same person before you write.`}</p>
      )}
    </>
  );
}
