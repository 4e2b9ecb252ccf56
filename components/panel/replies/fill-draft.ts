import * as v from 'valibot';
import { readLocal, writeLocal } from './local-value';

const name = 'reply-fill';

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
export type FillDraft = v.InferOutput<typeof fillSchema>;

/** Keeps what is being written: the keys of the command end the panel. `undefined` forgets it. */
export function saveFillDraft(fill: FillDraft | undefined): void {
  writeLocal(name, fill);
}

/** What was being written of this response for this conversation, if anything. */
export function readFillDraft(subject: string, reply: string): FillDraft | undefined {
  const kept = readLocal(name, fillSchema);
  return kept?.subject === subject && kept.reply === reply ? kept : undefined;
}
