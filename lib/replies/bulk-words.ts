import { plural, t } from '@lingui/core/macro';
import type { BulkItemRow, BulkRunRow } from '../model/bulk-run';
import { formatList } from '../text/format-list';
import { joinSentences } from '../text/join-sentences';
import { labelled } from '../text/join-words';
import { newCodeWords, notKeptWords } from './lost-parts';

/** What a run is about, as a heading. `place` is what a person calls its target. */
export function bulkTitle({ kind }: Pick<BulkRunRow, 'kind'>, place: string): string {
  switch (kind) {
    case 'publish':
      return t`Publish to ${place}`;
    case 'move':
      return t`Move to ${place}`;
    case 'tag':
      return t`Change tags`;
    case 'remove':
      return t({ message: 'Delete', context: 'responses, several at a time' });
  }
}

/** What a run would do, in one sentence. */
export function bulkPlanWords({ acts, counts }: Pick<BulkRunRow, 'acts' | 'counts'>): string {
  const { add, change, remove } = acts;
  const { same, refused } = counts;
  const parts = [
    add > 0 && plural(add, { other: '# to add' }),
    change > 0 && plural(change, { other: '# to change' }),
    remove > 0 && plural(remove, { other: '# to delete' }),
    same > 0 && plural(same, { other: '# unchanged' }),
    refused > 0 && plural(refused, { other: '# refused' }),
  ];
  return listed(parts) ?? t`Nothing to do.`;
}

/** What became of it so far, in one sentence. */
export function bulkResultWords({ counts }: Pick<BulkRunRow, 'counts'>): string {
  const { done, left, open, undone, kept, same, refused } = counts;
  const parts = [
    done > 0 && plural(done, { other: '# done' }),
    left > 0 && plural(left, { other: '# skipped' }),
    open > 0 && plural(open, { other: '# not done' }),
    undone > 0 && plural(undone, { other: '# undone' }),
    kept > 0 && plural(kept, { other: '# not undone' }),
    same > 0 && plural(same, { other: '# unchanged' }),
    refused > 0 && plural(refused, { other: '# refused' }),
  ];
  return listed(parts) ?? t`Nothing was done.`;
}

function listed(parts: readonly (string | false)[]): string | undefined {
  const list = formatList(parts.filter((part) => part !== false));
  return list === '' ? undefined : t({ message: `${list}.`, context: 'counts of responses' });
}

/** The state of a response of a run, in a word. */
export function bulkItemWord({ act, state }: Pick<BulkItemRow, 'act' | 'state'>): string {
  switch (state) {
    case 'open':
      if (act === 'add') return t({ message: 'Add', context: 'a response, to do' });
      return act === 'change'
        ? t({ message: 'Change', context: 'a response, to do' })
        : t({ message: 'Delete', context: 'a response, to do' });
    case 'done':
      if (act === 'add') return t({ message: 'Added', context: 'a response' });
      return act === 'change'
        ? t({ message: 'Changed', context: 'a response' })
        : t({ message: 'Deleted', context: 'a response' });
    case 'same':
      return t({ message: 'Unchanged', context: 'a response' });
    case 'refused':
      return t({ message: 'Refused', context: 'a response' });
    case 'left':
      return t({ message: 'Skipped', context: 'a response' });
    case 'undone':
      return t({ message: 'Undone', context: 'a response' });
    case 'kept':
      return t({ message: 'Not undone', context: 'a response' });
  }
}

/** A sentence on a response: why, what is lost, or the text that is to be written. */
export function bulkItemDetail({ why, lost, code, content, base }: BulkItemRow): string {
  if (why !== undefined) return why;
  const text = (content ?? base)?.body.slice(0, 300) ?? '';
  return joinSentences(
    code === undefined ? undefined : newCodeWords(code),
    lost.length === 0 ? undefined : notKeptWords(lost),
    text,
  );
}

/** The whole of a run as a text to be kept elsewhere; what needs attention comes first. */
export function bulkSummary(
  title: string,
  run: Pick<BulkRunRow, 'counts' | 'message'>,
  items: readonly BulkItemRow[],
): string {
  const lines = [...items]
    .sort((a, b) => Number(a.why === undefined) - Number(b.why === undefined))
    .map(({ why, ...item }) => {
      const line = labelled(bulkItemWord(item), item.name);
      return why === undefined ? line : `${line} – ${why}`;
    });
  const head = [title, bulkResultWords(run), ...(run.message === undefined ? [] : [run.message])];
  return `${[...head, '', ...lines].join('\n')}\n`;
}
