import {
  type MatchPart,
  matchRanges,
  splitAtMatches,
  type TextRange,
} from '../../lib/text/search-terms';
import { useMarks } from './marks';

/** A short text with what was searched for marked in it. */
export function Highlighted({ text }: { text: string }) {
  const { terms } = useMarks();
  if (terms.length === 0) return text;
  return <Marked text={text} ranges={matchRanges(text, terms)} offset={0} />;
}

interface MarkedProps {
  text: string;
  ranges: readonly TextRange[];
  /** Where the text begins in the one that was searched. */
  offset: number;
}

/** A piece of a searched text. Only ever text and marks: nothing in it is read as markup. */
export function Marked({ text, ranges, offset }: MarkedProps) {
  if (ranges.length === 0) return text;
  return withPositions(splitAtMatches(text, ranges, offset)).map(({ part, position }) =>
    part.isFound ? (
      <mark key={position} className="found">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

function withPositions(parts: readonly MatchPart[]) {
  let position = 0;
  return parts.map((part) => {
    const entry = { part, position };
    position += part.text.length;
    return entry;
  });
}
