import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { keyOfLabel } from '../identity/read-attributes';
import type { CardContent, CardField, CardTable, CardValue } from '../model/data-card';
import { labelled } from '../text/join-words';
import { plain, shortened } from './plain-words';
import {
  LONGEST_LABEL,
  parseItem,
  readCell,
  readValue,
  textOf,
  Unreadable,
  valueFormSchema,
} from './read-value';

const MOST_FIELDS = 40;
const MOST_TABLES = 5;
const MOST_COLUMNS = 8;
export const MOST_ROWS = 50;
const MOST_PROBLEMS = 8;

const answerSchema = v.pipe(
  v.looseObject({
    title: v.optional(v.unknown()),
    fields: v.optional(v.unknown()),
    tables: v.optional(v.unknown()),
  }),
  v.check(({ fields, tables }) => Array.isArray(fields) || Array.isArray(tables)),
);

const label = v.pipe(
  v.string(() => t`label is missing`),
  v.transform((words) => shortened(plain(words), LONGEST_LABEL)),
  v.minLength(1, () => t`label is empty`),
);
const fieldSchema = v.object({
  ...valueFormSchema.entries,
  label,
  key: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z0-9_]{1,40}$/i, () => t`key may contain only a-z, 0-9 and _`),
    ),
  ),
  value: v.optional(v.unknown()),
});
const columnSchema = v.object({ ...valueFormSchema.entries, label });
const tableSchema = v.object({
  title: v.optional(v.unknown()),
  columns: v.pipe(
    v.array(v.unknown(), () => t`columns is not a list`),
    v.minLength(1, () => t`columns is empty`),
  ),
  rows: v.array(v.unknown(), () => t`rows is not a list`),
});

/**
 * Reads what a card's server answered, item by item: what is wrong is left out and counted. `origin`
 * is the card's own: a link that leads elsewhere is wrong. `undefined` for what is no card at all.
 */
export function readCardAnswer(raw: unknown, origin: string): CardContent | undefined {
  const answer = v.safeParse(answerSchema, raw);
  if (!answer.success) return undefined;
  const content: CardContent = { fields: [], tables: [], dropped: 0, problems: [] };
  const drop: Drop = (where, why, count = 1) => {
    if (count === 0) return;
    content.dropped += count;
    if (content.problems.length < MOST_PROBLEMS) content.problems.push(labelled(where, why));
  };
  orDrop(drop, 'title', () => Object.assign(content, titleOf(answer.output)));
  const fields = listOf(drop, 'fields', answer.output.fields);
  drop('fields', onlyWords(MOST_FIELDS), Math.max(fields.length - MOST_FIELDS, 0));
  for (const [index, field] of fields.slice(0, MOST_FIELDS).entries()) {
    const where = `fields[${index}]`;
    orDrop(drop, where, () => {
      const read = readField(parseItem(fieldSchema, field), origin);
      if (read === undefined) return;
      const { key } = read;
      // Responses name a field in any case.
      const isTaken = () =>
        content.fields.some((each) => each.key.toLowerCase() === read.key.toLowerCase());
      for (let next = index + 1; isTaken(); next += 1) read.key = `${key}_${next}`;
      content.fields.push(read);
    });
  }
  const tables = listOf(drop, 'tables', answer.output.tables);
  drop('tables', onlyWords(MOST_TABLES), Math.max(tables.length - MOST_TABLES, 0));
  for (const [index, table] of tables.slice(0, MOST_TABLES).entries()) {
    const where = `tables[${index}]`;
    orDrop(drop, where, () => {
      content.tables.push(...readTable(table, where, origin, drop));
    });
  }
  return content;
}

type Drop = (where: string, why: string, count?: number) => void;

const onlyWords = (most: number) => t`only the first ${most} are shown`;

/** The one that is no list costs nothing of the other. */
function listOf(drop: Drop, where: string, raw: unknown): readonly unknown[] {
  if (Array.isArray(raw)) return raw;
  if (raw !== undefined && raw !== null) drop(where, t`this is not a list`);
  return [];
}

function orDrop(drop: Drop, where: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    drop(where, error.message);
  }
}

function titleOf({ title }: { title?: unknown }): { title?: string } {
  const words = textOf(title);
  return words === undefined ? {} : { title: shortened(words, LONGEST_LABEL) };
}

function readField(
  { label, key, value, ...form }: v.InferOutput<typeof fieldSchema>,
  origin: string,
): CardField | undefined {
  const read = readValue(value, form, origin);
  // Nothing to say is no mistake: the field is just not there.
  return read && { key: key ?? keyOfLabel(label), label, value: read };
}

function readTable(raw: unknown, where: string, origin: string, drop: Drop): CardTable[] {
  const { title, columns: given, rows } = parseItem(tableSchema, raw);
  drop(`${where}.columns`, onlyWords(MOST_COLUMNS), Math.max(given.length - MOST_COLUMNS, 0));
  const columns: (v.InferOutput<typeof columnSchema> & { at: number })[] = [];
  for (const [at, column] of given.slice(0, MOST_COLUMNS).entries()) {
    orDrop(drop, `${where}.columns[${at}]`, () => {
      columns.push({ ...parseItem(columnSchema, column), at });
    });
  }
  if (columns.length === 0) return [];
  const table: CardTable = {
    columns: columns.map(({ label: words, kind }) => ({
      label: words,
      isNumeric: kind === 'number' || kind === 'money',
    })),
    rows: [],
    more: Math.max(rows.length - MOST_ROWS, 0),
  };
  orDrop(drop, `${where}.title`, () => Object.assign(table, titleOf({ title })));
  for (const [number, row] of rows.slice(0, MOST_ROWS).entries()) {
    if (!Array.isArray(row)) {
      drop(`${where}.rows[${number}]`, t`the row is not a list of cells`);
      continue;
    }
    const cells: unknown[] = row;
    table.rows.push(
      columns.map(({ at, ...column }): CardValue | null => {
        let read: CardValue | undefined;
        orDrop(drop, `${where}.rows[${number}][${at}]`, () => {
          read = readCell(cells[at], column, origin);
        });
        return read ?? null;
      }),
    );
  }
  return [table];
}
