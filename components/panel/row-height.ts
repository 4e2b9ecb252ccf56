import type { TimelineRow } from '../../lib/timeline/build';
import { excerptLimits } from '../../lib/timeline/excerpt';

const characterWidth = 6.4;
const lineHeight = 19;

/**
 * Tells a row's likely height (px) in a panel of this width (px), before it was measured; the row
 * after the last is the footer. Good guesses keep the scroll bar steady. Each is worked out once,
 * because the list asks for all of them whenever one row turns out differently.
 */
export function heightGuesser(
  rows: readonly TimelineRow[],
  width: number,
): (index: number) => number {
  const known: number[] = [];
  return (index) => {
    known[index] ??= likelyHeight(rows[index], width);
    return known[index];
  };
}

function likelyHeight(row: TimelineRow | undefined, width: number): number {
  if (row === undefined) return 120;
  if (row.kind === 'day') return 34;
  if (row.kind === 'conversation') return 36;
  if (row.kind === 'seen-mark') return 24;
  const { message } = row;
  if (message.kind === 'activity') return 24;
  const perLine = Math.max((width - 76) / characterWidth, 10);
  const shown = message.text.slice(0, excerptLimits.firstCharacters);
  const lines = shown
    .split('\n', excerptLimits.firstLines)
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  const more = message.text.length > excerptLimits.firstCharacters ? 24 : 0;
  return 46 + lines * lineHeight + more + message.attachments.length * 22;
}
