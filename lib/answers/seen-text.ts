import { foldDigits } from '../identity/fold-identifier';
import { type FoldedText, foldWithOrigins } from '../text/fold';

const marks = /[*~`\\]/;

/**
 * A text as its reader sees it: folded, digits as 0 to 9, marks of Markdown taken away, blanks in a row as one.
 * Where there is a line break among these, the one stands for it.
 */
export function seenText(text: string): FoldedText {
  const folded = foldWithOrigins(text);
  const seen: FoldedText = { text: '', starts: [], ends: [] };
  for (let at = 0; at < folded.text.length; at += 1) {
    const unit = folded.text.charAt(at);
    if (marks.test(unit)) continue;
    const [start = 0, end = 0] = [folded.starts[at], folded.ends[at]];
    if (unit === ' ' && seen.text.endsWith(' ')) {
      const last = seen.text.length - 1;
      if (text[start] === '\n') seen.starts[last] = start;
      seen.ends[last] = end;
      continue;
    }
    seen.text += /\p{Nd}/u.test(unit) ? foldDigits(unit) : unit;
    seen.starts.push(start);
    seen.ends.push(end);
  }
  return seen;
}
