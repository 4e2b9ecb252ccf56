import { t } from '@lingui/core/macro';
import type { BulkAnswer } from '../../messaging/bulk-commands';
import type { Payload } from '../../messaging/commands';
import type { Reply } from '../../model/reply';
import {
  type BulkTarget,
  type PlannedItem,
  planPublication,
  planRemoval,
  planTags,
} from '../../replies/bulk-plan';
import { contentOf } from '../../replies/same-reply';
import type { WorkerPorts } from '../ports';
import { type PlannedStep, storePlan } from './bulk-journal';
import { BulkProblem, nameOfSource, readBulkTarget } from './bulk-sources';
import { replyWriteFailure } from './failure-words';

type PlanRequest = Payload<'bulk.plan'>;

/**
 * Reads the sources that a run would write to, finds out what it would do, and stores that for
 * somebody to look at. Nothing is changed. Never throws for what a platform answers.
 */
export async function planBulkRun(
  ports: WorkerPorts,
  request: PlanRequest,
  newId: () => string,
): Promise<BulkAnswer> {
  const { database } = ports;
  const running = await database.bulkRuns.where('state').equals('running').first();
  if (running !== undefined) {
    return {
      kind: 'failed',
      message: t`Another bulk change is running. Wait until it’s finished.`,
    };
  }
  const keys = request.replies.map(({ source, id }): [string, string] => [source, id]);
  const found = await database.replies.bulkGet(keys);
  const replies = found.filter(
    (reply): reply is Reply => reply !== undefined && reply.deletedAt === undefined,
  );
  const targets = new Map<string, BulkTarget>();
  try {
    for (const source of sourcesOf(request, replies)) {
      const label = await nameOfSource(ports, source);
      const target = await readBulkTarget(ports, source).catch((error: unknown) => {
        if (error instanceof BulkProblem) throw error;
        throw new BulkProblem(wordsOf(error, label));
      });
      targets.set(source, target);
    }
  } catch (error) {
    if (!(error instanceof BulkProblem)) throw error;
    return { kind: 'failed', message: error.message };
  }
  const steps = stepsOf(request, replies, targets);
  if (steps.length === 0)
    return { kind: 'failed', message: t`None of these responses exist any more.` };
  const id = newId();
  const { kind, target } = request;
  await storePlan(ports, target === undefined ? { id, kind } : { id, kind, target }, steps);
  return { kind: 'ok', id };
}

function sourcesOf({ kind, target }: PlanRequest, replies: readonly Reply[]): Set<string> {
  const own = kind === 'publish' ? [] : replies.map(({ source }) => source);
  return new Set([...(target === undefined ? [] : [target]), ...own]);
}

function stepsOf(
  { kind, target = '', entries, leftOut, tags }: PlanRequest,
  replies: readonly Reply[],
  targets: ReadonlyMap<string, BulkTarget>,
): PlannedStep[] {
  const targetOf = (source: string): BulkTarget => {
    const known = targets.get(source);
    if (known === undefined) throw new TypeError(`unread source ${source}`);
    return known;
  };
  if (kind === 'tag') return planTags(replies, tags, targetOf).map((item) => ({ item }));
  if (kind === 'remove') return planRemoval(replies, targetOf).map((item) => ({ item }));
  const published = [
    ...replies.map((origin) => ({ ...contentOf(origin), origin })),
    ...entries.map((entry) => contentOf(entry)),
  ];
  const items = planPublication(published, targetOf(target));
  const refused = leftOut.map(
    ({ name, why }): PlannedItem => ({
      ...{ source: target, name, why, act: 'add', state: 'refused', lost: [] },
    }),
  );
  const removals = kind === 'move' ? items.flatMap((item) => removalAfter(item, targetOf)) : [];
  return [...items.map((item) => ({ item })), ...removals, ...refused.map((item) => ({ item }))];
}

/** What is moved is deleted where it was, once it has arrived. */
function removalAfter(item: PlannedItem, targetOf: (source: string) => BulkTarget): PlannedStep[] {
  const { origin, source, state } = item;
  if (origin === undefined || origin.source === source || state === 'refused') return [];
  return planRemoval([origin], targetOf).map((removal) => ({ item: removal, needs: item }));
}

function wordsOf(error: unknown, label: string): string {
  const answer = replyWriteFailure(error, label);
  return answer.kind === 'ok' ? '' : answer.message;
}
