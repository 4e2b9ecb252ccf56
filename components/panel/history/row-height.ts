import type { TimelineRow } from '../../../lib/timeline/build';
import { excerptLimits } from '../../../lib/timeline/excerpt';

const characterWidth = 6.4;
const lineHeight = 19;
const footerHeight = 120;

/** Of rows at the width asked for last; a row that did not change is the same object. */
let known = { width: 0, heights: new WeakMap<TimelineRow, number>() };

/**
 * Tells a row's likely height (px) in a panel of this width (px), before it was measured; the row
 * after the last is the footer. Good guesses keep the scroll bar steady. Each is worked out once,
 * because the list asks for all of them whenever one row turns out differently or a row is added.
 */
export function heightGuesser(
  rows: readonly TimelineRow[],
  width: number,
): (index: number) => number {
  if (known.width !== width) known = { width, heights: new WeakMap() };
  const { heights } = known;
  return (index) => {
    const row = rows[index];
    if (row === undefined) return footerHeight;
    const height = heights.get(row) ?? likelyHeight(row, width);
    heights.set(row, height);
    return height;
  };
}

function likelyHeight(row: TimelineRow, width: number): number {
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
