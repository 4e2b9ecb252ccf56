import { t } from '@lingui/core/macro';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import type { BulkItemRow, BulkItemState } from '../../model/bulk-run';
import { OWN_SOURCE, type Reply } from '../../model/reply';
import { ReplyRefused } from '../../platforms/contract/replies';
import { contentOf, isSameReply } from '../../replies/same-reply';
import type { WorkerPorts } from '../ports';
import { noteOnItem } from './bulk-journal';
import { removeOwn, restoreOwn, saveOwn } from './own-library';
import {
  removeLooking,
  restoreLooking,
  saveLooking,
  type WrittenSource,
} from './write-unless-changed';

/** The sources that a run writes to; the own library has no connection. */
export interface BulkSource {
  source: string;
  /** Absent for the own library. */
  written?: WrittenSource | undefined;
}

/** What became of a response; `again`: nothing changed, and it may be tried once more. */
export type StepOutcome =
  | { state: BulkItemState; why?: string; after?: Reply; isSent?: false }
  | { state: 'again'; why: string };

/** One response and where it is written to. */
interface BulkStep {
  ports: WorkerPorts;
  item: BulkItemRow;
  source: BulkSource;
  newId(): string;
}

/**
 * Does what is to be done to one response, going by its source as it was read at the start: a response that
 * is no longer as the preview showed it is left alone. Throws what the platform's call throws.
 */
export async function doStep(step: BulkStep): Promise<StepOutcome> {
  const { ports, item, source } = step;
  const { base, content } = item;
  const missing = await whyNotArrived(step);
  if (missing !== undefined) return { state: 'left', why: missing };
  const stored = base === undefined ? undefined : await storedReply(step, base.id);
  if (item.act === 'remove') {
    if (base === undefined) return { state: 'left' };
    if (stored === undefined && item.isSent !== true) {
      return { state: 'left', why: t`It was deleted in the meantime.` };
    }
    await markSent(step);
    return outcomeOf(step, await removeInSource(step, base), base);
  }
  if (content === undefined) return { state: 'left' };
  const draft = { ...content, id: base?.id };
  // If somebody else made the same change in the meantime, it is not ours to take back.
  const found = item.isSent === true ? undefined : await alreadyThere(step, draft);
  if (found !== undefined) return { state: 'same', after: found };
  await markSent(step);
  const answer =
    source.written === undefined
      ? await saveOwn(ports, { draft: { ...draft, source: OWN_SOURCE }, base }, step.newId)
      : await saveLooking(ports, source.written, { draft, base });
  return outcomeOf(step, answer);
}

/**
 * Finds out what came of one that was sent and never answered, going by its source as it was read at the start:
 * only what is there can be taken back.
 */
export async function lookForSent(step: BulkStep): Promise<StepOutcome> {
  const { act, base, content } = step.item;
  if (act === 'remove') {
    const isGone = base !== undefined && (await storedReply(step, base.id)) === undefined;
    return isGone ? { state: 'done' } : { state: 'open', isSent: false };
  }
  const after = content && (await alreadyThere(step, { ...content, id: base?.id }));
  return after === undefined ? { state: 'open', isSent: false } : { state: 'done', after };
}

/**
 * Takes one back: what was made is deleted, what was changed gets its text back, what was deleted is
 * made again; unless somebody changed it since. Throws what the platform's call throws.
 */
export async function undoStep(step: BulkStep): Promise<StepOutcome> {
  const { ports, item, source } = step;
  const { base, after, act } = item;
  if (act === 'remove') return makeAgain(step);
  if (after === undefined)
    return { state: 'kept', why: t`Deskside does not know what became of it.` };
  if (await isOnlyCopy(step)) {
    return {
      state: 'kept',
      why: t`The original could not be restored, so this copy stays.`,
    };
  }
  const stored = await storedReply(step, after.id);
  if (act === 'add') {
    if (stored === undefined) return { state: 'undone' };
    return outcomeOfAnswer(await removeInSource(step, after), 'undone');
  }
  if (base === undefined) return { state: 'kept' };
  if (stored !== undefined && isSameReply(stored, base)) return { state: 'undone' };
  const save = { draft: { ...contentOf(base), id: base.id }, base: after };
  const answer =
    source.written === undefined
      ? await saveOwn(
          ports,
          { draft: { ...save.draft, source: OWN_SOURCE }, base: after },
          step.newId,
        )
      : await saveLooking(ports, source.written, save);
  return outcomeOfAnswer(answer, 'undone');
}

/** Deletes it in its source, while it is still as it was seen. */
function removeInSource({ ports, source }: BulkStep, base: Reply): Promise<ReplyAnswer> {
  return source.written === undefined
    ? removeOwn(ports, base)
    : removeLooking(ports, source.written, base);
}

/** Makes again what was deleted, with its earlier texts. */
async function makeAgain({ ports, item: { base }, source }: BulkStep): Promise<StepOutcome> {
  if (base === undefined) return { state: 'kept' };
  if (source.written === undefined)
    return outcomeOfAnswer(await restoreOwn(ports, base.id), 'undone');
  // A worker that was stopped right after the deletion has stored nothing about it.
  const { replies } = ports.database;
  if ((await replies.get([base.source, base.id])) === undefined) {
    await replies.put({ ...base, deletedAt: ports.now() });
  }
  const restored = await restoreLooking(ports, source.written, base.id);
  return outcomeOfAnswer(restored, 'undone', t`It is now a new response.`);
}

/** Why what is moved is not deleted where it was; `undefined` when it is in the other place. */
async function whyNotArrived({ ports, item }: BulkStep): Promise<string | undefined> {
  if (item.needs === undefined) return undefined;
  const arrived = await ports.database.bulkItems.get([item.run, item.needs]);
  if (arrived?.state !== 'done' && arrived?.state !== 'same')
    return t`It did not arrive in the other library, so it was not deleted here.`;
  const seen = arrived.after ?? (arrived.state === 'same' ? arrived.base : undefined);
  const stored = seen === undefined ? undefined : await livingReply(ports, seen);
  return seen !== undefined && stored !== undefined && isSameReply(stored, seen)
    ? undefined
    : t`It was changed in the other library, so it was not deleted here.`;
}

/** Whether what this was moved from is gone: with this one taken back it would be nowhere. */
async function isOnlyCopy({ ports, item }: BulkStep): Promise<boolean> {
  if (item.neededBy === undefined) return false;
  const removal = await ports.database.bulkItems.get([item.run, item.neededBy]);
  // When a connection was removed, its part of the run was removed too.
  if (removal === undefined || removal.state === 'kept') return true;
  if (removal.state === 'undone' || removal.base === undefined) return false;
  return (await livingReply(ports, removal.base)) === undefined;
}

/** A response as it is stored for its source; `undefined` when it is deleted or was never there. */
async function livingReply(
  { database }: WorkerPorts,
  { source, id }: Pick<Reply, 'source' | 'id'>,
): Promise<Reply | undefined> {
  const stored = await database.replies.get([source, id]);
  return stored?.deletedAt === undefined ? stored : undefined;
}

function storedReply({ ports, source: { source } }: BulkStep, id: string) {
  return livingReply(ports, { source, id });
}

/** What says in its source what is to be written there. */
async function alreadyThere(
  { ports, source, item }: BulkStep,
  draft: Parameters<typeof saveLooking>[2]['draft'],
): Promise<Reply | undefined> {
  const { written } = source;
  if (written === undefined) return undefined;
  const api = ports.apiOf(written.connection, written.urgency);
  const kept = api.keptReply?.(draft) ?? draft;
  const twin =
    item.base === undefined
      ? await ports.database.replies
          .where('[source+title]')
          .equals([source.source, kept.title])
          .filter(({ deletedAt }) => deletedAt === undefined)
          .first()
      : await ports.database.replies.get([source.source, item.base.id]);
  return twin !== undefined && isSameReply(twin, kept) ? twin : undefined;
}

async function markSent({ ports, item }: BulkStep): Promise<void> {
  if (item.isSent !== true) await noteOnItem(ports, item, { isSent: true });
}

async function outcomeOf(
  step: BulkStep,
  answer: ReplyAnswer,
  removed?: Reply,
): Promise<StepOutcome> {
  if (answer.kind !== 'ok' || removed !== undefined) return outcomeOfAnswer(answer, 'done');
  const after = answer.id === undefined ? undefined : await storedReply(step, answer.id);
  return after === undefined ? { state: 'done' } : { state: 'done', after };
}

/** What an answer of a source means for a response. */
function outcomeOfAnswer(answer: ReplyAnswer, state: 'done' | 'undone', why?: string): StepOutcome {
  if (answer.kind === 'ok') return why === undefined ? { state } : { state, why };
  const { message } = answer;
  if (answer.kind === 'conflict')
    return { state: state === 'done' ? 'left' : 'kept', why: message };
  if (answer.conflict === true) return { state: state === 'done' ? 'left' : 'kept', why: message };
  return { state: 'again', why: message };
}

/** Why a response was not taken; `undefined` where the failure says nothing about this one. */
export function refusalOfStep(error: unknown): string | undefined {
  const isOwnFault = error instanceof ReplyRefused && error.missingRight === undefined;
  return isOwnFault ? error.message : undefined;
}
