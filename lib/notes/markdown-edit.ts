/** A text with what is selected in it, in UTF-16 units; `start` equals `end` for a caret. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

const marks = { bold: '**', italic: '_' } as const;

/** What the toolbar can do to the selection. */
export type MarkdownChange = keyof typeof marks | 'list' | 'link';

/**
 * Applies a toolbar button: puts the Markdown around the selection, or takes it away where it is
 * there already. The result's selection is where the writer continues. Pure.
 */
export function changeMarkdown(given: Selected, change: MarkdownChange): Selected {
  if (change === 'list') return toggleList(given);
  if (change === 'link') return addLink(given);
  return toggleMark(given, marks[change]);
}

function toggleMark({ text, start, end }: Selected, mark: string): Selected {
  const before = text.slice(0, start);
  const inner = text.slice(start, end);
  const after = text.slice(end);
  const size = mark.length;
  if (isMarked(before, after, mark)) {
    const unmarked = before.slice(0, -size) + inner + after.slice(size);
    return { text: unmarked, start: start - size, end: end - size };
  }
  return {
    text: before + mark + inner + mark + after,
    start: start + size,
    end: end + size,
  };
}

/**
 * Signs around signs (`__a__` is not italic, `****a****` not bold) count in pairs, so that a second
 * press always takes away what the first one put.
 */
function isMarked(before: string, after: string, mark: string): boolean {
  const sign = mark.charAt(0);
  let around = 0;
  while (before.charAt(before.length - 1 - around) === sign && after.charAt(around) === sign) {
    around += 1;
  }
  return Math.floor(around / mark.length) % 2 === 1;
}

function toggleList({ text, start, end }: Selected): Selected {
  // Before the first character there is no line feed, but `lastIndexOf` takes -1 for 0.
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const changed = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n');
  return {
    text: text.slice(0, from) + changed + text.slice(to),
    start: lines.length === 1 ? from + changed.length : from,
    end: from + changed.length,
  };
}

const placeholder = 'https://';

function addLink({ text, start, end }: Selected): Selected {
  const words = text.slice(start, end) || 'link';
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const label = isAddress ? 'link' : words;
  const target = isAddress ? words : placeholder;
  const head = `${text.slice(0, start)}[`;
  // What is still to be typed is selected: the words of an address, or the address of words.
  const from = isAddress ? head.length : head.length + label.length + 2;
  return {
    text: `${head}${label}](${target})${text.slice(end)}`,
    start: from,
    end: from + (isAddress ? label.length : target.length),
  };
}
