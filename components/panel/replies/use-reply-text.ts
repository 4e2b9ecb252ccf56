import { useCallback } from 'react';
import type { Reply } from '../../../lib/model/reply';
import { textFor } from '../../../lib/replies/suiting';
import type { Values } from '../../../lib/replies/variables';
import type { ReplyValues } from './use-reply-values';

/** The text of a response for this customer, and the values for it, dates in the text's language. */
export type TextOf = (reply: Reply) => { body: string; values: Values };

/** Chooses a response's text by the customer's language (BCP 47). */
export function useReplyText(
  valuesIn: ReplyValues['valuesIn'],
  language: string | undefined,
): TextOf {
  return useCallback(
    (reply) => {
      const text = textFor(reply, language);
      return { body: text.body, values: valuesIn(text.language) };
    },
    [valuesIn, language],
  );
}
