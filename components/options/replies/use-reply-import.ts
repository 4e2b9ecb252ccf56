import { t } from '@lingui/core/macro';
import { useEffect, useRef, useState } from 'react';
import { noAnswer } from '../../../lib/messaging/no-answer';
import { replyCommands } from '../../../lib/messaging/reply-commands';
import { send } from '../../../lib/messaging/send';
import type { Reply } from '../../../lib/model/reply';
import type { ImportPlan, ReadFile } from '../../../lib/replies/import';
import { useLastChosen } from '../../hooks/use-last-chosen';
import { useUnloadQuestion } from '../use-unload-question';

/** Files larger than this (bytes) are no lists of responses. */
const largestFile = 60_000_000;

/** The code that reads files; not loaded before one is chosen. */
const loadReader = () => import('../../../lib/replies/import');

/** Where an import is: nothing chosen, what it would do, or why it cannot be done. */
export type ReplyImportState =
  | { kind: 'none' }
  | { kind: 'problem'; problem: string }
  | {
      kind: 'preview';
      fileName: string;
      file: ReadFile;
      preview: ImportPlan;
      /** As the person chose for all of them; absent: as the file says. */
      asWritten?: boolean | undefined;
    }
  | { kind: 'busy' };

export interface ReplyImport {
  state: ReplyImportState;
  choose(file: File): Promise<void>;
  /** Whether all of it is to be inserted exactly as written. */
  chooseAsWritten(asWritten: boolean): Promise<void>;
  /**
   * Resolves to how many were imported, or to a sentence where that failed and another file is shown by now;
   * `undefined` when it failed and the state reports it.
   */
  run(): Promise<number | string | undefined>;
  /**
   * Asks what putting all of the file straight into a source would do; resolves to a sentence where
   * that cannot be said.
   */
  planFor(target: string): Promise<string | undefined>;
  forget(): void;
}

/** What a file contains, or why it cannot be used. Rejects where it cannot be read. */
async function readChosen(file: File): Promise<ReadFile | { problem: string }> {
  if (file.size > largestFile) {
    return { problem: t`The file is larger than 60 MB. Split it and import the parts.` };
  }
  const { readImportFile } = await loadReader();
  return readImportFile(new Uint8Array(await file.arrayBuffer()), navigator.languages);
}

async function planned(
  { file, asWritten }: { file: ReadFile; asWritten?: boolean | undefined },
  existing: readonly Reply[],
): Promise<ImportPlan> {
  const { planImport } = await loadReader();
  return planImport(
    file,
    existing,
    { newId: () => crypto.randomUUID(), now: Date.now() },
    asWritten,
  );
}

/** Reads a file, shows what it would change, and then changes it. */
export function useReplyImport(existing: readonly Reply[]): ReplyImport {
  const [state, setState] = useState<ReplyImportState>({ kind: 'none' });
  const shown = useRef(state);
  useEffect(() => {
    shown.current = state;
  }, [state]);
  useUnloadQuestion(() => {
    return (
      state.kind === 'preview' && state.preview.added.length + state.preview.changed.length > 0
    );
  });
  // Another file may have been chosen while something was done with the one before.
  const replace = (before: ReplyImportState, after: ReplyImportState) =>
    setState((now) => (now === before ? after : now));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other responses are a reason
  useEffect(() => {
    const before = shown.current;
    if (before.kind !== 'preview') return;
    void planned(before, existing).then((preview) => replace(before, { ...before, preview }));
  }, [existing]);
  const chosen = useLastChosen();
  const choose = async (file: File) => {
    const isLast = chosen(file);
    try {
      const read = await readChosen(file);
      if (!isLast()) return;
      if ('problem' in read) setState({ kind: 'problem', problem: read.problem });
      else await show({ fileName: file.name, file: read });
    } catch {
      const problem = t`The file cannot be read. Choose it again.`;
      if (isLast()) setState({ kind: 'problem', problem });
    }
  };
  const show = async (chosen: { fileName: string; file: ReadFile; asWritten?: boolean }) => {
    setState({ kind: 'preview', ...chosen, preview: await planned(chosen, existing) });
  };
  const chooseAsWritten = async (asWritten: boolean) => {
    if (state.kind !== 'preview') return;
    await show({ fileName: state.fileName, file: state.file, asWritten });
  };
  const run = async () => {
    if (state.kind !== 'preview') return undefined;
    const { added, changed } = state.preview;
    const replies = [...added, ...changed.map(({ after }) => after)];
    const busy = { kind: 'busy' } as const;
    setState(busy);
    // The answer may be quicker than the next look at the page.
    shown.current = busy;
    const bases = changed.map(({ before }) => before);
    const answer = await send(replyCommands, 'replies.import', { replies, bases }).catch(noAnswer);
    if (answer.kind === 'ok') {
      replace(busy, { kind: 'none' });
      return replies.length;
    }
    if (shown.current !== busy) return answer.message;
    setState({ kind: 'problem', problem: answer.message });
    return undefined;
  };
  const planFor = async (target: string) => {
    if (state.kind !== 'preview') return undefined;
    const { planBulk } = await import('./bulk/bulk-actions');
    // Compared with that source and not with the own library.
    const { added, skipped } = await planned(state, []);
    const leftOut = skipped.map(({ row, name, why }) => ({ name: name || t`Row ${row}`, why }));
    const problem = await planBulk({ kind: 'publish', target, entries: added, leftOut });
    const now = shown.current;
    // It may say by now that all of it is to be inserted as written: it is still the file that was planned.
    const isShown = now.kind === 'preview' && now.file === state.file;
    if (problem === undefined && isShown) setState({ kind: 'none' });
    return problem;
  };
  return { state, choose, chooseAsWritten, run, planFor, forget: () => setState({ kind: 'none' }) };
}
