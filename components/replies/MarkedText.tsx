import { useId } from 'react';
import type { TextPiece } from '../../lib/replies/compare-texts';

interface MarkedTextProps {
  label: string;
  pieces: readonly TextPiece[];
  /** When it was written, where that is known. */
  note: string | undefined;
}

/** A text under its label, with what another one does not have marked. */
export function MarkedText({ label, pieces, note }: MarkedTextProps) {
  const id = useId();
  // Two pieces may read the same; their places tell them apart.
  const placed = pieces.map((piece, place) => ({ ...piece, key: `${place} ${piece.text.length}` }));
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-1">
      <h4 id={id} className="text-12 text-ink-faint">
        {label}
      </h4>
      <div
        dir="auto"
        className="max-h-72 min-h-16 overflow-y-auto whitespace-pre-wrap rounded-md border border-line bg-canvas p-2 text-13 wrap-anywhere"
      >
        {placed.map(({ key, text, isDifferent }) =>
          isDifferent ? (
            <mark key={key} className="rounded-sm bg-accent-soft text-ink">
              {text}
            </mark>
          ) : (
            <span key={key}>{text}</span>
          ),
        )}
      </div>
      {note !== undefined && <p className="text-11 text-ink-faint">{note}</p>}
    </section>
  );
}
