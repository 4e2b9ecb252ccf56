import { plural, t } from '@lingui/core/macro';
import { useState } from 'react';
import { type ReadDecisions, readDecisionsFile } from '../../../lib/identity/decisions-file';
import { leftOutDecisionWords } from '../../../lib/identity/left-out-decisions';
import { noAnswerWords } from '../../../lib/messaging/no-answer';
import { peopleCommands } from '../../../lib/messaging/people-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import { joinSentences } from '../../../lib/text/join-sentences';
import { useFocusReturn } from '../../hooks/use-focus-return';
import { useLastChosen } from '../../hooks/use-last-chosen';
import { Button } from '../../ui/Button';

interface DecisionImportPreviewProps {
  state: DecisionImportState;
  onImport(): void;
  onClose(): void;
}

/** What a chosen file contains and what of it is left out, before anything is imported. */
export function DecisionImportPreview({ state, onImport, onClose }: DecisionImportPreviewProps) {
  useFocusReturn();
  return (
    <div className="flex max-w-[92ch] flex-col gap-2 rounded-lg border border-line bg-sunken px-3 py-2 text-12">
      {state.kind === 'refused' && <p className="text-bad">{state.problem}</p>}
      {state.kind === 'done' && (
        <p>
          {joinSentences(
            plural(state.count, { one: '# decision imported.', other: '# decisions imported.' }),
            t`Where two decisions are about the same records, the newer one wins.`,
          )}
        </p>
      )}
      {'read' in state && (
        <>
          <p>
            {plural(state.read.links.length, {
              one: 'The file contains # decision for the accounts connected here.',
              other: 'The file contains # decisions for the accounts connected here.',
            })}
          </p>
          {state.read.left.length > 0 && (
            <ul className="list-disc pl-4 text-ink-soft">
              {state.read.left.map((each) => (
                <li key={each.reason}>{leftOutDecisionWords(each)}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {state.kind === 'failed' && <p className="text-bad">{state.problem}</p>}
      <div className="flex gap-2">
        {'read' in state && state.read.links.length > 0 && (
          <Button variant="primary" disabled={state.kind === 'busy'} onClick={onImport}>
            {state.kind === 'busy'
              ? t`Importing…`
              : plural(state.read.links.length, {
                  one: 'Import # decision',
                  other: 'Import # decisions',
                })}
          </Button>
        )}
        <Button disabled={state.kind === 'busy'} onClick={onClose}>
          {'read' in state ? t`Cancel` : t`Close`}
        </Button>
      </div>
    </div>
  );
}

/** Files larger than this (bytes) cannot be ours. */
const largestFile = 20_000_000;

/** How far the import of a file is. */
type DecisionImportState =
  | { kind: 'refused'; problem: string }
  | { kind: 'preview'; read: ReadDecisions }
  | { kind: 'busy'; read: ReadDecisions }
  | { kind: 'failed'; read: ReadDecisions; problem: string }
  | { kind: 'done'; count: number };

interface DecisionImport {
  state: DecisionImportState | undefined;
  read(file: File): void;
  confirm(): void;
  close(): void;
}

/** Reads a file of decisions, shows what is in it, and hands it to the worker only after consent. */
export function useDecisionImport(connections: readonly Connection[]): DecisionImport {
  const [state, setState] = useState<DecisionImportState>();
  const chosen = useLastChosen();
  const read = async (file: File) => {
    const isLast = chosen(file);
    if (file.size > largestFile) {
      setState({ kind: 'refused', problem: t`This file is too large to be a file of decisions.` });
      return;
    }
    try {
      const text = await file.text();
      if (!isLast()) return;
      setState({ kind: 'preview', read: readDecisionsFile(text, connections, Date.now()) });
    } catch (error) {
      if (!isLast()) return;
      const isOurs = error instanceof TypeError;
      setState({ kind: 'refused', problem: isOurs ? error.message : t`The file cannot be read.` });
    }
  };
  const confirm = () => {
    if (state?.kind !== 'preview' && state?.kind !== 'failed') return;
    const decisions = state.read;
    setState({ kind: 'busy', read: decisions });
    send(peopleCommands, 'options.import-links', { links: decisions.links }).then(
      () => setState({ kind: 'done', count: decisions.links.length }),
      (error: unknown) =>
        setState({ kind: 'failed', read: decisions, problem: noAnswerWords(error) }),
    );
  };
  return { state, read: (file) => void read(file), confirm, close: () => setState(undefined) };
}
