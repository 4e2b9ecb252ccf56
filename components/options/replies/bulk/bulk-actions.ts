import { bulkCommands } from '../../../../lib/messaging/bulk-commands';
import type { PayloadOf } from '../../../../lib/messaging/define-command';
import { noAnswer } from '../../../../lib/messaging/no-answer';
import { send } from '../../../../lib/messaging/send';
import { splitList } from '../../../../lib/text/split-list';

type BulkRequest = PayloadOf<(typeof bulkCommands)['bulk.plan']>;
/** What somebody can have done with a run. */
export type BulkAction = PayloadOf<(typeof bulkCommands)['bulk.act']>['action'];

/** Asks what a run would do; resolves to a sentence where that cannot be said. Never rejects. */
export async function planBulk(
  request: Pick<BulkRequest, 'kind'> & Partial<BulkRequest>,
): Promise<string | undefined> {
  const empty = { replies: [], entries: [], leftOut: [], tags: { add: [], remove: [] } };
  const answer = await send(bulkCommands, 'bulk.plan', { ...empty, ...request }).catch(noAnswer);
  return answer.kind === 'ok' ? undefined : answer.message;
}

/** Has something done with a run; resolves to a sentence where it was not. Never rejects. */
export async function actOnBulk(run: string, action: BulkAction): Promise<string | undefined> {
  const answer = await send(bulkCommands, 'bulk.act', { run, action }).catch(noAnswer);
  return answer.kind === 'ok' ? undefined : answer.message;
}

/** What a person typed about tags: `a, -b` adds a and removes b. */
export function tagChange(text: string): BulkRequest['tags'] {
  const words = splitList(text);
  const remove = words.flatMap((word) => (/^[-－]\s*\S/.test(word) ? [word.slice(1).trim()] : []));
  return { add: words.filter((word) => !/^[-－]/.test(word)), remove };
}
