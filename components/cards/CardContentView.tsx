import { plural, t } from '@lingui/core/macro';
import { useState } from 'react';
import { droppedWords } from '../../lib/cards/card-words';
import { shownCardValue } from '../../lib/cards/format-value';
import type { CardContent, CardField, CardTable, CardValue } from '../../lib/model/data-card';
import { RemoteLink } from '../text/RemoteLink';

/** What a card's server said of one person: fields, tables, and what of it could not be read. */
export function CardContentView({ content }: { content: CardContent }) {
  const { fields, tables, dropped, problems } = content;
  const isEmpty = fields.length === 0 && tables.every(({ rows }) => rows.length === 0);
  return (
    <>
      {isEmpty && dropped === 0 && (
        <p className="text-12 text-ink-faint">{t`Nothing known about this person.`}</p>
      )}
      {fields.length > 0 && (
        <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1 text-12">
          {fields.map((field) => (
            <FieldRow key={field.key} field={field} />
          ))}
        </dl>
      )}
      {tables.map((table, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer's tables have no other name
        <TableView key={index} table={table} />
      ))}
      {dropped > 0 && (
        <p title={problems.join('\n')} className="text-11 text-warn">
          {droppedWords(dropped)}
        </p>
      )}
    </>
  );
}

function FieldRow({ field: { label, value } }: { field: CardField }) {
  return (
    <>
      <dt dir="auto" className="text-ink-faint wrap-anywhere">
        {label}
      </dt>
      <dd className="min-w-0 text-ink">
        <ValueView value={value} />
      </dd>
    </>
  );
}

/** How many rows of a table are shown at first; the others on demand. */
const rowsAtFirst = 5;

/** A table of an answer, with what is beyond its first rows on demand. */
function TableView({ table }: { table: CardTable }) {
  const [isWhole, setWhole] = useState(false);
  const { title, columns, rows, more } = table;
  const shown = isWhole ? rows : rows.slice(0, rowsAtFirst);
  const rest = rows.length - shown.length;
  const align = (index: number) =>
    columns[index]?.isNumeric === true ? 'text-right' : 'text-left';
  return (
    <div className="flex flex-col gap-0.5">
      {/* A region that scrolls must be reachable by keyboard. */}
      <section
        aria-label={title ?? t`Table`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        className="overflow-x-auto rounded-sm"
      >
        <table className="w-full border-collapse text-12">
          {title !== undefined && (
            <caption dir="auto" className="pb-0.5 text-left font-medium text-ink-soft">
              {title}
            </caption>
          )}
          <thead>
            <tr className="border-line border-b text-11 text-ink-faint">
              {columns.map(({ label }, index) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                  key={index}
                  scope="col"
                  dir="auto"
                  className={`py-0.5 pr-3 font-normal last:pr-0 ${align(index)}`}
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows stay in the answer's order
              <tr key={number} className="border-line border-b align-baseline last:border-b-0">
                {row.map((cell, index) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name
                    key={index}
                    className={`max-w-40 py-0.5 pr-3 last:pr-0 ${align(index)}`}
                  >
                    {cell === null ? (
                      <span className="text-ink-faint">–</span>
                    ) : (
                      <ValueView value={cell} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {(rest > 0 || isWhole) && (
        <button
          type="button"
          className="self-start rounded-sm font-medium text-11 text-accent hover:underline"
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t`Show fewer` : plural(rest, { one: '# more', other: '# more' })}
        </button>
      )}
      {more > 0 && (
        <p className="text-11 text-ink-faint">
          {plural(more, {
            one: '# further row is not shown.',
            other: '# further rows are not shown.',
          })}
        </p>
      )}
    </div>
  );
}

const tones = {
  neutral: 'text-ink-soft',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
} as const;

/** One value, as its kind is shown everywhere; text from outside stays text. */
function ValueView({ value }: { value: CardValue }) {
  switch (value.kind) {
    case 'status':
      return (
        <span className={`inline-flex max-w-full items-baseline gap-1.5 ${tones[value.tone]}`}>
          <span aria-hidden className="size-1.5 shrink-0 -translate-y-px rounded-full bg-current" />
          <span dir="auto" className="min-w-0 font-medium wrap-anywhere">
            {shownCardValue(value)}
          </span>
        </span>
      );
    case 'link':
      return (
        <RemoteLink href={value.url} title={value.url}>
          <bdi className="wrap-anywhere">{shownCardValue(value)}</bdi>
        </RemoteLink>
      );
    case 'text':
      return <span className="remote-text">{shownCardValue(value)}</span>;
    default:
      return <span className="tabular-nums">{shownCardValue(value)}</span>;
  }
}
