import * as v from 'valibot';
import type { MessageShape } from './schemas';

/** The customer's answer to a satisfaction survey, as the survey's message carries it. */
const answerShape = v.object({
  csat_survey_response: v.object({
    rating: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  }),
});

/** What the customer thought of the conversation, by the newest of these messages that tells. */
export function ratingIn(messages: readonly MessageShape[]): string | undefined {
  const newestFirst = messages.toSorted((a, b) => Number(b.id) - Number(a.id));
  for (const { content_attributes: attributes } of newestFirst) {
    const answer = v.safeParse(answerShape, attributes?.submitted_values);
    if (answer.success) return `${answer.output.csat_survey_response.rating} of 5`;
  }
  return undefined;
}
