import type { Payload } from '../../../lib/messaging/commands';
import { optionsCommands, type TestAnswer } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import { saveDraftSecrets } from '../../../lib/storage/draft-secrets';
import { hostsOf, requestPermission } from '../permissions';

export type AttemptCommand = 'options.test' | 'options.save';

/** What came of a test or a save. */
export type AttemptOutcome =
  | TestAnswer
  /** The person, or the browser, did not give permission for these hosts. */
  | { kind: 'denied'; hosts: string[] }
  /** The worker did not carry the command out. */
  | { kind: 'unanswered' };

/** The answer of a platform that accepted the connection. */
export type Report = Extract<TestAnswer, { kind: 'ok' }>;

export interface ConnectionAttempt {
  draft: Payload<'options.save'>;
  /** Match patterns the draft leads to. */
  permissions: readonly string[];
  /** By field name; left in the drop box for the worker, and never part of a message. */
  secrets: Readonly<Record<string, string>>;
}

/** An id for a draft, unique in this browser. */
export function newDraftId(): string {
  return `draft-${crypto.randomUUID()}`;
}

/**
 * Asks for permission, then has the worker try the draft. Call it first thing in a click handler:
 * the browser is asked for permission before this returns. Never rejects.
 */
export async function testOrSave(
  command: AttemptCommand,
  given: ConnectionAttempt,
): Promise<AttemptOutcome> {
  const permission = requestPermission(given.permissions);
  if (!(await permission)) return { kind: 'denied', hosts: hostsOf(given.permissions) };
  try {
    return await tryWithSecrets(command, given);
  } catch {
    return { kind: 'unanswered' };
  }
}

async function tryWithSecrets(
  command: AttemptCommand,
  given: ConnectionAttempt,
): Promise<AttemptOutcome> {
  const { draftId } = given.draft;
  const hasSecrets = Object.values(given.secrets).some((secret) => secret !== '');
  if (hasSecrets) await saveDraftSecrets(draftId, given.secrets);
  let isTakenOver = false;
  try {
    const answer = await send(optionsCommands, command, given.draft);
    isTakenOver = answer.kind === 'ok' && command === 'options.save';
    return answer;
  } finally {
    // After a save the worker empties the drop box itself; otherwise nothing would until restart.
    if (hasSecrets && !isTakenOver) await saveDraftSecrets(draftId, {});
  }
}
