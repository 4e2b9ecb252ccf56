import { t } from '@lingui/core/macro';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import {
  addressOfRemedy,
  cardFailureWords,
  cardVariableWords,
  lackingWords,
} from '../../../lib/cards/card-words';
import { cardVariables } from '../../../lib/model/card-address';
import type { CardAnswerRow, DataCard } from '../../../lib/model/data-card';
import { Button } from '../../ui/Button';

interface CardStateProps {
  card: DataCard;
  answer: CardAnswerRow | undefined;
  isAsking: boolean;
  onRefresh(): void;
}

/** What to say besides the data: that they are on their way, or why they did not come. */
export function CardState({ card, answer, isAsking, onRefresh }: CardStateProps) {
  const { host } = new URL(card.origin);
  if (isAsking && answer?.content === undefined) {
    return (
      <p role="status" className="text-12 text-ink-faint">
        {t`Contacting ${host}…`}
        {/* Shown after a pause, so that it appears only for slow answers. */}
        <span className="appear-late block" style={{ animationDelay: '3s' }}>
          {t`This is taking a while; you can carry on in the meantime.`}
        </span>
      </p>
    );
  }
  if (answer?.lacking !== undefined) {
    return <p className="text-12 text-ink-faint">{lackingWords(answer.lacking)}</p>;
  }
  const borrowed = Object.keys(answer?.borrowed ?? {});
  const names = cardVariableWords(cardVariables.filter((name) => borrowed.includes(name)));
  const failure = answer?.failure;
  return (
    <>
      {failure !== undefined && !isAsking && (
        <FailureLine card={card} failure={failure} onRefresh={onRefresh} />
      )}
      {borrowed.length > 0 && answer?.content !== undefined && (
        <p className="text-11 text-warn">
          {t`Asked with data of another record of this person: ${names}.`}
        </p>
      )}
    </>
  );
}

interface FailureLineProps {
  card: DataCard;
  failure: NonNullable<CardAnswerRow['failure']>;
  onRefresh(): void;
}

function FailureLine({ card, failure, onRefresh }: FailureLineProps) {
  const { text, remedy } = cardFailureWords(card, failure);
  const address = addressOfRemedy(remedy);
  const isUnknown = failure.kind === 'nobody';
  return (
    <div role="status" className="flex flex-col items-start gap-1 text-12">
      <p className={`wrap-anywhere ${isUnknown ? 'text-ink-faint' : 'text-warn'}`}>{text}</p>
      {address !== undefined && (
        <a
          href={address}
          target="_blank"
          rel="noopener"
          className="font-medium text-accent underline underline-offset-2"
        >{t`Open settings`}</a>
      )}
      {remedy === 'retry' && (
        <Button onClick={onRefresh}>
          <RefreshCw size={12} aria-hidden /> {t`Try again`}
        </Button>
      )}
    </div>
  );
}
