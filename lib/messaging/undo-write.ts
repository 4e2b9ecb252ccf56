import { t } from '@lingui/core/macro';
import { completionCommands } from './completion-commands';
import { noAnswerWords } from './no-answer';
import { send } from './send';

/** Takes back a write into a contact; resolves with a sentence where that did not work. */
export async function undoContactWrite(id: string): Promise<string | undefined> {
  try {
    const outcome = await send(completionCommands, 'completion.undo', { id });
    if (outcome.kind === 'conflict') return t`The field has been changed since.`;
    return outcome.kind === 'done' ? undefined : outcome.message;
  } catch (error) {
    return noAnswerWords(error);
  }
}
