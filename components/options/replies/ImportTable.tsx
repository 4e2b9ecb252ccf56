import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ImportPlan } from '../../../lib/replies/import';
import { formatList } from '../../../lib/text/format-list';
import { formatNumber } from '../../../lib/text/format-number';

/** The most rows of one kind that are shown; the count includes the others. */
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
export function ImportTable({ fileName, preview }: ImportTableProps) {
  const { added, changed, skipped, told, notUnderstood } = preview;
  const rows = rowsOf(preview);
  const [toAdd, toChange, leftOut] = [added, changed, skipped].map(({ length }) =>
    formatNumber(length),
  );
  const unknown = formatList(notUnderstood.map((name) => t`“${name}”`));
  const hidden = added.length + changed.length + skipped.length + told.length - rows.length;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-13">
        <Trans>
          <bdi className="font-medium">{fileName}</bdi>: {toAdd} to add, {toChange} to change,{' '}
          {leftOut} left out.
        </Trans>
      </p>
      {notUnderstood.length > 0 && (
        <p className="text-12 text-warn wrap-anywhere">
          {t`Not recognised, and left out: ${unknown}.`}
        </p>
      )}
      <div className="max-h-80 overflow-y-auto rounded-md border border-line">
        <table className="w-full table-fixed text-left text-12">
          <thead className="sticky top-0 bg-sunken text-ink-faint">
            <tr>
              <th className="w-20 px-2 py-1 font-medium">{t`What`}</th>
              <th className="w-2/5 px-2 py-1 font-medium">{t`Response`}</th>
              <th className="px-2 py-1 font-medium">{t`Why, or its text`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, what, name, detail }) => (
              <tr key={key} className="border-line border-t">
                <td className="px-2 py-1">{what}</td>
                <td dir="auto" className="truncate px-2 py-1" title={name}>
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
        <p className="text-12 text-ink-faint">
          {plural(hidden, { one: '# more is not listed.', other: '# more are not listed.' })}
        </p>
      )}
    </div>
  );
}

/** What is left out or different comes first: it is what a person has to look at. */
function rowsOf({ added, changed, skipped, told }: ImportPlan): Row[] {
  return [
    ...skipped.slice(0, mostRows).map(({ row, name, why }) => ({
      key: `skipped ${row}`,
      what: t`Left out`,
      name: name || t`Row ${row}`,
      detail: t`Row ${row}: ${why}`,
    })),
    ...told.slice(0, mostRows).map(({ row, name, why }) => ({
      key: `told ${row}`,
      what: t({ message: 'Note', context: 'remark on an import' }),
      name: name || t`Row ${row}`,
      detail: t`Row ${row}: ${why}`,
    })),
    ...changed.slice(0, mostRows).map(({ after }) => ({
      key: `changed ${after.id}`,
      what: t`Change`,
      name: after.title,
      detail: after.body.slice(0, 300),
    })),
    ...added.slice(0, mostRows).map((reply) => ({
      key: `added ${reply.id}`,
      what: t`Add`,
      name: reply.title,
      detail: reply.body.slice(0, 300),
    })),
  ];
}
