import { t } from '@lingui/core/macro';
import { isNotFound, mayBeWritten } from '../../http/transport-error';
import type { CompletionOutcome } from '../../messaging/completion-commands';
import type { ContactWriteRow } from '../../model/completion';
import {
  type ContactAsRead,
  type FieldEdit,
  FieldProblem,
} from '../../platforms/contract/contact-fields';
import { followMerge } from '../people/follow-merge';
import type { WorkerPorts } from '../ports';
import { writeFailureWords } from './failure-words';
import { noteOnWrite } from './journal';
import { outcomeOf, type WriteOutcome } from './write-outcome';
import { fieldIn, readTarget, type WriteTarget } from './write-target';

/** A change that the journal has noted, and the way to the contact. */
export interface Sending {
  target: WriteTarget;
  /** As it is in the journal: `sending` or `undoing`. */
  row: ContactWriteRow;
  isList: boolean;
  signal: AbortSignal;
}

/** Sends what the journal has noted, reads the contact again and notes what became of it. */
export async function sendEdit(
  ports: WorkerPorts,
  sending: Sending,
  asRead: ContactAsRead,
): Promise<CompletionOutcome> {
  const { target, row, signal } = sending;
  const { label, port } = target;
  let isAnswered = true;
  try {
    await port.write(asRead, editOf(row), signal);
  } catch (error) {
    if (!isUnsure(error)) return refuse(ports, sending, error);
    isAnswered = false;
  }
  const known = asRead.fields.get(row.field)?.texts;
  const unsureOutcome: CompletionOutcome = {
    kind: 'unsure',
    message: isAnswered ? unseenWords(label) : unansweredWords(label),
  };
  try {
    let found = await lookForEdit(ports, sending, known);
    // An answer may be that of an equal reading that was begun before the change.
    if (found.kind === 'as-before' && isAnswered) {
      found = await lookForEdit(ports, sending, known);
    }
    if (found.kind === 'as-before' && !isAnswered) return unsureOutcome;
    if (found.kind === 'altered' && row.state === 'sending') {
      return await takeBack(ports, sending, found.text);
    }
    return await settleEdit(ports, sending, found);
  } catch {
    // The journal still says that it is on its way, so it is looked for.
    return unsureOutcome;
  }
}

/** What is put there, or put back. */
function editOf({ field, state, value, before, after = value }: ContactWriteRow): FieldEdit {
  return state === 'undoing'
    ? { field, out: after, put: before }
    : { field, out: before, put: value };
}

function isUnsure(error: unknown): boolean {
  return !(error instanceof FieldProblem) && mayBeWritten(error);
}

function unansweredWords(label: string): string {
  return t`${label} did not answer. Deskside checks again in a minute whether it was written; the journal in the settings shows the result.`;
}

function unseenWords(label: string): string {
  return t`${label} accepted it, but the contact could not be read again yet. Deskside checks again in a minute.`;
}

/** The platform said no, so nothing has changed there. */
async function refuse(
  ports: WorkerPorts,
  { target, row, signal }: Sending,
  error: unknown,
): Promise<CompletionOutcome> {
  const message = writeFailureWords(error, target.label, ports.now());
  // What was to be taken back is still there.
  const state = row.state === 'undoing' ? 'written' : 'refused';
  await noteOnWrite(ports, row, { state, message });
  await followGone(ports, target, error, signal);
  return { kind: 'failed', message };
}

/** A deleted contact may have been merged into another one: what is known about it is moved there. */
export async function followGone(
  ports: WorkerPorts,
  { contact, connection }: WriteTarget,
  error: unknown,
  signal: AbortSignal,
): Promise<void> {
  if (!isNotFound(error)) return;
  // That the platform could not be asked does not change what is reported.
  await followMerge(ports, connection, contact, signal).catch(() => undefined);
}

/** What the contact now has in this field. */
export async function lookForEdit(
  ports: WorkerPorts,
  { target, row, isList, signal }: Sending,
  known?: readonly string[],
): Promise<WriteOutcome> {
  const asRead = await readTarget(ports, target, row.field, signal);
  return outcomeOf(row, fieldIn(asRead, row.field), { isList, known });
}

/** Records what was found, and reports it. */
export async function settleEdit(
  ports: WorkerPorts,
  { target, row }: Sending,
  found: WriteOutcome,
): Promise<CompletionOutcome> {
  const { label } = target;
  const isUndoing = row.state === 'undoing';
  switch (found.kind) {
    case 'kept':
    case 'altered': {
      const { text } = found;
      const message = text === row.value ? undefined : t`${label} stores it as “${text}”.`;
      await noteOnWrite(ports, row, { state: 'written', after: text, message });
      return { kind: 'done', message };
    }
    case 'undone':
      await noteOnWrite(ports, row, { state: 'undone', message: undefined });
      return { kind: 'done' };
    case 'as-before': {
      const message = isUndoing
        ? t`${label} did not undo it: the value is still there.`
        : t`${label} did not keep it: nothing has changed there.`;
      await noteOnWrite(ports, row, { state: isUndoing ? 'written' : 'refused', message });
      return { kind: 'failed', message };
    }
    case 'other': {
      const { text } = found;
      const message = t`${label} now shows “${text}”: someone else changed it at the same time.`;
      await noteOnWrite(ports, row, { state: 'overtaken', message });
      return { kind: 'failed', message };
    }
  }
}

/** A text that the platform changes on its way in is put back only once. */
async function takeBack(
  ports: WorkerPorts,
  { target, row, isList, signal }: Sending,
  text: string,
): Promise<CompletionOutcome> {
  const { label, port } = target;
  const undoing: ContactWriteRow = { ...row, state: 'undoing', after: text };
  await noteOnWrite(ports, row, { state: 'undoing', after: text });
  const sending = { target, row: undoing, isList, signal };
  try {
    const asRead = await readTarget(ports, target, row.field, signal);
    await port.write(asRead, editOf(undoing), signal);
    if ((await lookForEdit(ports, sending)).kind === 'undone') {
      const message = t`${label} changed it to “${text}”, so it was undone straight away.`;
      await noteOnWrite(ports, row, { state: 'refused', message });
      return { kind: 'failed', message };
    }
  } catch {
    // Reported below: the changed text may still be there.
  }
  const message = t`${label} changed it to “${text}”, and that could not be undone yet.`;
  await noteOnWrite(ports, row, { state: 'written', after: text, message });
  return { kind: 'failed', message };
}
