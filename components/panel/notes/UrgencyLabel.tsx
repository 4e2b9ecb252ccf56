import type { NoteUrgency } from '../../../lib/model/note';
import { urgencyWord } from '../../../lib/notes/note-urgency';

interface UrgencyStyle {
  /** Frame and ground of a card. */
  card: string;
  /** Colour of the label. */
  ink: string;
}

/** How urgent notes look: always a word, never the colour alone. */
export const urgencyStyles: Readonly<Record<NoteUrgency, UrgencyStyle>> = {
  normal: { card: 'border-note-line border-l-note-line bg-note', ink: 'text-note-ink' },
  important: { card: 'border-note-line border-l-warn bg-note', ink: 'text-warn' },
  urgent: { card: 'border-note-line border-l-bad bg-bad-soft', ink: 'text-bad' },
};

/** The word for a note that is more than normally urgent; nothing for a normal one. */
export function UrgencyLabel({ urgency }: { urgency: NoteUrgency }) {
  if (urgency === 'normal') return null;
  const { ink } = urgencyStyles[urgency];
  return (
    <span className={`shrink-0 font-semibold uppercase tracking-wide ${ink}`}>
      {urgencyWord(urgency)}
    </span>
  );
}
