import { useState } from 'react';
import { noAnswer } from '../../../lib/messaging/no-answer';
import { replyCommands } from '../../../lib/messaging/reply-commands';
import { send } from '../../../lib/messaging/send';
import type { Reply } from '../../../lib/model/reply';
import { decodeFile, type ImportPlan, planImport, readImport } from '../../../lib/replies/import';

/** Larger files are no lists of responses (bytes). */
const largestFile = 60_000_000;

/** Where an import is: nothing chosen, what it would do, or why it cannot be done. */
export type ReplyImportState =
  | { kind: 'none' }
  | { kind: 'problem'; problem: string }
  | { kind: 'preview'; fileName: string; preview: ImportPlan }
  | { kind: 'busy' };

export interface ReplyImport {
  state: ReplyImportState;
  choose(file: File): Promise<void>;
  /** Resolves to how many were taken; `undefined` when it failed, which the state then tells. */
  run(): Promise<number | undefined>;
  forget(): void;
}

/** Reads a file, shows what it would change, and then changes it. */
export function useReplyImport(existing: readonly Reply[]): ReplyImport {
  const [state, setState] = useState<ReplyImportState>({ kind: 'none' });
  const choose = async (file: File) => {
    if (file.size > largestFile) {
      const problem = 'The file is larger than 60 MB. Split it and import the parts.';
      return setState({ kind: 'problem', problem });
    }
    const read = readImport(decodeFile(new Uint8Array(await file.arrayBuffer())));
    if ('problem' in read) return setState({ kind: 'problem', problem: read.problem });
    const ports = { newId: () => crypto.randomUUID(), now: Date.now() };
    setState({
      kind: 'preview',
      fileName: file.name,
      preview: planImport(read, existing, ports),
    });
  };
  const run = async () => {
    if (state.kind !== 'preview') return undefined;
    const { added, changed } = state.preview;
    const replies = [...added, ...changed.map(({ after }) => after)];
    setState({ kind: 'busy' });
    const answer = await send(replyCommands, 'replies.import', { replies }).catch(noAnswer);
    if (answer.kind === 'ok') {
      setState({ kind: 'none' });
      return replies.length;
    }
    setState({ kind: 'problem', problem: answer.message });
    return undefined;
  };
  return { state, choose, run, forget: () => setState({ kind: 'none' }) };
}
