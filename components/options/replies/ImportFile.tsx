import { useId } from 'react';
import { Button } from '../../ui/Button';
import { ImportTable } from './ImportTable';
import { useImport } from './use-import';
import type { ManagedLibrary } from './use-managed-library';

/** Takes responses from a file into the own library, after showing what that would change. */
export function ImportFile({ library }: { library: ManagedLibrary }) {
  const id = useId();
  const { state, choose, run, forget } = useImport(library.replies);
  const take = async () => {
    const count = await run();
    if (count !== undefined) {
      library.tell(
        `${count === 1 ? '1 response' : `${count.toLocaleString('en')} responses`} imported.`,
      );
    }
  };
  return (
    <section aria-label="Import" className="flex flex-col gap-2">
      <h3 className="font-semibold text-13">Import</h3>
      <label htmlFor={id} className="max-w-[80ch] text-12 text-ink-faint">
        A JSON or CSV file into My library. CSV columns may be called shortcut, title, body, tags,
        language, and what text expanders call them. Nothing changes before you have seen what will.
      </label>
      <input
        id={id}
        type="file"
        accept=".json,.csv,.tsv,.txt,application/json,text/csv"
        className="text-12 file:mr-2 file:h-7 file:rounded-md file:border file:border-line-strong file:bg-raised file:px-2.5 file:font-medium file:text-ink"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Emptied, so that the same file can be chosen again after it was corrected.
          event.target.value = '';
          if (file !== undefined) void choose(file);
        }}
      />
      <p role="alert" className="text-12 text-bad empty:hidden">
        {state.kind === 'problem' && state.problem}
      </p>
      <p role="status" className="text-12 text-ink-soft empty:hidden">
        {state.kind === 'busy' && 'Importing…'}
      </p>
      {state.kind === 'preview' && (
        <>
          <ImportTable fileName={state.fileName} preview={state.preview} />
          <div className="flex gap-2">
            <Button
              look="primary"
              disabled={state.preview.added.length + state.preview.changed.length === 0}
              onClick={() => void take()}
            >
              Import
            </Button>
            <Button onClick={forget}>Cancel</Button>
          </div>
        </>
      )}
    </section>
  );
}
