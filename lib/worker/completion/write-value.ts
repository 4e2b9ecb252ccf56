import { t } from '@lingui/core/macro';
import { canGive } from '../../identity/completions';
import { identifierOf, isSameValue } from '../../identity/contact-field-values';
import type { Payload } from '../../messaging/commands';
import type { CompletionOutcome } from '../../messaging/completion-commands';
import type { ContactWriteRow, FieldRule } from '../../model/completion';
import type { Contact } from '../../model/contact';
import { type ContactKey, contactRef } from '../../model/ids';
import type { FieldAsRead } from '../../platforms/contract/contact-fields';
import { joinSentences } from '../../text/join-sentences';
import { withVisibleOverrides } from '../../text/visible-overrides';
import { authorAt } from '../author';
import type { WorkerPorts } from '../ports';
import {
  nothingWritten,
  notJoinedWords,
  obstacleWords,
  pendingWords,
  takenWords,
} from './failure-words';
import { joinedContacts } from './joined-contacts';
import { addWrite, isPending } from './journal';
import { sendEdit } from './send-edit';
import { currentOf } from './write-outcome';
import { fieldIn, forgetLookups, readTarget, ruleOf, type WriteTarget } from './write-target';

type WriteRequest = Payload<'completion.write'>;

/**
 * Writes one value, which a person has confirmed, if the contact still lacks it or has there what was
 * shown. Throws what reading the contact throws: then nothing was written.
 */
export async function writeValue(
  ports: WorkerPorts,
  request: WriteRequest,
  target: WriteTarget,
  { newId, signal }: { newId(): string; signal: AbortSignal },
): Promise<CompletionOutcome> {
  const { field, value, source } = request;
  const { label, contact } = target;
  const rule = ruleOf(ports, target, field);
  const refusal = await refusalBefore(ports, request, target, rule);
  if (rule === undefined || refusal !== undefined) return failed(refusal ?? notJoinedWords());
  const holder = await holderOf(target, rule, value, signal);
  if (holder !== undefined) return failed(takenWords(value, holder, label));
  const isList = rule.isList === true;
  const ownName = (await ports.peopleSettings?.())?.agentName;
  const by = await authorAt(ports, contactRef(contact), ownName);
  // This comes last: the write relies on what is read here.
  const asRead = await readTarget(ports, target, field, signal);
  const present = fieldIn(asRead, field);
  const found = outcomeOfLook(request, present, rule, label);
  if (found !== undefined) return found;
  const row: ContactWriteRow = {
    id: newId(),
    connectionId: contact.connectionId,
    contactId: contact.id,
    field,
    value,
    before: isList ? undefined : present.replaced,
    source: { connectionId: source.connectionId, contactId: source.id },
    by,
    at: ports.now(),
    sentAt: ports.now(),
    state: 'sending',
  };
  if (!(await addWrite(ports, row))) return failed(notJoinedWords());
  const outcome = await sendEdit(ports, { target, row, isList, signal }, asRead);
  await forgetLookups(ports, row.connectionId, field, value);
  if (outcome.kind !== 'failed') return outcome;
  // Two wrote at the same time: the check before the write found nobody.
  const later = await holderOf(target, rule, value, signal).catch(() => undefined);
  return later === undefined ? outcome : failed(takenWords(value, later, label));
}

/** Why nothing is even read; `undefined` where there is no reason against it. */
async function refusalBefore(
  ports: WorkerPorts,
  request: WriteRequest,
  { contact, port, label }: WriteTarget,
  rule: FieldRule | undefined,
): Promise<string | undefined> {
  if (rule === undefined || !(await isGiven(ports, request, rule))) return notJoinedWords();
  const obstacle = port.obstacle?.(contact);
  if (obstacle !== undefined)
    return joinSentences(obstacleWords(obstacle, label), nothingWritten());
  const isWaiting = await isPending(ports, request.target, request.field);
  return isWaiting ? pendingWords(label) : undefined;
}

/** Whether the other record has the value, and is the same human by proof or somebody's decision. */
async function isGiven(
  ports: WorkerPorts,
  { contacts, source, target, value }: WriteRequest,
  rule: FieldRule,
): Promise<boolean> {
  const joined = await joinedContacts(ports, [target, source, ...contacts]);
  const find = (key: ContactKey) =>
    joined.contacts.find((each) => contactRef(each) === contactRef(key));
  const [from, to] = [find(source), find(target)];
  if (from === undefined || to === undefined || from === to) return false;
  const isOwn = !joined.isBorrowed(from, rule.field, value);
  return isOwn && canGive(from, to, { rule, value, rules: joined.rules });
}

function failed(message: string): CompletionOutcome {
  return { kind: 'failed', message };
}

/** A name is shown with its hidden signs made visible. */
function isShown(current: string, shown: string | undefined): boolean {
  if (shown === undefined) return false;
  return current === shown || withVisibleOverrides(current.trim()) === shown.trim();
}

/** What prevents a write, or makes it unnecessary, according to what was read right before. */
function outcomeOfLook(
  { field, value, shown }: WriteRequest,
  present: FieldAsRead,
  { isList = false }: FieldRule,
  label: string,
): CompletionOutcome | undefined {
  if (present.texts.some((text) => isSameValue(field, text, value))) {
    return { kind: 'done', message: t`${label} already has it. Nothing was written.` };
  }
  const current = isList ? undefined : currentOf(present);
  if (current === undefined) return undefined;
  const canReplace = present.replaced !== undefined;
  if (!isShown(current, shown)) return { kind: 'conflict', current, canReplace };
  return canReplace
    ? undefined
    : failed(t`The value there does not come from ${label}’s agents. Nothing was written.`);
}

/** Who else on this connection has a value that only one may have. */
async function holderOf(
  { api, contact }: WriteTarget,
  { field, isUnique = false }: FieldRule,
  value: string,
  signal: AbortSignal,
): Promise<Contact | undefined> {
  const identifier = isUnique ? identifierOf(field, value) : undefined;
  if (identifier === undefined || api.find === undefined) return undefined;
  const { contacts } = await api.find([identifier], signal);
  return contacts.find(({ id }) => id !== contact.id);
}
