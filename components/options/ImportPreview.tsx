import { Button } from '../ui/Button';
import type { ImportState } from './use-decision-import';

interface ImportPreviewProps {
  state: ImportState;
  onImport(): void;
  onClose(): void;
}

/** What a chosen file holds and what of it is left out, before anything is taken in. */
export function ImportPreview({ state, onImport, onClose }: ImportPreviewProps) {
  return (
    <div className="flex max-w-[92ch] flex-col gap-2 rounded-lg border border-line bg-sunken px-3 py-2 text-12">
      {state.kind === 'refused' && <p className="text-bad">{state.problem}</p>}
      {state.kind === 'done' && (
        <p>
          {pairs(state.count)} taken in. Of two decisions about the same records the later holds.
        </p>
      )}
      {'read' in state && (
        <>
          <p>The file holds {pairs(state.read.links.length)} for the accounts connected here.</p>
          {state.read.left.length > 0 && (
            <ul className="list-disc pl-4 text-ink-soft">
              {state.read.left.map(({ reason, count }) => (
                <li key={reason}>
                  Left out: {count.toLocaleString('en')} {reason}.
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {state.kind === 'failed' && (
        <p className="text-bad">
          Deskside’s background part did not answer. Reload this page and try again.
        </p>
      )}
      <div className="flex gap-2">
        {'read' in state && state.read.links.length > 0 && (
          <Button look="primary" disabled={state.kind === 'busy'} onClick={onImport}>
            {state.kind === 'busy' ? 'Importing…' : `Import ${pairs(state.read.links.length)}`}
          </Button>
        )}
        <Button disabled={state.kind === 'busy'} onClick={onClose}>
          {'read' in state ? 'Cancel' : 'Close'}
        </Button>
      </div>
    </div>
  );
}

function pairs(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'decision' : 'decisions'}`;
}
