import { plural, t } from '@lingui/core/macro';
import Download from 'lucide-react/icons/download';
import { useId, useState } from 'react';
import { OWN_SOURCE, type Reply } from '../../../lib/model/reply';
import { writeReplyFile } from '../../../lib/replies/reply-file';
import { sourceLabel } from '../../../lib/replies/source-words';
import { writableSources } from '../../replies/SourceSelect';
import { Button } from '../../ui/Button';
import { saveFile } from '../../ui/save-file';
import { AsWrittenChoice, TargetSelect } from './ImportChoices';
import { ImportTable } from './ImportTable';
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
    <section aria-label={t`Export`} className="flex flex-col gap-2">
      <h3 className="font-semibold text-13">{t`Export`}</h3>
      <p className="text-12 text-ink-faint">{t`All responses of every source. The JSON file keeps everything and can serve as a team file; the CSV table opens in a spreadsheet.`}</p>
      <div className="flex gap-2">
        <Button
          disabled={isEmpty}
          onClick={() => saveFile('responses.json', 'application/json', writeReplyFile(replies))}
        >
          <Download size={12} aria-hidden /> {t`Export JSON`}
        </Button>
        <Button disabled={isEmpty} onClick={() => void saveTable(replies)}>
          <Download size={12} aria-hidden /> {t`Export CSV`}
        </Button>
      </div>
    </section>
  );
}

async function saveTable(replies: readonly Reply[]): Promise<void> {
  const { writeCsv } = await import('../../../lib/replies/csv');
  saveFile('responses.csv', 'text/csv', writeCsv(replies));
}

/** Imports responses from a file into the own library, after showing what that would change. */
function ImportFile({ library }: { library: ManagedLibrary }) {
  const id = useId();
  const { state, choose, chooseAsWritten, run, planFor, forget } = useReplyImport(library.replies);
  const [wanted, setTarget] = useState(OWN_SOURCE);
  // The account that was chosen may have been disconnected since.
  const target = writableSources(library.sources).includes(wanted) ? wanted : OWN_SOURCE;
  const isOwn = target === OWN_SOURCE;
  const place = sourceLabel(target, library);
  const [isPlanning, setPlanning] = useState(false);
  const take = async () => {
    if (!isOwn) {
      setPlanning(true);
      const problem = await planFor(target);
      setPlanning(false);
      return library.say(problem ?? '');
    }
    const count = await run();
    if (typeof count === 'string') library.say(count);
    else if (count !== undefined) {
      library.say(plural(count, { one: '# response imported.', other: '# responses imported.' }));
    }
  };
  return (
    <section aria-label={t`Import`} className="flex flex-col gap-2">
      <h3 className="font-semibold text-13">{t`Import`}</h3>
      <label
        htmlFor={id}
        className="max-w-[80ch] text-12 text-ink-faint"
      >{t`A JSON or CSV file into My library, or an export of espanso (YAML), Beeftext, Raycast or Text Blaze. Columns and fields may be called shortcut, title, body, tags, language, and what other tools call them. Nothing changes before you have seen what will.`}</label>
      <input
        id={id}
        type="file"
        accept=".json,.csv,.tsv,.txt,.yml,.yaml,application/json,text/csv"
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
        {state.kind === 'busy' && t`Importing…`}
      </p>
      {state.kind === 'preview' && (
        <>
          {state.file.notice !== undefined && (
            <p className="max-w-[80ch] text-12 text-warn">{state.file.notice}</p>
          )}
          <TargetSelect target={target} library={library} onChoose={setTarget} />
          {isOwn && <ImportTable fileName={state.fileName} preview={state.preview} />}
          <AsWrittenChoice state={state} onChoose={(chosen) => void chooseAsWritten(chosen)} />
          <div className="flex gap-2">
            <Button
              variant="primary"
              disabled={
                isPlanning ||
                (isOwn && state.preview.added.length + state.preview.changed.length === 0)
              }
              onClick={() => void take()}
            >
              {isOwn ? t`Import` : t`Preview for ${place}`}
            </Button>
            <Button onClick={forget}>{t`Cancel`}</Button>
          </div>
        </>
      )}
    </section>
  );
}
