import type { BulkAct, BulkItemRow, BulkItemState, BulkRunRow } from '../model/bulk-run';
import { formatNumber } from '../text/format-number';

/** What a run is about, as a heading. `place` is what a person calls its target. */
export function bulkTitle({ kind }: Pick<BulkRunRow, 'kind'>, place: string): string {
  switch (kind) {
    case 'publish':
      return `Publish to ${place}`;
    case 'move':
      return `Move to ${place}`;
    case 'tag':
      return 'Change tags';
    case 'remove':
      return 'Delete';
  }
}

const toDo: Readonly<Record<BulkAct, string>> = {
  add: 'to add',
  change: 'to change',
  remove: 'to delete',
};

/** What a run would do, in one sentence. */
export function bulkPlanWords({ acts, counts }: Pick<BulkRunRow, 'acts' | 'counts'>): string {
  const parts: [number, string][] = [
    [acts.add, toDo.add],
    [acts.change, toDo.change],
    [acts.remove, toDo.remove],
    [counts.same, 'the same'],
    [counts.refused, 'refused'],
  ];
  return listed(parts) || 'Nothing to do.';
}

/** What became of it so far, in one sentence. */
export function bulkResultWords({ counts }: Pick<BulkRunRow, 'counts'>): string {
  const parts: [number, string][] = [
    [counts.done, 'done'],
    [counts.left, 'left alone'],
    [counts.open, 'not done'],
    [counts.undone, 'taken back'],
    [counts.kept, 'not taken back'],
    [counts.same, 'the same before'],
    [counts.refused, 'refused'],
  ];
  return listed(parts) || 'Nothing was done.';
}

function listed(parts: readonly (readonly [number, string])[]): string {
  const said = parts.flatMap(([count, what]) =>
    count === 0 ? [] : [`${formatNumber(count)} ${what}`],
  );
  return said.length === 0 ? '' : `${said.join(', ')}.`;
}

/** What is the matter with a response of a run, in a word. */
export function bulkItemWord({ act, state }: Pick<BulkItemRow, 'act' | 'state'>): string {
  return state === 'open' || state === 'done' ? (words[state][act] ?? '') : stateWords[state];
}

const words: Readonly<Record<'open' | 'done', Readonly<Record<BulkAct, string>>>> = {
  open: { add: 'Add', change: 'Change', remove: 'Delete' },
  done: { add: 'Added', change: 'Changed', remove: 'Deleted' },
};

const stateWords: Readonly<Record<Exclude<BulkItemState, 'open' | 'done'>, string>> = {
  same: 'Same',
  refused: 'Refused',
  left: 'Left alone',
  undone: 'Taken back',
  kept: 'Not taken back',
};

/** A sentence on a response: why, what is lost, or the text that is to be written. */
export function bulkItemDetail({ why, lost, content, base }: BulkItemRow): string {
  if (why !== undefined) return why;
  const text = (content ?? base)?.body.slice(0, 300) ?? '';
  return lost.length === 0 ? text : `Not kept: ${lost.join(', ')}. ${text}`;
}

/** The whole of a run as a text to be kept elsewhere; what needs somebody's eye comes first. */
export function bulkSummary(
  title: string,
  run: Pick<BulkRunRow, 'counts' | 'message'>,
  items: readonly BulkItemRow[],
): string {
  const lines = [...items]
    .sort((a, b) => Number(a.why === undefined) - Number(b.why === undefined))
    .map(({ why, ...item }) => {
      const line = `${bulkItemWord(item)}: ${item.name}`;
      return why === undefined ? line : `${line} – ${why}`;
    });
  const head = [title, bulkResultWords(run), ...(run.message === undefined ? [] : [run.message])];
  return `${[...head, '', ...lines].join('\n')}\n`;
}
