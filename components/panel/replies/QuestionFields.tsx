import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  type ForeignValue,
  type ForeignValues,
  offeredFor,
} from '../../../lib/replies/borrowed-values';
import type { ReplyQuestion } from '../../../lib/replies/fill-variables';
import { Button } from '../../ui/Button';
import { FieldFrame, inputStyle } from '../../ui/FieldFrame';

interface QuestionFieldsProps {
  id: string;
  questions: readonly ReplyQuestion[];
  answers: ReadonlyMap<string, string>;
  foreign: ForeignValues;
  /** What is answered now would not be kept. */
  isLocked: boolean;
  onAnswer(name: string, answer: string): void;
  /** Removes the question from the text; absent where the text stays as it is. */
  onTakeOut?: ((name: string) => void) | undefined;
}

/** What has to be answered before a response can be inserted; the first field has the focus. */
export function QuestionFields(props: QuestionFieldsProps) {
  const { id, questions, answers, foreign, isLocked, onAnswer, onTakeOut } = props;
  return questions.map(({ name, label, choices }, index) => (
    <div key={name} className="flex flex-col gap-1">
      <FieldFrame id={`${id}-${index}`} label={label} isRequired>
        {(ties) => {
          const shared = {
            ...ties,
            value: answers.get(name) ?? '',
            autoFocus: index === 0,
            className: inputStyle,
          };
          if (choices.length === 0) {
            return (
              <input
                {...shared}
                dir="auto"
                autoComplete="off"
                maxLength={2_000}
                readOnly={isLocked}
                onChange={(event) => onAnswer(name, event.target.value)}
              />
            );
          }
          return (
            <select {...shared} onChange={(event) => onAnswer(name, event.target.value)}>
              <option value="">–</option>
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
            </select>
          );
        }}
      </FieldFrame>
      {onTakeOut !== undefined && (
        <Button
          className="self-start"
          aria-label={t`Take out “${label}”`}
          onClick={() => onTakeOut(name)}
        >{t`Take out`}</Button>
      )}
      <Offer
        offered={offeredFor(name, foreign)}
        answer={answers.get(name)}
        onTake={(value) => onAnswer(name, value)}
      />
    </div>
  ));
}

interface OfferProps {
  offered: ForeignValue | undefined;
  answer: string | undefined;
  onTake(value: string): void;
}

/** The value from another record. It is never filled in unasked: that record may be somebody else's. */
function Offer({ offered, answer, onTake }: OfferProps) {
  if (offered === undefined || offered.value === answer) return null;
  const { value, source } = offered;
  return (
    <div className="flex items-start gap-2 text-12 text-ink-soft">
      <p className="min-w-0 flex-1 wrap-anywhere">
        <Trans>
          <bdi className="font-medium">{value}</bdi> is from another record: <bdi>{source}</bdi>.
          Use it only if this is the same person.
        </Trans>
      </p>
      <Button onClick={() => onTake(value)}>{t`Use it`}</Button>
    </div>
  );
}
