import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { fieldLabel, writeStateWords } from '../../../../lib/identity/completion-words';
import { undoContactWrite } from '../../../../lib/messaging/undo-write';
import type { Contact } from '../../../../lib/model/contact';
import { parseContactRef, refLines, refsOfLines } from '../../../../lib/model/ids';
import { readContactWrites } from '../../../../lib/storage/completion-queries';
import { database } from '../../../../lib/storage/database';
import { useLiveRead } from '../../../hooks/use-live-read';
import { useNow } from '../../../hooks/use-now';
import { AttemptButton } from '../../../ui/AttemptButton';
import { useRecordNames } from './use-record-names';

/** At most this many are shown here; the journal in the settings has the rest. */
const MOST_SHOWN = 5;

interface WrittenListProps {
  contacts: readonly Contact[];
  /** The button that was pressed is about to disappear. */
  onUndone(): void;
}

function undoLabel(field: string, value: string): string {
  return t`Undo: ${field} ${value}`;
}

function ValueIn({ value, place }: { value: string; place: string }) {
  return (
    <Trans>
      <bdi>{value}</bdi> <span className="text-ink-faint">in {place}</span>
    </Trans>
  );
}

/** What was recently written into the records of this person, with a way to undo it. */
export function WrittenList({ contacts, onUndone }: WrittenListProps) {
  const now = useNow(60_000);
  const { helpdeskOf } = useRecordNames(contacts);
  const refs = refLines(contacts);
  const rows = useLiveRead(
    {
      tables: [database.contactWrites],
      read: () => readContactWrites(database, refsOfLines(refs).map(parseContactRef)),
    },
    [refs],
  );
  if (rows === undefined || rows.length === 0) return null;
  return (
    <ul aria-label={t`Written into these records`} className="flex flex-col gap-1.5">
      {rows.slice(0, MOST_SHOWN).map((row) => (
        <li key={row.id} className="flex items-start gap-2">
          <div className="min-w-0 flex-1 wrap-anywhere">
            <span className="text-ink-faint">{fieldLabel(row.field)} </span>
            <ValueIn value={row.value} place={helpdeskOf(row)} />
            <span className="block text-11 text-ink-faint first-letter:uppercase">
              {writeStateWords(row, now)}
            </span>
            {row.message !== undefined && (
              <span className="block text-11 text-ink-soft">{row.message}</span>
            )}
          </div>
          {row.state === 'written' && (
            <AttemptButton
              label={undoLabel(fieldLabel(row.field), row.value)}
              attempt={() => undoContactWrite(row.id).finally(onUndone)}
            >{t`Undo`}</AttemptButton>
          )}
        </li>
      ))}
    </ul>
  );
}
