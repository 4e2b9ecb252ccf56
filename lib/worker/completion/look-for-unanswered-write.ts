import { t } from '@lingui/core/macro';
import { isNotFound } from '../../http/transport-error';
import type { WorkerPorts } from '../ports';
import { noteOnWrite } from './journal';
import { followGone, lookForEdit, settleEdit } from './send-edit';
import { ruleOf, writeTargetOf } from './write-target';

/** A request that is still on its way has arrived after this time (ms), or never will. */
export const LOOK_AGAIN_MS = 60_000;

/**
 * Looks for a write that has no answer; nothing is written. Returns when to look again (epoch ms), or
 * nothing where there is no need.
 */
export async function lookForUnansweredWrite(
  ports: WorkerPorts,
  id: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const row = await ports.database.contactWrites.get(id);
  // The outcome may have become known while this waited for its turn.
  if (row?.state !== 'sending' && row?.state !== 'undoing') return undefined;
  const target = await writeTargetOf(ports, { connectionId: row.connectionId, id: row.contactId });
  if (target === undefined) {
    await noteOnWrite(ports, row, {
      state: 'overtaken',
      message: t`This contact is no longer stored here.`,
    });
    return undefined;
  }
  const sending = {
    target,
    row,
    isList: ruleOf(ports, target, row.field)?.isList === true,
    signal,
  };
  const age = ports.now() - row.sentAt;
  const later = ports.now() + Math.max(LOOK_AGAIN_MS, age / 2);
  try {
    const found = await lookForEdit(ports, sending);
    if (found.kind === 'as-before' && age < LOOK_AGAIN_MS) return row.sentAt + LOOK_AGAIN_MS;
    await settleEdit(ports, sending, found);
    return undefined;
  } catch (error) {
    if (!isNotFound(error)) return later;
    await followGone(ports, target, error, signal);
    const moved = await ports.database.contactWrites.get(id);
    if (moved !== undefined && moved.contactId !== row.contactId) return later;
    const { label } = target;
    const message = t`${label} no longer has this contact.`;
    await noteOnWrite(ports, row, { state: 'overtaken', message });
    return undefined;
  }
}
