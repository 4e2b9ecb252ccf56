import { plural, t } from '@lingui/core/macro';
import type { BulkItemRow, BulkItemState, BulkRunRow } from '../../../../lib/model/bulk-run';
import { bulkItemDetail, bulkItemWord } from '../../../../lib/replies/bulk-words';
import { database } from '../../../../lib/storage/database';
import { useLiveRead } from '../../../hooks/use-live-read';

/** The most rows of one kind that are shown; the counts include the others. */
const mostRows = 100;

/** What somebody has to look at comes first. */
const order: readonly BulkItemState[] = [
  'refused',
  'left',
  'kept',
  'open',
  'done',
  'undone',
  'same',
];

/** The responses of a run, each with what becomes of it and why. */
export function BulkItems({ run }: { run: BulkRunRow }) {
  const rows = useLiveRead({ tables: [database.bulkItems], read: () => readRows(run.id) }, [
    run.id,
  ]);
  if (rows === undefined || rows.length === 0) return null;
  const total = order.reduce((sum, state) => sum + run.counts[state], 0);
  return (
    <>
      <div className="max-h-80 overflow-y-auto rounded-md border border-line bg-canvas">
        <table className="w-full table-fixed text-left text-12">
          <thead className="sticky top-0 bg-sunken text-ink-faint">
            <tr>
              <th className="w-24 px-2 py-1 font-medium">{t`What`}</th>
              <th className="w-2/5 px-2 py-1 font-medium">{t`Response`}</th>
              <th className="px-2 py-1 font-medium">{t`Why, or its text`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((item) => (
              <BulkItem key={item.position} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      {total > rows.length && (
        <p className="text-12 text-ink-faint">
          {plural(total - rows.length, {
            one: '# more is not listed.',
            other: '# more are not listed.',
          })}
        </p>
      )}
    </>
  );
}

function BulkItem({ item }: { item: BulkItemRow }) {
  const detail = bulkItemDetail(item);
  const before = item.act === 'change' ? item.base?.body.slice(0, 300) : undefined;
  return (
    <tr className="border-line border-t">
      <td className="px-2 py-1">{bulkItemWord(item)}</td>
      <td dir="auto" className="truncate px-2 py-1" title={item.name}>
        {item.name}
      </td>
      <td dir="auto" className="truncate px-2 py-1 text-ink-soft" title={detail}>
        {before !== undefined && item.state === 'open' && (
          <>
            <del className="text-ink-faint">{before}</del>{' '}
          </>
        )}
        {detail}
      </td>
    </tr>
  );
}

async function readRows(run: string): Promise<BulkItemRow[]> {
  const parts = await Promise.all(
    order.map((state) =>
      database.bulkItems.where('[run+state]').equals([run, state]).limit(mostRows).toArray(),
    ),
  );
  return parts.flat();
}
