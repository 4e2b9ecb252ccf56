import Download from 'lucide-react/icons/download';
import { useId } from 'react';
import type { Reply } from '../../../lib/model/reply';
import { writeCsv } from '../../../lib/replies/csv';
import type { ImportPlan } from '../../../lib/replies/import';
import { writeReplyFile } from '../../../lib/replies/reply-file';
import { Button } from '../../ui/Button';
import type { ManagedLibrary } from './use-managed-library';
import { useReplyImport } from './use-reply-import';

/** Canned responses from files, and into them. */
export function ReplyFiles({ library }: { library: ManagedLibrary }) {
  return (
    <div className="flex flex-col gap-5">
      <ImportFile library={library} />
      <ExportButtons replies={library.replies} />
    </div>
  );
}

/** Saves all responses, of every source, as a file. */
function ExportButtons({ replies }: { replies: readonly Reply[] }) {
  const isEmpty = replies.length === 0;
  return (
    <section aria-label="Export" className="flex flex-col gap-2">
      <h3 className="font-semibold text-13">Export</h3>
      <p className="text-12 text-ink-faint">
        All responses of every source. The JSON file keeps everything and can serve as a team file;
        the CSV table opens in a spreadsheet.
      </p>
      <div className="flex gap-2">
        <Button
          disabled={isEmpty}
          onClick={() => saveAs('responses.json', 'application/json', writeReplyFile(replies))}
        >
          <Download size={12} aria-hidden /> Export JSON
        </Button>
        <Button
          disabled={isEmpty}
          onClick={() => saveAs('responses.csv', 'text/csv', writeCsv(replies))}
        >
          <Download size={12} aria-hidden /> Export CSV
        </Button>
      </div>
    </section>
  );
}

function saveAs(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Takes responses from a file into the own library, after showing what that would change. */
function ImportFile({ library }: { library: ManagedLibrary }) {
  const id = useId();
  const { state, choose, run, forget } = useReplyImport(library.replies);
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
              variant="primary"
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

/** Rows of one kind that are shown; the count tells the rest. */
const mostRows = 100;

interface ImportTableProps {
  fileName: string;
  preview: ImportPlan;
}

interface Row {
  key: string;
  what: string;
  name: string;
  detail: string;
}

/** What an import would add, change and leave out, and why. */
function ImportTable({ fileName, preview }: ImportTableProps) {
  const { added, changed, skipped } = preview;
  const rows = rowsOf(preview);
  const hidden = added.length + changed.length + skipped.length - rows.length;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-13">
        <bdi className="font-medium">{fileName}</bdi>: {number(added.length)} to add,{' '}
        {number(changed.length)} to change, {number(skipped.length)} left out.
      </p>
      <div className="max-h-80 overflow-y-auto rounded-md border border-line">
        <table className="w-full table-fixed text-left text-12">
          <thead className="sticky top-0 bg-sunken text-ink-faint">
            <tr>
              <th className="w-20 px-2 py-1 font-medium">What</th>
              <th className="w-2/5 px-2 py-1 font-medium">Response</th>
              <th className="px-2 py-1 font-medium">Why, or its text</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, what, name, detail }) => (
              <tr key={key} className="border-line border-t">
                <td className="px-2 py-1">{what}</td>
                <td dir="auto" className="truncate px-2 py-1">
                  {name}
                </td>
                <td dir="auto" className="truncate px-2 py-1 text-ink-soft" title={detail}>
                  {detail}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <p className="text-12 text-ink-faint">{number(hidden)} more are not listed.</p>
      )}
    </div>
  );
}

/** What is left out comes first: it is what a person has to look at. */
function rowsOf({ added, changed, skipped }: ImportPlan): Row[] {
  return [
    ...skipped.slice(0, mostRows).map(({ row, name, why }) => ({
      key: `skipped ${row}`,
      what: 'Left out',
      name: name || `Row ${row}`,
      detail: `Row ${row}: ${why}`,
    })),
    ...changed.slice(0, mostRows).map(({ after }) => ({
      key: `changed ${after.id}`,
      what: 'Change',
      name: after.title,
      detail: after.body.slice(0, 300),
    })),
    ...added.slice(0, mostRows).map((reply) => ({
      key: `added ${reply.id}`,
      what: 'Add',
      name: reply.title,
      detail: reply.body.slice(0, 300),
    })),
  ];
}

function number(count: number): string {
  return count.toLocaleString('en');
}
