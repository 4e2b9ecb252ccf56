import type { Question } from '../../../lib/replies/variables';
import { FieldFrame, inputLook } from '../../options/FieldFrame';

interface QuestionFieldsProps {
  id: string;
  questions: readonly Question[];
  answers: ReadonlyMap<string, string>;
  onAnswer(name: string, answer: string): void;
}

/** What has to be told before a response can be inserted; the first field has the focus. */
export function QuestionFields({ id, questions, answers, onAnswer }: QuestionFieldsProps) {
  return questions.map(({ name, label, choices }, index) => (
    <FieldFrame key={name} id={`${id}-${index}`} label={label} isRequired>
      {(ties) => {
        const shared = {
          ...ties,
          value: answers.get(name) ?? '',
          autoFocus: index === 0,
          className: inputLook,
        };
        if (choices.length === 0) {
          return (
            <input
              {...shared}
              dir="auto"
              autoComplete="off"
              maxLength={2_000}
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
  ));
}
