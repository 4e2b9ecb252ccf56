import * as v from 'valibot';

const key = 'reply-fill';

const fillSchema = v.object({
  /** What the tab showed: a text for one conversation is not offered in another. */
  subject: v.string(),
  /** Source and id of the response. */
  reply: v.string(),
  body: v.string(),
  /** Answers to its questions, by name. */
  answers: v.array(v.tuple([v.string(), v.string()])),
});

/** A response that is being changed or filled in before it goes into the composer. */
export type KeptFill = v.InferOutput<typeof fillSchema>;

/**
 * Keeps what is being written beyond the end of the panel, which the keys of the command bring
 * about; `undefined` forgets it.
 */
export function keepFill(fill: KeptFill | undefined): void {
  if (fill === undefined) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(fill));
}

/** What was being written of this response for this conversation, if anything. */
export function readFill(subject: string, reply: string): KeptFill | undefined {
  try {
    const kept = v.safeParse(fillSchema, JSON.parse(localStorage.getItem(key) ?? 'null'));
    const isMeant = kept.success && kept.output.subject === subject && kept.output.reply === reply;
    return isMeant ? kept.output : undefined;
  } catch {
    return undefined;
  }
}
