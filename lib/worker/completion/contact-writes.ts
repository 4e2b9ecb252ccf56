import { t } from '@lingui/core/macro';
import { withLock } from '../../async/with-lock';
import type { Payload } from '../../messaging/commands';
import type { CompletionOutcome, OfferedCompletion } from '../../messaging/completion-commands';
import type { ContactWriteRow } from '../../model/completion';
import { type ContactKey, contactRef } from '../../model/ids';
import type { WorkerPorts } from '../ports';
import { writeFailureWords } from './failure-words';
import { noteOnWrite, pendingWrites } from './journal';
import { LOOK_AGAIN_MS, lookForUnansweredWrite } from './look-for-unanswered-write';
import { readCompletions } from './offers';
import { followGone, sendEdit } from './send-edit';
import {
  fieldIn,
  forgetLookups,
  readTarget,
  ruleOf,
  type WriteTarget,
  writeTargetOf,
} from './write-target';
import { writeValue } from './write-value';

/** The browser's part; the worker puts it in. */
export interface CompletionPorts {
  /** Wakes the worker at `at` (epoch ms), replacing an earlier alarm; never when `undefined`. */
  schedule(at: number | undefined): Promise<void>;
  /** Aborts when one write with all its readings has taken long enough. */
  limit(): AbortSignal;
  newId(): string;
}

/**
 * Writes single values into contacts, each after a person confirmed it, and takes them back. What is written
 * is in the journal before it is sent: whatever happens to the worker, it is looked for, and never sent again
 * automatically.
 */
export class ContactWrites {
  constructor(
    private readonly ports: WorkerPorts,
    private readonly completion: CompletionPorts,
  ) {}

  offers(contacts: readonly ContactKey[]): Promise<OfferedCompletion[]> {
    return readCompletions(this.ports, contacts);
  }

  /**
   * Writes one value if the contact still lacks it, or has there what was shown. Never throws for what a
   * platform answers.
   */
  async write(request: Payload<'completion.write'>): Promise<CompletionOutcome> {
    const newId = () => this.completion.newId();
    return this.#inTurn(request.target, (target, signal) =>
      writeValue(this.ports, request, target, { newId, signal }),
    );
  }

  /** Puts back what was there before a write, if what was written is still there. */
  async undo(id: string): Promise<CompletionOutcome> {
    const row = await this.ports.database.contactWrites.get(id);
    if (row === undefined) return notDone(t`This change is no longer in the journal.`);
    const key = { connectionId: row.connectionId, id: row.contactId };
    return this.#inTurn(key, (target, signal) => this.#undo(id, target, signal));
  }

  /** Looks for everything that was sent without an answer. Resolves when each of them was checked once. */
  async wake(): Promise<void> {
    const { ports, completion } = this;
    const times: number[] = [];
    const rows = await pendingWrites(ports);
    for (const { id, connectionId, contactId } of rows) {
      const key = { connectionId, id: contactId };
      const signal = completion.limit();
      const look = () => lookForUnansweredWrite(ports, id, signal);
      // What takes too long is looked for again, like what cannot be read.
      const later = ports.now() + LOOK_AGAIN_MS;
      const next = await withLock(ports.database, lockOf(key), look, signal).catch(() => later);
      if (next !== undefined) times.push(next);
    }
    // What was sent while this looked is looked for, too.
    const looked = new Set(rows.map(({ id }) => id));
    const isNew = (await pendingWrites(ports)).some(({ id }) => !looked.has(id));
    if (isNew) times.push(ports.now() + LOOK_AGAIN_MS);
    await completion.schedule(times.length === 0 ? undefined : Math.min(...times));
  }

  /** One change of a contact at a time. */
  async #inTurn(
    key: ContactKey,
    work: (target: WriteTarget, signal: AbortSignal) => Promise<CompletionOutcome>,
  ): Promise<CompletionOutcome> {
    const { ports, completion } = this;
    const target = await writeTargetOf(ports, key);
    if (target === undefined)
      return notDone(t`This contact is no longer stored here. Nothing was written.`);
    const signal = completion.limit();
    const attempt = async () => {
      try {
        return await work(target, signal);
      } catch (error) {
        await followGone(ports, target, error, signal);
        return notDone(writeFailureWords(error, target.label, ports.now()));
      }
    };
    const outcome = await withLock(ports.database, lockOf(key), attempt, signal);
    if (outcome.kind === 'unsure') await completion.schedule(ports.now() + LOOK_AGAIN_MS);
    return outcome;
  }

  async #undo(id: string, target: WriteTarget, signal: AbortSignal): Promise<CompletionOutcome> {
    const { ports } = this;
    const { label } = target;
    // Another window may have been faster.
    const row = await ports.database.contactWrites.get(id);
    if (row?.state !== 'written') return notDone(t`There is nothing left to undo.`);
    const { field, after = row.value } = row;
    const asRead = await readTarget(ports, target, field, signal);
    const { texts, replaced } = fieldIn(asRead, field);
    const isList = ruleOf(ports, target, field)?.isList === true;
    // Where one value covers another, ours has to be the one that would be taken away.
    const isOurs = isList || replaced === undefined || replaced === after;
    if (!isOurs || !texts.includes(after)) {
      const message = t`The value in ${label} has changed since, so it was left as it is.`;
      await noteOnWrite(ports, row, { state: 'overtaken', message });
      return notDone(message);
    }
    const undoing: ContactWriteRow = { ...row, state: 'undoing', sentAt: ports.now() };
    await noteOnWrite(ports, row, { state: 'undoing', sentAt: undoing.sentAt });
    const outcome = await sendEdit(ports, { target, row: undoing, isList, signal }, asRead);
    await forgetLookups(ports, row.connectionId, field, row.value);
    return outcome;
  }
}

function notDone(message: string): CompletionOutcome {
  return { kind: 'failed', message };
}

function lockOf(key: ContactKey): string {
  return `fields ${contactRef(key)}`;
}
