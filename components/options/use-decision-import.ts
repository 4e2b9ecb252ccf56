import { useState } from 'react';
import { type ReadDecisions, readDecisionsFile } from '../../lib/identity/decisions-file';
import { sendCommand } from '../../lib/messaging/send';
import type { Connection } from '../../lib/model/connection';

/** Larger files (bytes) are none of ours. */
const largestFile = 20_000_000;

/** How far the import of a file is. */
export type ImportState =
  | { kind: 'refused'; problem: string }
  | { kind: 'preview'; read: ReadDecisions }
  | { kind: 'busy'; read: ReadDecisions }
  | { kind: 'failed'; read: ReadDecisions }
  | { kind: 'done'; count: number };

export interface DecisionImport {
  state: ImportState | undefined;
  read(file: File): void;
  confirm(): void;
  close(): void;
}

/** Reads a file of decisions, shows what is in it, and hands it to the worker only after a yes. */
export function useDecisionImport(connections: readonly Connection[]): DecisionImport {
  const [state, setState] = useState<ImportState>();
  const read = async (file: File) => {
    if (file.size > largestFile) {
      setState({ kind: 'refused', problem: 'This file is too large to be one of decisions.' });
      return;
    }
    try {
      const text = await file.text();
      setState({ kind: 'preview', read: readDecisionsFile(text, connections, Date.now()) });
    } catch (error) {
      const isOurs = error instanceof TypeError;
      setState({ kind: 'refused', problem: isOurs ? error.message : 'The file cannot be read.' });
    }
  };
  const confirm = () => {
    if (state?.kind !== 'preview' && state?.kind !== 'failed') return;
    const decisions = state.read;
    setState({ kind: 'busy', read: decisions });
    sendCommand('options.import-links', { links: decisions.links }).then(
      () => setState({ kind: 'done', count: decisions.links.length }),
      () => setState({ kind: 'failed', read: decisions }),
    );
  };
  return { state, read: (file) => void read(file), confirm, close: () => setState(undefined) };
}
