import { plural, t } from '@lingui/core/macro';
import { useRef } from 'react';
import { writeDecisionsFile } from '../../../lib/identity/decisions-file';
import type { Connection } from '../../../lib/model/connection';
import { database } from '../../../lib/storage/database';
import { formatDateInput } from '../../../lib/text/date-input';
import { useLiveRead } from '../../hooks/use-live-read';
import { Button } from '../../ui/Button';
import { saveFile } from '../../ui/save-file';
import { DecisionImportPreview, useDecisionImport } from './decision-import';

/** Saves the decisions about who is the same human to a file, and imports them from one. */
export function DecisionTransfer({ connections }: { connections: readonly Connection[] }) {
  const count = useLiveRead({ tables: [database.links], read: () => database.links.count() }, []);
  const input = useRef<HTMLInputElement>(null);
  const transfer = useDecisionImport(connections);
  const save = async () => {
    const links = await database.links.toArray();
    const day = formatDateInput(Date.now());
    saveFile(
      `deskside-decisions-${day}.json`,
      'application/json',
      writeDecisionsFile(links, connections),
    );
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="text-12 text-ink-soft">{countWords(count)}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={count === undefined || count === 0}
          onClick={save}
        >{t`Export decisions`}</Button>
        <Button onClick={() => input.current?.click()}>{t`Import decisions…`}</Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label={t`File with decisions`}
          className="hidden"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) transfer.read(file);
            event.target.value = '';
          }}
        />
      </div>
      <div role="status" className="empty:hidden">
        {transfer.state !== undefined && (
          <DecisionImportPreview
            state={transfer.state}
            onImport={transfer.confirm}
            onClose={transfer.close}
          />
        )}
      </div>
    </div>
  );
}

function countWords(count: number | undefined): string {
  if (count === undefined) return '';
  if (count === 0) return t`No records linked or separated manually yet.`;
  return plural(count, {
    one: '# pair of records linked or separated manually.',
    other: '# pairs of records linked or separated manually.',
  });
}
