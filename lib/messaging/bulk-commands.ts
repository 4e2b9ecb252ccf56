import * as v from 'valibot';
import { bulkKindSchema } from '../model/bulk-run';
import { replySchema, replySourceSchema } from '../model/reply';
import { command } from './define-command';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
const line = v.pipe(v.string(), v.maxLength(400));
const most = 50_000;

/** Answer of commands about a run: its id, or a sentence saying why nothing was done. */
const bulkAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok'), id }),
  v.object({ kind: v.literal('failed'), message: v.string() }),
]);
export type BulkAnswer = v.InferOutput<typeof bulkAnswerSchema>;

/** Many responses at once. */
export const bulkCommands = {
  /**
   * Find out what a run would do; nothing is changed. Its subject is stored (`replies`) or was read from
   * a file (`entries`, with what was left out of the file).
   */
  'bulk.plan': command(
    ['options'],
    v.object({
      kind: bulkKindSchema,
      target: v.optional(replySourceSchema),
      replies: v.pipe(v.array(v.object({ source: replySourceSchema, id })), v.maxLength(most)),
      entries: v.pipe(v.array(replySchema), v.maxLength(most)),
      leftOut: v.pipe(v.array(v.object({ name: line, why: line })), v.maxLength(most)),
      /** For `tag`. */
      tags: v.object({ add: v.array(line), remove: v.array(line) }),
    }),
    bulkAnswerSchema,
  ),
  /**
   * `start` does what was planned; `stop` ends the run after the step in progress; `go-on` continues it;
   * `undo` takes back what it did; `discard` forgets it.
   */
  'bulk.act': command(
    ['options'],
    v.object({ run: id, action: v.picklist(['start', 'stop', 'go-on', 'undo', 'discard']) }),
    bulkAnswerSchema,
  ),
} as const;
